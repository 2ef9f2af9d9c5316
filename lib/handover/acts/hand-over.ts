import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { boroughsAt } from '@/lib/access/visibility'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'
import { borough, id, optionalText } from '@/lib/referrals/input'
import { counted } from '@/lib/wording/lists'

/** As many as a borough's whole backlog at its worst (132): a list longer than any shift's is a mistake. */
const MOST = 200

const input = z.object({
  borough, items: z.array(id).min(1, 'Choose what you hand over').max(MOST, `Hand over at most ${MOST} at once`),
  /** By referral: what the next shift must know of it. */
  notes: z.record(z.uuid(), optionalText(1000)).nullish().transform((notes) => notes ?? {}),
  /** Of the shift as a whole: who is away, what is expected. What is about one child stands with that child. */
  shiftNote: optionalText(2000),
})

/**
 * handover, time-out-of-hours: leaves what is open to the next shift, as a list with notes. It stays with the outgoing person until
 * somebody accepts it by name; each child's record says that it was handed over.
 */
export const handOver: Act<typeof input> = {
  name: 'hand-over',
  right: 'hand-over',
  input,
  async run(context, { borough: where, items, notes, shiftNote }) {
    const membership = context.as(where)
    const { tx, actor, now } = context
    const reach = boroughsAt(actor, 'record')
    if (!reach.includes('*') && !reach.includes(where)) throw notFound()
    const chosen = [...new Set(items)].sort()
    // Locked in one order, so that two who hand over the same list at once do not wait for each other in a ring.
    const rows = await tx.$queryRaw<{ id: string; reference: string; claimed_by: string | null; decided_at: Date | null; became_referral_id: string | null }[]>`
      SELECT id, reference, claimed_by, decided_at, became_referral_id FROM referral WHERE id = ANY (${chosen}::uuid[]) AND borough = ${where} ORDER BY id FOR UPDATE`
    if (rows.length < chosen.length) throw notFound()
    const open = rows.filter((row) => row.decided_at === null && row.became_referral_id === null)
    if (open.length === 0) throw conflict('All of these have been decided: nothing of them waits')
    const taken = open.filter((row) => row.claimed_by !== null && row.claimed_by !== actor.accountId)
    if (taken.length > 0) throw invalid('items', `A colleague has ${taken.map((row) => row.reference).join(', ')} in hand: they hand it over themselves`)
    const ids = open.map((row) => row.id)
    // Offered before and taken by nobody: this list takes its place, and its hour runs on.
    await tx.handoverItem.updateMany({ where: { referralId: { in: ids }, acceptedAt: null, endedAt: null }, data: { endedAt: now } })
    const handoverId = randomUUID()
    await tx.handover.createMany({ data: [{ id: handoverId, borough: where, offeredBy: actor.accountId, asRole: membership.role, offeredAt: now }] })
    if (shiftNote !== null) await tx.handoverNote.createMany({ data: [{ handoverId, borough: where, note: shiftNote, writtenBy: actor.accountId, writtenAt: now }] })
    const people = await tx.referralPerson.findMany({ where: { referralId: { in: ids }, role: 'child' }, select: { referralId: true, personId: true } })
    const entries = new Map(open.map((row) => {
      const note = notes[row.id] ?? null
      return [row.id, context.record({
        ledger: where, kind: 'handover-offered', heading: `Handed over by ${actor.name}${row.claimed_by === null ? ', unclaimed' : ''}`, occurredAt: now,
        subjects: people.filter((person) => person.referralId === row.id).map((person) => person.personId), referralId: row.id,
        body: { by: actor.name, handover_id: handoverId, ...(note === null ? {} : { note }) },
      })] as const
    }))
    await tx.handoverItem.createMany({ data: open.map((row) => ({ handoverId, referralId: row.id, heldBy: row.claimed_by, entryId: entries.get(row.id) ?? '' })) })
    const gone = rows.length - open.length
    return {
      goTo: '/handover', says: `Handed over: ${counted(open.length, 'referral')}.${gone === 0 ? '' : ` ${gone} had been decided.`} It stays with you until somebody accepts it.`,
      ids: { handoverId },
    }
  },
}
