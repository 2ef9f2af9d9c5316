import 'server-only'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'
import { membershipFor } from '@/lib/access/permissions'
import { id, text } from '@/lib/referrals/input'
import { goneOf, part } from '../join'
import { ledgerOf, standingOf } from '../standing'
import { openTo } from './join-people'

export const partPeopleInput = z.object({
  personId: id, joinId: id, reason: text(500, 'Say what shows that they are two people'),
  /** Of a record that is restricted by the joining alone. Nothing is lifted unless somebody who may says so. */
  restriction: z.enum(['leave', 'lift', ''], { error: 'Choose from the list' }).nullish().transform((value) => value === 'lift'),
})

/**
 * "These were two people after all": the record that went is its own again, with its duties, its ties and whatever nobody has worked on since. What was done while they
 * were joined stays with the record it was done on. A record that has itself been joined to another since is parted from that first.
 */
export const partPeople: Act<typeof partPeopleInput> = {
  name: 'part-people',
  right: 'join-identities',
  input: partPeopleInput,
  async run(context, { personId, joinId, reason, restriction }) {
    const { tx, actor, now } = context
    const kept = await openTo(context, personId, null)
    const join = await tx.personJoin.findFirst({ where: { id: joinId, keptId: personId } })
    if (join === null) throw notFound()
    context.as(kept.boroughs.find((borough) => membershipFor(actor, 'join-identities', borough) !== null) ?? kept.boroughs[0] ?? 'london')
    await tx.$executeRaw`SELECT lock_people(${[join.goneId, join.keptId].sort()}::uuid[])`
    const [still, gone] = [await tx.personJoin.findUnique({ where: { id: joinId } }), await standingOf(tx, actor, join.goneId, now)]
    if (still?.partedAt !== null) throw conflict('Somebody parted them a moment ago.')
    if (gone === null || gone.card.masked) throw invalid('form', 'The other record is restricted: open it first')
    if ((await goneOf(tx, [personId])).length > 0) throw conflict('This record has since been joined to another: part those two first, then these.')
    if (await tx.personJoinRow.count({ where: { joinId } }) === 0) throw conflict('These were joined before it was kept what a joining changes: they cannot be parted by Holdfast.')
    if (restriction && (join.joinedBy === actor.accountId || !gone.card.boroughs.some((borough) => membershipFor(actor, 'lift-restriction', borough) !== null))) {
      throw invalid('restriction', join.joinedBy === actor.accountId ? 'You joined them yourself: somebody else lifts the restriction that came with it' : 'Your role may not lift a restriction: leave it, and tell somebody who may')
    }
    const parted = await part(context, join, { ledger: await ledgerOf(tx, personId), reason, lift: restriction })
    const still_restricted = parted.still_restricted ? ' It is still restricted, which it was not before: whoever may lift restrictions decides.' : ''
    return { goTo: `/people/${join.goneId}`, says: `Parted. This record goes on by itself, with what it was owed before.${still_restricted}`, ids: { personId: join.goneId } }
  },
}
