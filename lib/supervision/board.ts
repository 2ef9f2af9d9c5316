import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver, type ActName } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { logReading } from '@/lib/access/reading-log'
import { assigneeOptions, shortFact, standingOf } from '@/lib/deadlines/board'
import { childrenOf } from '@/lib/deadlines/children'
import { holderOf } from '@/lib/deadlines/holder'
import { explained } from '@/lib/deadlines/lines'
import { readCursor, writeCursor } from '@/lib/platform/paging'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { isEmergency } from '@/lib/policy/emergency'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { boroughWords } from '@/lib/wording/boroughs'
import { dutyWords } from '@/lib/wording/duties'
import { callWords, EMERGENCY_WORDS } from '@/lib/wording/emergencies'
import { momentWords } from '@/lib/wording/london-words'
import { timeLeft } from '@/lib/wording/time-left'
import { dueToday, fellOverdue, inBoroughs, late, OPEN, supervisionCounts } from './counts'
import { ALERTS_OF, LISTED_WHEN_NEAR, whenNear, type ListName } from './lists'
import { lastEvening } from './mornings'
import { supervised, supervisedIn } from './reach'
import type { SupervisionPage, SupervisionRow } from './view'

const PAGE = 25
const BULK_ACTS: readonly ActName[] = ['chase', 'police-challenge', 'escalate', 'acknowledge-duty', 'reassign']

export interface SupervisionFilter {
  readonly list: ListName
  readonly when: 'late' | 'day' | null
  readonly borough: string | null
  readonly mine: boolean
  /** Where the page before ended. */
  readonly after: string | null
}

interface Row {
  id: string
  child_id: string | null
  borough: string
  position: Date
  alert: string | null
  basis: string | null
  owed_by: string | null
  starts_at: Date | null
  due_at: Date | null
  day_end: boolean | null
  because: unknown
  assigned_name: string | null
  assigned_team: string | null
  acknowledged_by: string | null
  acknowledged_name: string | null
  escalation_level: number | null
  referral_id: string | null
  reference: string | null
  allocated: string | null
  meeting_id: string | null
  since: Date | null
  emergency: string | null
  called: boolean | null
  decided: boolean | null
}

/**
 * One list of the supervisor's board, soonest due first, 25 a page by key, with the counts of all of them. Null for a role that
 * supervises nothing. The children shown are in the reading log before this returns.
 */
export async function supervisionBoard(actor: Actor, filter: SupervisionFilter, now: Date): Promise<SupervisionPage | null> {
  const counts = await supervisionCounts(actor, filter.borough, now)
  if (counts === null) return null
  return readAs(actor, async (tx) => {
    const found = await rowsOf(tx, actor, filter, now)
    const shown = found.slice(0, PAGE)
    const last = shown.at(-1)
    const childOf = await childrenOf(tx, actor, shown.flatMap((row) => (row.child_id === null ? [] : [row.child_id])), now)
    const rows = shown.map((row) => rowOf(row, filter.list, actor, childOf, now))
    const read = rows.flatMap((row) => (row.child === null || row.child.masked ? [] : [row.child.id]))
    if (read.length > 0) await logReading(tx, actor, { personIds: read, depth: 'record', page: `supervision: ${filter.list}` }, now)
    const boroughs = supervised(actor)
    const areDuties = filter.list !== 'suspects' && filter.list !== 'emergencies'
    return {
      list: filter.list, rows, counts, boroughs: (boroughs.includes('*') ? [...BOROUGH_CODES] : boroughs).map((code) => ({ value: code, label: boroughWords(code) })),
      acts: areDuties ? BULK_ACTS.filter((act) => mayEver(actor, act)) : [], assignees: areDuties ? await assigneeOptions(tx, actor, boroughs, now) : [],
      next: found.length > PAGE && last !== undefined ? writeCursor({ at: last.position, id: last.id }) : null,
    }
  })
}

function rowsOf(tx: Tx, actor: Actor, filter: SupervisionFilter, now: Date): Promise<Row[]> {
  if (filter.list === 'suspects') return suspectRows(tx, actor, filter)
  if (filter.list === 'emergencies') return emergencyRows(tx, actor, filter, now)
  return dutyRows(tx, actor, filter, now)
}

const onwards = (filter: SupervisionFilter, at: Prisma.Sql, id: Prisma.Sql): Prisma.Sql => {
  const after = readCursor(filter.after ?? undefined)
  return after === null ? Prisma.sql`true` : Prisma.sql`(${at}, ${id}) > (${after.at}::timestamptz, ${after.id}::uuid)`
}
const mineOf = (actor: Actor): Prisma.Sql => Prisma.sql`(d.assigned_to = ${actor.accountId}::uuid OR d.assigned_team = ANY (${actor.memberships.map((membership) => membership.teamName)}))`

function whichDuties(list: ListName, now: Date): Prisma.Sql {
  if (list === 'overdue') return fellOverdue(now)
  if (list === 'today') return dueToday(now)
  const alerts = [...(ALERTS_OF[list] ?? [])]
  const near = alerts.filter((alert) => LISTED_WHEN_NEAR.includes(alert))
  const of = Prisma.sql`d.alert = ANY (${alerts})`
  return near.length === 0 ? of : Prisma.sql`(${of} AND (d.alert <> ALL (${near}) OR d.due_at <= ${whenNear(now)}::timestamptz))`
}

function dutyRows(tx: Tx, actor: Actor, filter: SupervisionFilter, now: Date): Promise<Row[]> {
  const wanted = [OPEN, whichDuties(filter.list, now), inBoroughs(supervisedIn(actor, filter.borough), Prisma.sql`d.borough`), onwards(filter, Prisma.sql`d.due_at`, Prisma.sql`d.id`)]
  if (filter.when === 'late') wanted.push(late(now))
  if (filter.when === 'day') wanted.push(Prisma.sql`NOT ${late(now)} AND d.due_at <= ${new Date(now.getTime() + 24 * 3_600_000)}::timestamptz`)
  if (filter.mine) wanted.push(mineOf(actor))
  // The page first, what stands beside each row after: 25 rows are joined, not the whole list.
  return tx.$queryRaw<Row[]>`
    WITH page AS MATERIALIZED (SELECT d.* FROM deadline d WHERE ${Prisma.join(wanted, ' AND ')} ORDER BY d.due_at, d.id LIMIT ${PAGE + 1})
    SELECT d.id, d.child_id, d.borough, d.due_at AS position, d.alert, d.basis, d.owed_by, d.starts_at, d.due_at, d.day_end, d.explanation->'because' AS because,
      a.name AS assigned_name, d.assigned_team, d.acknowledged_by, h.name AS acknowledged_name, d.escalation_level, r.id AS referral_id, r.reference,
      coalesce(r.allocated_to, r.allocated_team) AS allocated, m.id AS meeting_id, NULL::timestamptz AS since, NULL AS emergency, NULL::boolean AS called, NULL::boolean AS decided
    FROM page d LEFT JOIN account a ON a.id = d.assigned_to LEFT JOIN account h ON h.id = d.acknowledged_by LEFT JOIN referral r ON r.id = d.referral_id
    LEFT JOIN LATERAL (SELECT m.id FROM meeting_child k JOIN meeting m ON m.id = k.meeting_id
      WHERE d.alert = 'strategy-record-not-circulated' AND k.person_id = d.child_id AND m.held_at = d.starts_at AND m.circulated_at IS NULL LIMIT 1) m ON true
    ORDER BY d.due_at, d.id`
}

function suspectRows(tx: Tx, actor: Actor, filter: SupervisionFilter): Promise<Row[]> {
  const boroughs = supervisedIn(actor, filter.borough)
  return tx.$queryRaw<Row[]>`
    SELECT d.id, d.child_id, d.borough, o.since AS position, o.since, d.owed_by, a.name AS assigned_name, d.assigned_team, d.acknowledged_by, h.name AS acknowledged_name, d.escalation_level,
      r.id AS referral_id, r.reference, coalesce(r.allocated_to, r.allocated_team) AS allocated,
      NULL AS alert, NULL AS basis, NULL::timestamptz AS starts_at, NULL::timestamptz AS due_at, NULL::boolean AS day_end, NULL::jsonb AS because, NULL::uuid AS meeting_id, NULL AS emergency, NULL::boolean AS called, NULL::boolean AS decided
    FROM suspects_outstanding(${boroughs === null ? null : [...boroughs]}::text[]) o JOIN deadline d ON d.id = o.id
    LEFT JOIN account a ON a.id = d.assigned_to LEFT JOIN account h ON h.id = d.acknowledged_by LEFT JOIN referral r ON r.id = d.referral_id
    WHERE ${onwards(filter, Prisma.sql`o.since`, Prisma.sql`d.id`)} ${filter.mine ? Prisma.sql`AND ${mineOf(actor)}` : Prisma.empty}
    ORDER BY o.since, d.id LIMIT ${PAGE + 1}`
}

function emergencyRows(tx: Tx, actor: Actor, filter: SupervisionFilter, now: Date): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT r.id, k.person_id AS child_id, r.borough, em.recorded_at AS position, em.recorded_at AS since, em.kind AS emergency, em.call = 'made' AS called, c.name AS assigned_name,
      r.id AS referral_id, r.reference, coalesce(r.allocated_to, r.allocated_team) AS allocated, r.decided_at IS NOT NULL AS decided,
      NULL AS alert, NULL AS basis, NULL AS owed_by, NULL::timestamptz AS starts_at, NULL::timestamptz AS due_at, NULL::boolean AS day_end, NULL::jsonb AS because, NULL AS assigned_team, NULL::uuid AS acknowledged_by,
      NULL AS acknowledged_name, NULL::int AS escalation_level, NULL::uuid AS meeting_id
    FROM referral_emergency em JOIN referral r ON r.id = em.referral_id LEFT JOIN account c ON c.id = r.claimed_by
    LEFT JOIN LATERAL (SELECT rp.person_id FROM referral_person rp WHERE rp.referral_id = r.id AND rp.role = 'child' ORDER BY rp.person_id LIMIT 1) k ON true
    WHERE em.kind <> 'none' AND em.recorded_at >= ${lastEvening(now)}::timestamptz AND ${inBoroughs(supervisedIn(actor, filter.borough), Prisma.sql`r.borough`)}
      AND ${onwards(filter, Prisma.sql`em.recorded_at`, Prisma.sql`r.id`)} ${filter.mine ? Prisma.sql`AND r.claimed_by = ${actor.accountId}::uuid` : Prisma.empty}
    ORDER BY em.recorded_at, r.id LIMIT ${PAGE + 1}`
}

function rowOf(row: Row, list: ListName, actor: Actor, childOf: Awaited<ReturnType<typeof childrenOf>>, now: Date): SupervisionRow {
  const child = row.child_id === null ? null : childOf(row.child_id)
  const isDuty = row.due_at !== null && row.starts_at !== null
  // An emergency is a referral and no duty: it stands with whoever claimed it, else with whoever has the case.
  const claimed = row.assigned_name ?? row.allocated
  const holder = row.emergency !== null ? { withWhom: claimed ?? 'Unclaimed', named: claimed !== null, standing: [] } : holderOf({ owedBy: row.owed_by ?? '', assigned: row.assigned_name, team: row.assigned_team, allocated: row.allocated })
  return {
    id: row.id, dutyId: isDuty ? row.id : null, child, borough: boroughWords(row.borough),
    referral: row.referral_id === null || row.reference === null ? null : { id: row.referral_id, reference: row.reference },
    words: wordsOf(row, list), left: row.due_at === null || row.starts_at === null ? null : timeLeft({ dueAt: row.due_at, startsAt: row.starts_at, dayEnd: row.day_end ?? false }, now),
    since: row.since === null ? null : momentWords(row.since, now),
    because: child === null || child.masked ? [] : row.emergency === null ? explained({ because: row.because }).because.map(shortFact) : [callWords({ called: row.called === true, reference: null }), row.decided === true ? 'decided' : 'not decided yet'],
    withWhom: holder.withWhom, named: holder.named,
    // Of a suspect the row stands for the case: how far its review has climbed says nothing of the suspect.
    standing: list === 'suspects' ? holder.standing : [...holder.standing, ...standingOf([{ owedBy: row.owed_by ?? '', escalationLevel: row.escalation_level ?? 0, acknowledgedBy: row.acknowledged_by }], () => row.acknowledged_name ?? 'Somebody')],
    act: child?.masked === true ? null : actOf(row, list, actor),
  }
}

function wordsOf(row: Row, list: ListName): string {
  if (row.emergency !== null && isEmergency(row.emergency)) return EMERGENCY_WORDS[row.emergency]
  return list === 'suspects' ? 'A suspect nobody has dealt with' : dutyWords(row.alert ?? '', row.basis)
}

/** What settles the row, and where it is done: shown to whoever may do it; the act asks again. */
function actOf(row: Row, list: ListName, actor: Actor): SupervisionRow['act'] {
  const may = (right: ActName, href: string, words: string): SupervisionRow['act'] => (mayEver(actor, right) ? { href, words } : null)
  const person = `/people/${row.child_id}`
  switch (row.alert) {
    case 'allocation-overdue': return row.referral_id === null ? null : may('allocate', `/referrals/${row.referral_id}`, 'Allocate')
    case 'child-not-seen': case 'closure-waits-for-child': return may('record-entry', `${person}/closing/child-seen`, 'Record as seen')
    case 'supervisor-review-overdue': case 'withdrawal-unreviewed': case 'senior-review-outstanding': return may('supervisor-review', `${person}/review`, 'Review')
    case 'strategy-record-not-circulated': return row.meeting_id === null ? null : may('circulate-record', `/discussions/${row.meeting_id}`, 'Send it out')
    case 'linked-child-unassessed': case 'household-child-unassessed': case 'wider-risk-unassessed': case 'wider-risk-to-check': return may('record-entry', `${person}/other-children`, 'Assess')
    case 'dispute-unresolved': return may('escalate', `/duties/${row.id}`, 'Settle or take up')
    case null: return list === 'suspects' ? may('record-entry', `${person}/closing/suspect`, 'Record a step') : null
    default: return null
  }
}
