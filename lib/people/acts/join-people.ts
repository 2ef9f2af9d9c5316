import 'server-only'
import { z } from 'zod'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, forbidden, invalid, notFound } from '@/lib/acts/outcome'
import { membershipFor } from '@/lib/access/permissions'
import { atLeast } from '@/lib/access/visibility'
import { id, text } from '@/lib/referrals/input'
import type { IndexCard } from '../card'
import { joinTo, stopIfNeverSame } from '../join'
import { ledgerOf, standingOf } from '../standing'

export const joinPeopleInput = z.object({
  personId: id, otherId: z.uuid({ error: 'Choose the record that is the same person' }), keep: z.enum(['this', 'other'], { error: 'Choose which record is kept' }),
  reason: text(500, 'Say what shows that it is the same person'),
}).refine((input) => input.personId !== input.otherId, { error: 'Choose somebody else', path: ['otherId'] })

/**
 * "These two are one person": the one record goes on under the other. Both are open to whoever joins them, record and all; the table of rights names who may (social
 * worker and decision maker of the MASH, supervisor of the CAIT).
 */
export const joinPeople: Act<typeof joinPeopleInput> = {
  name: 'join-people',
  right: 'join-identities',
  input: joinPeopleInput,
  async run(context, { personId, otherId, keep, reason }) {
    const { tx } = context
    // Before anything is looked at: of two who join at one moment, or each into the other, the second finds what the first did.
    await tx.$executeRaw`SELECT lock_people(${[personId, otherId].sort()}::uuid[])`
    const [own, other] = [await openTo(context, personId, null), await openTo(context, otherId, 'otherId')]
    const known = [...own.boroughs, ...other.boroughs]
    context.as(known.find((borough) => membershipFor(context.actor, 'join-identities', borough) !== null) ?? known[0] ?? 'london')
    for (const card of [own, other]) if (card.matchedTo !== null) throw conflict(`${card.name} (${card.reference}) has been joined to another record already: look again.`)
    const [goneId, keptId] = keep === 'this' ? [otherId, personId] : [personId, otherId]
    await stopIfNeverSame(context, personId, otherId, 'otherId')
    await joinTo(context, { goneId, keptId, ledger: await ledgerOf(tx, keptId), reason, field: 'keep' })
    return { goTo: `/people/${keptId}`, says: 'Joined. What stood on the other record stands here too, and counts from when it was first recorded. They can be parted again at any time.', ids: { personId: keptId } }
  },
}

/** Somebody whose record is open to the actor. `field`: where the other one was chosen in the form; null for the page's own. */
export async function openTo(context: ActContext, personId: string, field: string | null): Promise<IndexCard> {
  const standing = await standingOf(context.tx, context.actor, personId, context.now)
  if (standing === null) throw field === null ? notFound() : invalid(field, 'Choose somebody who is on record')
  if (standing.card.masked) throw field === null ? forbidden('This record is restricted.') : invalid(field, 'This person is restricted: open the record first')
  if (!atLeast(standing.depth, 'record')) throw field === null ? forbidden('Only the index of this record is open to you.') : invalid(field, 'Only the index of that record is open to you: open it with a reason first')
  return standing.card
}
