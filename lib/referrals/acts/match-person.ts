import 'server-only'
import { z } from 'zod'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'
import { joinTo, stopIfNeverSame } from '@/lib/people/join'
import { standingOf } from '@/lib/people/standing'
import { referralPage, workOn } from '../find-referral'
import { id, text } from '../input'

const input = z.object({
  referralId: id, personId: id, knownId: z.uuid({ error: 'Choose the record that is the same person' }), reason: text(500, 'Say what shows that it is the same person'),
})

/**
 * "This is the same person": somebody a partner's form put on record is a person already known. What was sent stands on the known
 * record from the original receipt; the record that was made is found no more and leads there. Restricted: only for whoever has
 * opened that record.
 */
export const matchPerson: Act<typeof input> = {
  name: 'match-person',
  right: 'join-identities',
  input,
  async run(context, { referralId, personId, knownId, reason }) {
    const { tx, actor, now } = context
    const { referral } = await workOn(context, referralId)
    if (personId === knownId) throw invalid('knownId', 'Choose somebody else')
    // Before anything is looked at: of two who match at one moment, or each into the other, the second finds what the first did.
    await tx.$executeRaw`SELECT lock_people(${[personId, knownId].sort()}::uuid[])`
    await settleLooking(context, referralId, personId)
    const known = await standingOf(tx, actor, knownId, now)
    if (known === null) throw invalid('knownId', 'Choose somebody who is on record')
    if (known.card.masked) throw invalid('knownId', 'This person is restricted: open the record first')
    if (known.card.matchedTo !== null) throw conflict('That record has itself been found to be somebody known: look again.')
    await stopIfNeverSame(context, personId, knownId, 'knownId')
    await joinTo(context, { goneId: personId, keptId: knownId, ledger: referral.borough, reason, referral: { id: referralId, reference: referral.reference }, field: 'knownId' })
    return { goTo: referralPage(referralId), says: 'Matched. What was sent stands on the known record, and counts from when it was received.', ids: { referralId, personId: knownId } }
  },
}

/** Says that somebody looked, once: whoever comes second is told who. Throws not found where the person is not of this referral. */
export async function settleLooking({ tx, actor, now }: ActContext, referralId: string, personId: string): Promise<void> {
  const { count } = await tx.referralPerson.updateMany({
    where: { referralId, personId, provisional: true, lookedAt: null }, data: { lookedAt: now, lookedBy: actor.accountId },
  })
  if (count > 0) return
  const row = await tx.referralPerson.findFirst({ where: { referralId, personId }, select: { provisional: true, lookedBy: true } })
  if (row === null || !row.provisional) throw notFound()
  const by = row.lookedBy === null ? null : await tx.account.findUnique({ where: { id: row.lookedBy }, select: { name: true } })
  throw conflict(by === null ? 'This record is restricted: open it first.' : `${by.name} has looked for this person already.`)
}
