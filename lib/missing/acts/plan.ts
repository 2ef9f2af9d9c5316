import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import { personToChange } from '@/lib/people/worked-person'
import { londonDate, type PlainDate } from '@/lib/policy/calendar/london'
import { known } from '../episode'
import { planInput, reviewPlanInput } from '../return-input'

interface Words { readonly first: string; readonly places: string | null; readonly people: string | null; readonly contact: string | null; readonly travel: string | null; readonly risks: string | null }

/** mis-trigger-plan: how to find this child quickly. Each time a version of its own; the earlier ones stay to be read. */
export const makeTriggerPlan: Act<typeof planInput> = {
  name: 'make-trigger-plan',
  right: 'make-trigger-plan',
  input: planInput,
  async run(context, { personId, reviewOn, ...words }) {
    const { ledger } = await personToChange(context, 'make-trigger-plan', personId)
    const last = await latest(context, personId)
    const version = await addVersion(context, { personId, ledger, reviewOn, how: last === null ? 'made' : 'changed', version: (last?.version ?? 0) + 1, words, note: null })
    return { goTo: `/people/${personId}/missing`, says: `Version ${version} of the trigger plan is on record: whoever takes the next call sees it.`, ids: { personId } }
  },
}

/** The plan looked at after a time away, and left as it is: on record as a version of its own, with why. */
export const reviewTriggerPlan: Act<typeof reviewPlanInput> = {
  name: 'review-trigger-plan',
  right: 'make-trigger-plan',
  input: reviewPlanInput,
  async run(context, input) {
    const { ledger } = await personToChange(context, 'make-trigger-plan', input.personId)
    const last = await latest(context, input.personId)
    if (last === null) throw conflict('There is no trigger plan yet: make one.')
    if (last.version !== input.version) throw conflict(`Somebody has written version ${last.version} since: open the page again.`)
    await addVersion(context, { personId: input.personId, ledger, reviewOn: input.reviewOn, how: 'reviewed', version: last.version + 1, words: last, note: input.note })
    return { goTo: `/people/${input.personId}/missing`, says: 'The review is on record.', ids: { personId: input.personId } }
  },
}

async function latest({ tx }: ActContext, personId: string) {
  // Two people writing at once: the second waits here, and sees the first's version.
  await tx.$executeRaw`SELECT lock_people(ARRAY[${personId}]::uuid[])`
  return tx.triggerPlan.findFirst({ where: { personId }, orderBy: { version: 'desc' } })
}

interface Version { readonly personId: string; readonly ledger: string; readonly reviewOn: PlainDate | null; readonly how: 'made' | 'changed' | 'reviewed'; readonly version: number; readonly words: Words; readonly note: string | null }

async function addVersion(context: ActContext, { personId, ledger, reviewOn, how, version, words: { first, places, people, contact, travel, risks }, note }: Version): Promise<number> {
  if (reviewOn === null || reviewOn <= londonDate(context.now)) throw invalid('reviewOn', 'Enter a day to come')
  const entryId = context.record({
    // The words stand in the plan alone: in one place they can be found, and be taken away.
    ledger, kind: 'trigger-plan-made', heading: how === 'reviewed' ? 'Trigger plan reviewed' : `Trigger plan, version ${version}`, occurredAt: context.now, subjects: [personId], body: known({ version, change: how, review_on: reviewOn, note }),
  })
  await context.tx.triggerPlan.createMany({ data: [{
    id: randomUUID(), personId, borough: ledger, version, how, madeAt: context.now, madeBy: context.actor.accountId, entryId, reviewOn: new Date(`${reviewOn}T00:00:00Z`), first, places, people, contact, travel, risks,
  }] })
  return version
}
