import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayAs, mayEver } from '@/lib/access/permissions'
import { boroughInReach } from '@/lib/access/reach-sql'
import { logReading } from '@/lib/access/reading-log'
import { readAs } from '@/lib/access/read-as'
import { boroughsAt } from '@/lib/access/visibility'
import { packsOf } from '@/lib/deadlines/pack-for'
import { Prisma } from '@/lib/platform/generated/client'
import type { Tx } from '@/lib/platform/db'
import { dueAfter } from '@/lib/policy/calendar/duration'
import { durationOf } from '@/lib/policy/packs'
import { childrenOfReferrals, type ReferralChildren } from '@/lib/referrals/children'
import { emergenciesOf, type StandingEmergency } from '@/lib/referrals/emergency'
import { gradeOf } from '@/lib/referrals/view'
import { boroughWords } from '@/lib/wording/boroughs'
import { concernWords } from '@/lib/wording/concerns'
import { dutyWords } from '@/lib/wording/duties'
import { callWords, EMERGENCY_WORDS } from '@/lib/wording/emergencies'
import { momentWords } from '@/lib/wording/london-words'
import { roleWords } from '@/lib/wording/roles'
import { timeLeft } from '@/lib/wording/time-left'
import type { AcceptedLine, HandoverLine, HandoverPage, OfferedHandover } from './view'

/** A shift's list is read to its end; what is not on it waits in the queue all the same. */
const MOST = 60
const DAY = 24 * 60 * 60 * 1000

interface Row {
  id: string
  reference: string
  borough: string
  concern: string | null
  rag: string | null
  claimed_by: string | null
  held_name: string | null
  alert: string | null
  basis: string | null
  starts_at: Date | null
  due_at: Date | null
  day_end: boolean | null
}

interface OfferedRow extends Row {
  handover_id: string
  offered_by: string
  offered_name: string | null
  offered_at: Date
  as_role: string
  note: string | null
}

const COLUMNS = Prisma.sql`r.id, r.reference, r.borough, r.concern, r.rag, r.claimed_by, a.name AS held_name, d.alert, d.basis, d.starts_at, d.due_at, d.day_end`
const BESIDE = Prisma.sql`LEFT JOIN account a ON a.id = r.claimed_by LEFT JOIN referral_emergency em ON em.referral_id = r.id AND em.kind <> 'none'
  LEFT JOIN LATERAL (SELECT d.alert, d.basis, d.starts_at, d.due_at, d.day_end FROM deadline d
    WHERE d.referral_id = r.id AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL AND d.owed_by <> 'referrer' AND d.rule <> 'mash/handover-accepted'
    ORDER BY d.due_at, d.id LIMIT 1) d ON true`
const OPEN = Prisma.sql`r.decided_at IS NULL AND r.became_referral_id IS NULL`
/** Offered, accepted by nobody, and not claimed since. */
const WAITS = Prisma.sql`i.accepted_at IS NULL AND i.ended_at IS NULL AND (r.claimed_at IS NULL OR r.claimed_at <= h.offered_at)`

/**
 * What shifts left that nobody has accepted, what this actor could leave, and what was accepted in the last day. Null for those who
 * have no queue. The children named are read at index depth, those with a note at narrative depth, and logged.
 */
export async function handoverPage(actor: Actor, now: Date): Promise<HandoverPage | null> {
  if (!mayEver(actor, 'see-queue') || boroughsAt(actor, 'record').length === 0) return null
  return readAs(actor, async (tx) => {
    const [offered, leave] = [await offeredRows(tx, actor), await leaveRows(tx, actor)]
    const ids = [...new Set([...offered, ...leave].map((row) => row.id))]
    const [children, emergencies] = [await childrenOfReferrals(tx, actor, ids, now), await emergenciesOf(tx, ids)]
    const noted = new Set(offered.flatMap((row) => (row.note === null ? [] : [row.id])))
    const people = (of: (id: string) => boolean): string[] => ids.filter(of).flatMap((id) => (children.get(id)?.children ?? []).map((child) => child.id))
    await logReading(tx, actor, { personIds: people((id) => !noted.has(id)), depth: 'index', page: 'hand-over' }, now)
    await logReading(tx, actor, { personIds: people((id) => noted.has(id)), depth: 'narrative', page: 'hand-over' }, now)
    const line = (row: Row, note: string | null): HandoverLine => lineOf(row, note, children.get(row.id), emergencies.get(row.id), actor, now)
    const pack = await packsOf(tx, offered.map((row) => row.borough))
    const shiftNotes = new Map((await tx.handoverNote.findMany({ where: { handoverId: { in: [...new Set(offered.map((row) => row.handover_id))] } }, select: { handoverId: true, note: true } })).map((row) => [row.handoverId, row.note]))
    return {
      offered: [...new Set(offered.map((row) => row.handover_id))].map((id): OfferedHandover => {
        const rows = offered.filter((row) => row.handover_id === id)
        const [first] = rows as [OfferedRow, ...OfferedRow[]]
        return {
          id, borough: boroughWords(first.borough), by: first.offered_name ?? 'Not known', as: roleWords(first.as_role), since: momentWords(first.offered_at, now),
          late: dueAfter(first.offered_at, durationOf(pack(first.borough, first.offered_at), 'handover.accept')).dueAt.getTime() < now.getTime(),
          own: first.offered_by === actor.accountId, note: shiftNotes.get(id) ?? null, lines: rows.map((row) => line(row, row.note)),
        }
      }),
      leave: leavingBoroughs(actor).map((code) => {
        const rows = leave.filter((row) => row.borough === code)
        return {
          code, borough: boroughWords(code), more: Math.max(0, rows.length - MOST),
          lines: rows.slice(0, MOST).map((row) => {
            const shown = line(row, null)
            return { ...shown, ticked: row.claimed_by === actor.accountId || shown.emergency !== null || shown.next?.left.tone === 'late' }
          }),
        }
      }).filter((borough) => borough.lines.length > 0),
      accepted: await acceptedLately(tx, actor, now),
      may: mayEver(actor, 'accept-handover'), outOfHours: actor.memberships.some((membership) => membership.role === 'emergency-duty-worker'),
    }
  })
}

const leavingBoroughs = (actor: Actor): string[] =>
  [...new Set(actor.memberships.filter((membership) => mayAs(membership, 'hand-over')).flatMap((membership) => membership.boroughs))].sort()

/** Emergencies first, what the actor has in hand, then what falls due soonest; not what waits to be accepted already. */
async function leaveRows(tx: Tx, actor: Actor): Promise<Row[]> {
  const boroughs = leavingBoroughs(actor)
  if (boroughs.length === 0) return []
  return tx.$queryRaw<Row[]>`
    SELECT w.* FROM unnest(${boroughs}::text[]) AS b (code) CROSS JOIN LATERAL (
      SELECT ${COLUMNS} FROM referral r ${BESIDE}
      WHERE r.borough = b.code AND ${OPEN} AND (r.claimed_by IS NULL OR r.claimed_by = ${actor.accountId}::uuid)
        AND NOT EXISTS (SELECT 1 FROM handover_item i JOIN handover h ON h.id = i.handover_id WHERE i.referral_id = r.id AND ${WAITS})
      ORDER BY (em.kind IS NOT NULL) DESC, (r.claimed_by IS NOT NULL) DESC, d.due_at NULLS LAST, r.id LIMIT ${MOST + 40}) w`
}

/** The oldest offer first: it has waited longest for somebody's name. The note is a word of the entry, read where that opens. */
function offeredRows(tx: Tx, actor: Actor): Promise<OfferedRow[]> {
  return tx.$queryRaw<OfferedRow[]>`
    SELECT ${COLUMNS}, h.id AS handover_id, h.offered_by, o.name AS offered_name, h.offered_at, h.as_role, p.body ->> 'note' AS note
    FROM handover_item i JOIN handover h ON h.id = i.handover_id JOIN referral r ON r.id = i.referral_id ${BESIDE}
    LEFT JOIN account o ON o.id = h.offered_by LEFT JOIN entry_payload p ON p.entry_id = i.entry_id
    WHERE ${boroughInReach(actor, 'record', Prisma.sql`h.borough`)} AND ${OPEN} AND ${WAITS}
    ORDER BY h.offered_at, h.id, (em.kind IS NOT NULL) DESC, d.due_at NULLS LAST, r.id LIMIT 300`
}

function lineOf(row: Row, note: string | null, of: ReferralChildren | undefined, emergency: StandingEmergency | undefined, actor: Actor, now: Date): HandoverLine {
  return {
    referralId: row.id, reference: row.reference, children: of?.children ?? [], concern: concernWords(row.concern), rag: gradeOf(row.rag),
    emergency: emergency === undefined ? null : `${EMERGENCY_WORDS[emergency.kind]}. ${callWords(emergency)}.`,
    next: row.due_at === null || row.starts_at === null ? null : { words: dutyWords(row.alert ?? '', row.basis), left: timeLeft({ dueAt: row.due_at, startsAt: row.starts_at, dayEnd: row.day_end ?? false }, now) },
    heldBy: row.claimed_by === null ? null : row.claimed_by === actor.accountId ? 'You' : row.held_name ?? 'Somebody', note,
  }
}

async function acceptedLately(tx: Tx, actor: Actor, now: Date): Promise<AcceptedLine[]> {
  const rows = await tx.$queryRaw<{ id: string; reference: string; by: string | null; from: string | null; at: Date }[]>`
    SELECT r.id, r.reference, a.name AS by, o.name AS from, i.accepted_at AS at
    FROM handover h JOIN handover_item i ON i.handover_id = h.id JOIN referral r ON r.id = i.referral_id
    LEFT JOIN account a ON a.id = i.accepted_by LEFT JOIN account o ON o.id = h.offered_by
    WHERE ${boroughInReach(actor, 'record', Prisma.sql`h.borough`)} AND h.offered_at > ${new Date(now.getTime() - 3 * DAY)}::timestamptz
      AND i.accepted_at > ${new Date(now.getTime() - DAY)}::timestamptz
    ORDER BY i.accepted_at DESC, r.id LIMIT 50`
  return rows.map((row) => ({ referralId: row.id, reference: row.reference, by: row.by ?? 'Not known', from: row.from ?? 'Not known', at: momentWords(row.at, now) }))
}
