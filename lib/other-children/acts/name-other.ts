import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import { addPeople } from '@/lib/people/add-people'
import { ledgerOf, standingOf } from '@/lib/people/standing'
import { personToChange } from '@/lib/people/worked-person'
import { nameOtherInput } from '../input'
import { hasSuspectAccess, relationWords, TIES } from '@/lib/wording/other-children'

export const otherChildrenPage = (personId: string): string => `/people/${personId}/other-children`

/**
 * inv-other-children: another child comes into the matter. A duty with its own clock runs on the record of this child, so that nothing
 * is closed before, and one on the other child's own record, in the borough where that child lives.
 */
export const nameOtherChild: Act<typeof nameOtherInput> = {
  name: 'name-other-child',
  right: 'add-facts',
  input: nameOtherInput,
  async run(context, input) {
    const { tx, now, actor } = context
    const { ledger } = await personToChange(context, 'add-facts', input.personId)
    const at = input.learnedAt ?? now
    if (at.getTime() > now.getTime()) throw invalid('learnedAt', 'This is in the future: enter when it was learned')
    if (input.suspectId !== null && !(await suspectsOf(context, input.personId)).includes(input.suspectId)) throw invalid('suspectId', 'Choose a person of concern who is linked to this child')
    const otherId = await otherOf(context, input)
    const otherLedger = await ledgerOf(tx, otherId)
    await tx.$executeRaw`SELECT lock_people(${[input.personId, otherId].sort()}::uuid[])`
    const before = await tx.otherChild.findMany({ where: { childId: input.personId, otherId }, select: { assessedAt: true } })
    if (before.some((row) => row.assessedAt === null)) throw conflict('This child is named already and waits to be assessed.')
    // Assessed before and named again: what is known now is new, or no clock would start.
    const again = before.length > 0 ? { new_risk: true } : {}
    context.record({
      ledger, kind: 'referral-facts-added', heading: `Another child named: ${relationWords(input.relation).toLowerCase()}`, occurredAt: at, subjects: [input.personId],
      body: { linked_children: [otherId], relation: input.relation, reason: input.reason, ...again },
    })
    const entryId = context.record({
      ledger: otherLedger, kind: hasSuspectAccess(input.relation) ? 'information-received' : 'referral-facts-added', occurredAt: at, subjects: [otherId],
      heading: hasSuspectAccess(input.relation) ? 'A suspect may have access to this child' : 'Named in the matter of another child',
      // No word of the other matter: what this child is owed starts here, and who named it is in the entry's own particulars.
      body: hasSuspectAccess(input.relation) ? { concern: 'household-child', relation: input.relation, from: 'police', reason: input.reason, ...again } : { linked_children: [otherId], relation: input.relation, reason: input.reason, ...again },
    })
    const otherChildId = randomUUID()
    await tx.otherChild.createMany({ data: [{
      id: otherChildId, childId: input.personId, otherId, relation: input.relation, suspectId: input.suspectId, borough: ledger, otherBorough: otherLedger, namedAt: at, namedBy: actor.accountId, entryId,
    }] })
    await tie(context, input, otherId)
    context.household(input.personId, otherId)
    return {
      goTo: otherChildrenPage(input.personId), ids: { otherChildId, otherId, personId: input.personId },
      says: 'Named. Within 24 hours this child is assessed: the duty stands on both records, in each child’s own borough.',
    }
  },
}

interface Named {
  readonly personId: string
  readonly otherId: string | null
  readonly relation: keyof typeof TIES
  readonly suspectId: string | null
}

/** Somebody whom the actor can find, never a restricted one that was not opened; else a new record where the child lives. */
async function otherOf(context: ActContext, input: Named & { other: Parameters<typeof addPeople>[1][number] | null; borough: string | null }): Promise<string> {
  if (input.otherId !== null) {
    const standing = await standingOf(context.tx, context.actor, input.otherId, context.now)
    if (standing === null) throw invalid('otherId', 'Choose a child who is on record')
    if (standing.card.masked) throw invalid('otherId', 'This person is restricted: open the record first')
    return input.otherId
  }
  const { other, borough } = input
  if (other === null || borough === null) throw invalid('other.givenName', 'Enter the child’s name, or describe the child if the name is not known')
  const unborn = input.relation === 'unborn'
  const [id] = await addPeople(context, [{ ...other, personId: null, unborn, description: other.description ?? (unborn && other.givenName === null && other.familyName === null ? 'Unborn child' : null) }], borough, false)
  if (id === undefined) throw new Error('a person was not put on record')
  return id
}

/** The people of concern of a child. */
export async function suspectsOf(context: Pick<ActContext, 'tx'>, childId: string): Promise<string[]> {
  const rows = await context.tx.relationship.findMany({ where: { otherId: childId, kind: { startsWith: 'suspect' }, until: null }, select: { personId: true } })
  return [...new Set(rows.map((row) => row.personId))]
}

async function tie(context: ActContext, input: Named, otherId: string): Promise<void> {
  const kind = TIES[input.relation]
  const rows = [
    ...(kind === null ? [] : [{ personId: otherId, otherId: input.personId, kind }]),
    ...(input.suspectId === null ? [] : [{ personId: input.suspectId, otherId, kind: 'suspect' }]),
  ].filter((row) => row.personId !== row.otherId)
  await context.tx.relationship.createMany({ data: rows.map((row) => ({ id: randomUUID(), ...row, since: context.now })), skipDuplicates: true })
}
