import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act, ActContext } from '@/lib/acts/act'
import { invalid } from '@/lib/acts/outcome'
import { londonDate } from '@/lib/policy/calendar/london'
import { boroughWords } from '@/lib/wording/boroughs'
import { bornWords } from '@/lib/wording/london-words'
import { addressParts } from '../address-parts'
import { setAddressInput } from '../input'
import { personToChange } from '../worked-person'

/**
 * Where the person lives from now on: the address before stays, with its end, and a new borough knows the person from then on. With an end it is an earlier address:
 * it is put beside the others, moves nobody and opens the record to nobody.
 */
export const setAddress: Act<typeof setAddressInput> = {
  name: 'set-address',
  right: 'correct-person',
  input: setAddressInput,
  async run(context, input) {
    const { tx, now } = context
    const { card, ledger } = await personToChange(context, 'correct-person', input.personId)
    const since = input.since ?? now
    if (since.getTime() > now.getTime()) throw invalid('since', 'This is in the future: enter it when the person has moved')
    await tx.$executeRaw`SELECT lock_people(ARRAY[${input.personId}]::uuid[])`
    const { line, postcode } = addressParts(input.line, input.postcode)
    const row = { id: randomUUID(), personId: input.personId, line, postcode, borough: input.borough, since, createdAt: now }
    if (input.until !== null) {
      const until = endOf(input.since, input.until, now)
      await tx.personAddress.createMany({ data: [{ ...row, until }] })
      context.record({
        ledger, kind: 'record-updated', heading: `An earlier address, in ${boroughWords(input.borough)} until ${bornWords(londonDate(until))}`, occurredAt: since, subjects: [input.personId],
        body: { about: 'earlier-address', line, postcode, borough: input.borough, until: until.toISOString(), reason: input.reason },
      })
      return { goTo: `/people/${input.personId}/household`, says: 'The earlier address is on record. Where they live now is as it was.', ids: { personId: input.personId } }
    }
    for (const before of await tx.personAddress.findMany({ where: { personId: input.personId, until: null } })) await endBefore(context, before, since)
    await tx.personAddress.createMany({ data: [row] })
    await tx.person.updateMany({ where: { id: input.personId }, data: { homeBorough: input.borough } })
    context.household(input.personId)
    await tx.personReach.createMany({ data: [{ personId: input.personId, borough: input.borough, why: 'lives', since }], skipDuplicates: true })
    const moved = card.homeBorough !== input.borough
    context.record({
      ledger, kind: 'record-updated', heading: moved ? `Now lives in ${boroughWords(input.borough)}` : `Address changed within ${boroughWords(input.borough)}`,
      occurredAt: since, subjects: [input.personId],
      body: { about: 'address', line, postcode, borough: input.borough, borough_before: card.homeBorough, reason: input.reason },
    })
    return { goTo: `/people/${input.personId}/household`, says: 'The address is on record.', ids: { personId: input.personId } }
  },
}

function endOf(since: Date | null, until: Date, now: Date): Date {
  if (since === null) throw invalid('since', 'Say since when they lived there')
  if (until.getTime() > now.getTime()) throw invalid('until', 'This is in the future: leave it empty while they live there')
  if (until.getTime() <= since.getTime()) throw invalid('until', 'This is not after they came to live there')
  return until
}

/**
 * An address that somebody dated later than this one would end before it began, and a home of long ago would stand as today's. One that only stood on a referral began
 * with its being told: it was out of date already, and stands for no time at all.
 */
async function endBefore({ tx }: ActContext, before: { id: string; line: string; since: Date | null; createdAt: Date }, since: Date): Promise<void> {
  const began = before.since ?? since
  if (began.getTime() > since.getTime() && began.getTime() !== before.createdAt.getTime()) {
    throw invalid('since', `${before.line} is on record since ${bornWords(londonDate(began))}, later than this: say until when they lived here, or a day since then`)
  }
  await tx.personAddress.updateMany({ where: { id: before.id, until: null }, data: { until: began.getTime() > since.getTime() ? began : since } })
}
