import 'server-only'
import { z } from 'zod'
import { inReach } from '@/lib/access/visibility'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, notFound } from '@/lib/acts/outcome'
import { emergenciesOf } from '@/lib/referrals/emergency'
import { id } from '@/lib/referrals/input'
import { counted, joined } from '@/lib/wording/lists'

const input = z.object({ handoverId: id, items: z.array(id).min(1, 'Choose what you accept') })

interface ItemRow { referral_id: string; held_by: string | null; accepted_by: string | null; ended_at: Date | null }

/**
 * handover: takes what a shift left, by name. What the outgoing person had in hand is in the hands of whoever accepts it; of two who
 * accept at once each has what they were first to take, and is told who has the rest.
 */
export const acceptHandover: Act<typeof input> = {
  name: 'accept-handover',
  right: 'accept-handover',
  input,
  async run(context, { handoverId, items }) {
    const { tx, actor, now } = context
    const handover = await tx.handover.findFirst({ where: { id: handoverId, ...inReach(actor, 'record') } })
    if (handover === null) throw notFound()
    context.as(handover.borough)
    if (handover.offeredBy === actor.accountId) throw conflict('You handed this over yourself: somebody of the next shift accepts it')
    const chosen = [...new Set(items)].sort()
    const rows = await tx.$queryRaw<ItemRow[]>`
      SELECT referral_id, held_by, accepted_by, ended_at FROM handover_item WHERE handover_id = ${handoverId}::uuid AND referral_id = ANY (${chosen}::uuid[])`
    if (rows.length < chosen.length) throw notFound()
    // In one order, one at a time: whoever comes second waits for the first and finds it taken.
    const won: ItemRow[] = []
    for (const row of [...rows].sort((a, b) => a.referral_id.localeCompare(b.referral_id))) {
      const { count } = await tx.handoverItem.updateMany({
        where: { handoverId, referralId: row.referral_id, acceptedAt: null, endedAt: null }, data: { acceptedBy: actor.accountId, acceptedAt: now },
      })
      if (count === 1) won.push(row)
    }
    const lost = rows.filter((row) => !won.includes(row)).map((row) => row.referral_id)
    const others = await takenBy(context, handoverId, lost)
    if (won.length === 0) throw conflict(others)
    // The outgoing person's hand lets go only as the incoming one takes it: nothing is ever held by nobody.
    // What nobody had stays to be claimed, but for an emergency: that is never left between two people.
    const live = await emergenciesOf(tx, won.filter((row) => row.held_by === null).map((row) => row.referral_id))
    for (const row of won) {
      if (row.held_by === null && !live.has(row.referral_id)) continue
      await tx.referral.updateMany({
        where: { id: row.referral_id, claimedBy: row.held_by, decidedAt: null, becameReferralId: null }, data: { claimedBy: actor.accountId, claimedAt: now },
      })
    }
    const from = (await tx.account.findUnique({ where: { id: handover.offeredBy }, select: { name: true } }))?.name ?? 'the last shift'
    const people = await tx.referralPerson.findMany({ where: { referralId: { in: won.map((row) => row.referral_id) }, role: 'child' }, select: { referralId: true, personId: true } })
    for (const row of won) {
      context.record({
        ledger: handover.borough, kind: 'handover-accepted', heading: `Accepted by ${actor.name} from ${from}`, occurredAt: now, referralId: row.referral_id,
        subjects: people.filter((person) => person.referralId === row.referral_id).map((person) => person.personId), body: { by: actor.name, from, handover_id: handoverId },
      })
    }
    return { goTo: '/handover', says: `You have accepted ${counted(won.length, 'referral')}.${lost.length === 0 ? '' : ` ${others}`}`, ids: { handoverId } }
  },
}

/** Who has what could not be accepted any more, in a sentence. */
async function takenBy({ tx }: ActContext, handoverId: string, referralIds: readonly string[]): Promise<string> {
  if (referralIds.length === 0) return ''
  const rows = await tx.handoverItem.findMany({ where: { handoverId, referralId: { in: [...referralIds] } }, select: { acceptedBy: true } })
  const ids = [...new Set(rows.flatMap((row) => (row.acceptedBy === null ? [] : [row.acceptedBy])))]
  const names = (await tx.account.findMany({ where: { id: { in: ids } }, select: { name: true } })).map((row) => row.name).sort()
  const said = names.length === 0 ? 'handed over again since' : `accepted by ${joined(names)}`
  return `${counted(referralIds.length, 'referral')} ${referralIds.length === 1 ? 'was' : 'were'} ${said}.`
}
