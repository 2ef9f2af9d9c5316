import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import { atLeast } from '@/lib/access/visibility'
import { ledgerOf, standingOf } from '@/lib/people/standing'
import { personToChange } from '@/lib/people/worked-person'
import { LINK_HOW_WORDS } from '@/lib/wording/places'
import { fold, identifierInput, linkAdultInput } from '../input'

export const adultPage = (adultId: string): string => `/adults/${adultId}`

/**
 * wider-risk: an adult has to do with a child. The tie is known across London at once; the words stand on the child's record, where the clock of
 * the other children within this adult's reach starts by itself. The adult is known to the child's borough from now on.
 */
export const linkAdult: Act<typeof linkAdultInput> = {
  name: 'link-adult',
  right: 'link-people',
  input: linkAdultInput,
  async run(context, input) {
    const { tx, actor, now } = context
    const { ledger } = await personToChange(context, 'link-people', input.childId)
    const at = input.learnedAt ?? now
    if (at.getTime() > now.getTime()) throw invalid('learnedAt', 'This is in the future: enter when it was learned')
    const adult = await standingOf(tx, actor, input.adultId, now)
    if (adult === null) throw invalid('adultId', 'Choose somebody who is on record')
    if (adult.card.masked) throw invalid('adultId', 'This person is restricted: open the record first')
    await tx.$executeRaw`SELECT lock_people(${[input.childId, input.adultId].sort()}::uuid[])`
    const ties = await tx.relationship.findMany({ where: { personId: input.adultId, otherId: input.childId, kind: { startsWith: 'suspect' } }, select: { kind: true } })
    if (ties.some(({ kind }) => kind === input.how)) throw conflict('This is on record already.')
    await tx.relationship.createMany({ data: [{ id: randomUUID(), personId: input.adultId, otherId: input.childId, kind: input.how, since: now }] })
    context.household(input.adultId)
    await tx.personReach.createMany({ data: [{ personId: input.adultId, borough: ledger, why: 'matter', since: now }], skipDuplicates: true })
    const entryId = context.record({
      ledger, kind: 'information-received', heading: 'A person of concern linked to this child', occurredAt: at, subjects: [input.childId],
      body: { suspect: 'known', suspect_ids: [input.adultId], how: input.how, from: 'police', reason: input.why, ...(ties.length === 0 ? { new_person: true } : {}) },
    })
    context.record({ ledger: await ledgerOf(tx, input.adultId), kind: 'adult-linked', heading: 'Linked to a child as a person of concern', occurredAt: at, subjects: [input.adultId], body: { child_id: input.childId, how: input.how } })
    return { goTo: adultPage(input.adultId), ids: { entryId, adultId: input.adultId, childId: input.childId }, says: `Linked: ${LINK_HOW_WORDS[input.how].toLowerCase()}. Whoever works with the child is owed a look at the other children within reach.` }
  },
}

/** What this adult is found by. The same number, vehicle or name online of somebody else, or in another borough, shows on both pages. */
export const recordIdentifier: Act<typeof identifierInput> = {
  name: 'record-identifier',
  right: 'link-people',
  input: identifierInput,
  async run(context, input) {
    const { tx, actor, now } = context
    const { ledger, card } = await personToChange(context, 'link-people', input.personId)
    if (card.years !== null && card.years < 18) throw invalid('kind', 'This is a child: a telephone or a name online of a child is put down on its own page')
    const standing = await standingOf(tx, actor, input.personId, now)
    if (standing === null || !atLeast(standing.depth, 'record')) throw invalid('kind', 'Only the index of this record is open to you')
    const folded = fold(input.kind, input.value)
    await tx.$executeRaw`SELECT lock_people(ARRAY[${input.personId}]::uuid[])`
    const there = await tx.personIdentifier.count({ where: { personId: input.personId, kind: input.kind, folded, endedAt: null } })
    if (there > 0) throw conflict('This is on record already.')
    const entryId = context.record({ ledger, kind: 'identifier-recorded', heading: 'Telephone, vehicle or name online recorded', occurredAt: now, subjects: [input.personId], body: { kind: input.kind, reason: input.why } })
    await tx.personIdentifier.createMany({ data: [{ id: randomUUID(), personId: input.personId, kind: input.kind, value: input.value, folded, borough: ledger, recordedAt: now, recordedBy: actor.accountId, entryId }] })
    return { goTo: `${adultPage(input.personId)}#found-by`, ids: { personId: input.personId, entryId }, says: 'On record. If somebody else is found by the same, both pages say so.' }
  },
}
