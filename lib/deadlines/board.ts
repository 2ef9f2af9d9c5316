import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver, type ActName } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { actionWords } from '@/lib/access/words'
import { logReading } from '@/lib/access/reading-log'
import { boroughsAt } from '@/lib/access/visibility'
import { discussionFigures } from '@/lib/figures/discussions'
import { Prisma } from '@/lib/platform/generated/client'
import { allSent, type Tx } from '@/lib/platform/db'
import { dueAfter } from '@/lib/policy/calendar/duration'
import { meantAmong } from '@/lib/people/meant'
import { calledFor } from '@/lib/meetings/calls/queries'
import { boroughWords } from '@/lib/wording/boroughs'
import { concernWords } from '@/lib/wording/concerns'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { momentWords } from '@/lib/wording/london-words'
import { roleWords } from '@/lib/wording/roles'
import { spanWords } from '@/lib/wording/spans'
import { timeLeft } from '@/lib/wording/time-left'
import { assigneesIn } from './assignees'
import { childrenOf, readsWords } from './children'
import { DISCUSSION_ALERTS } from './discussion'
import { holderOf } from './holder'
import { ladderOf } from './ladder'
import { bandWords, dueWords, explained, momentOfRule } from './lines'
import type { AssigneeOption, Band, Board, BoardRow, ChildView, LateAction } from './view'

export const PAGE = 25
/** Acts whose buttons the board has, in the order of its form. */
const BOARD_ACTS: readonly ActName[] = ['chase', 'police-challenge', 'escalate', 'acknowledge-duty', 'reassign']

export interface BoardFilter {
  /** `late`: past their time; `day`: due within 24 hours; null: late or due within three working days. */
  readonly when: 'late' | 'day' | null
  readonly borough: string | null
  /** A basis of the bands, or null. */
  readonly band: string | null
  readonly mine: boolean
  /** Name, spelled otherwise or not, date of birth, address: absent or null for all. */
  readonly q?: string | null
  /** Where the page before ended; null on the first page. */
  readonly after: string | null
}

/** The keyset of a row: due time and id, so that a row added meanwhile neither repeats nor hides another. */
export const cursorOf = (row: { due_at: Date; id: string }): string => `${row.due_at.getTime().toString(36)}.${row.id}`
function readCursor(cursor: string | null): { at: Date; id: string } | null {
  const [at, id] = (cursor ?? '').split('.')
  if (at === undefined || id === undefined || !/^[0-9a-z]{1,11}$/.test(at) || !/^[0-9a-f-]{36}$/.test(id)) return null
  return { at: new Date(Number.parseInt(at, 36)), id }
}

interface Lead { id: string; child_id: string; borough: string; due_at: Date }
interface Totals { total: number; late_ones: number; day: number; oldest: Date | null; upcoming: Date | null }

/** The rows that match, and of these whom the search of people means by what was typed. A child who is masked is found by nothing. */
function leads(actor: Actor, filter: BoardFilter, now: Date): Prisma.Sql {
  if (filter.q == null) return Prisma.sql`leads AS MATERIALIZED (${everyLead(actor, filter, now)})`
  return Prisma.sql`every AS MATERIALIZED (${everyLead(actor, filter, now)}), leads AS MATERIALIZED (SELECT * FROM every
    WHERE child_id = ANY ((SELECT ${meantAmong(filter.q, Prisma.sql`ARRAY(SELECT child_id FROM every ORDER BY due_at, id LIMIT 5000)`)})::uuid[]))`
}

/** One row for each child with a discussion to be held: the clock that runs out first among those that match. */
function everyLead(actor: Actor, filter: BoardFilter, now: Date): Prisma.Sql {
  const reach = boroughsAt(actor, 'record')
  const boroughs = filter.borough === null ? reach : reach.includes('*') || reach.includes(filter.borough) ? [filter.borough] : []
  const until = filter.when === 'day' ? new Date(now.getTime() + 24 * 3_600_000) : dueAfter(now, { unit: 'working-days', n: 3 }).dueAt
  const late = Prisma.sql`(d.due_at < ${now}::timestamptz OR (d.day_end AND d.due_at = ${now}::timestamptz))`
  const teams = actor.memberships.map((membership) => membership.teamName)
  return Prisma.sql`
      SELECT DISTINCT ON (d.child_id, d.borough) d.id, d.child_id, d.borough, d.due_at, ${late} AS late
      FROM deadline d
      WHERE d.alert = ANY (${[...DISCUSSION_ALERTS]}) AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL
        AND d.due_at <= ${until}::timestamptz
        ${boroughs.includes('*') ? Prisma.empty : Prisma.sql`AND d.borough = ANY (${boroughs})`}
        ${filter.band === null ? Prisma.empty : Prisma.sql`AND d.basis = ${filter.band}`}
        ${filter.mine ? Prisma.sql`AND (d.assigned_to = ${actor.accountId}::uuid OR d.assigned_team = ANY (${teams}))` : Prisma.empty}
        ${filter.when === 'late' ? Prisma.sql`AND ${late}` : Prisma.empty}
        ${filter.when === 'day' ? Prisma.sql`AND NOT ${late}` : Prisma.empty}
      ORDER BY d.child_id, d.borough, d.due_at, d.id`
}

export interface BoardPage extends Board {
  readonly next25: string | null
}

/**
 * The CAIT supervisor's board: every late and soon-due strategy discussion in reach, with what stands beside it. Null for a
 * role that has no board. The children shown are in the reading log before this returns.
 */
export async function board(actor: Actor, filter: BoardFilter, now: Date): Promise<BoardPage | null> {
  if (!mayEver(actor, 'see-board')) return null
  // This month's; a year's stand a click away. Counted beside the list: neither waits for the other, and neither is within the other, or a full pool would wait for itself.
  const [figures, listed] = await Promise.all([discussionFigures(actor, filter.borough, now), listOf(actor, filter, now)])
  return { ...listed, figures }
}

function listOf(actor: Actor, filter: BoardFilter, now: Date): Promise<Omit<BoardPage, 'figures'>> {
  return readAs(actor, async (tx) => {
    const after = readCursor(filter.after)
    const from = leads(actor, filter, now)
    // One walk over the leads answers both the page and the counts; an empty page still has its counts, in a row without an id.
    const walked = tx.$queryRaw<((Lead | { id: null }) & Totals)[]>(Prisma.sql`
      WITH ${from}, totals AS (SELECT count(*)::int AS total, (count(*) FILTER (WHERE late))::int AS late_ones,
        (count(*) FILTER (WHERE NOT late AND due_at <= ${new Date(now.getTime() + 24 * 3_600_000)}::timestamptz))::int AS day,
        min(due_at) FILTER (WHERE late) AS oldest, min(due_at) FILTER (WHERE NOT late) AS upcoming FROM leads),
      page AS (SELECT id, child_id, borough, due_at FROM leads
        ${after === null ? Prisma.empty : Prisma.sql`WHERE (due_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)`}
        ORDER BY due_at, id LIMIT ${PAGE + 1})
      SELECT totals.*, page.* FROM totals LEFT JOIN page ON true ORDER BY page.due_at, page.id`)
    const page = async () => {
      const found = await walked
      const leads = found.filter((row): row is Lead & Totals => row.id !== null)
      const shown = leads.slice(0, PAGE)
      return { counts: found[0], leads: await readLeads(tx, actor, shown, now), more: leads.length > PAGE, last: shown.at(-1) }
    }
    // What waits for nothing else is asked for together with it.
    const [{ counts, leads: beside, more, last }, lateActions, assignees] = await Promise.all([page(), lateActionsOf(tx, actor, filter.borough, now), assigneeOptions(tx, actor, boroughsAt(actor, 'record'), now)])
    const read = [...beside.leads.map(({ lead }) => beside.childOf(lead.child_id)), ...lateActions.rows.map((action) => action.child)].filter((child) => !child.masked)
    const done = Promise.all([
      lastDone(tx, actor, beside.clocks, beside.latest, now),
      read.length > 0 || filter.q != null ? logReading(tx, actor, { personIds: read.map((child) => child.id), depth: 'record', page: 'strategy discussions', ...(filter.q == null ? {} : { query: filter.q }) }, now) : null,
    ])
    allSent(tx)
    const [lastOf] = await done
    return {
      rows: beside.leads.map((lead) => rowOf(lead, beside, lastOf, now)), lateActions, counts: { late: counts?.late_ones ?? 0, total: counts?.total ?? 0, day: counts?.day ?? 0 },
      oldest: counts?.oldest ? spanWords(now.getTime() - counts.oldest.getTime()) : null,
      next: counts?.upcoming ? spanWords(counts.upcoming.getTime() - now.getTime()) : null,
      boroughs: boroughsOffered(actor), acts: BOARD_ACTS.filter((act) => mayEver(actor, act)), records: mayEver(actor, 'record-strategy-discussion'), assignees,
      next25: more && last !== undefined ? cursorOf(last) : null,
    }
  }, filter.q == null ? { planned: 'once' } : {})
}

function boroughsOffered(actor: Actor): { code: string; words: string }[] {
  const reach = boroughsAt(actor, 'record')
  const codes = reach.includes('*') ? [...BOROUGH_CODES] : reach
  return codes.map((code) => ({ code, words: boroughWords(code) }))
}

/** Whom this actor may give duties to: people of the agency whose duties are theirs to give. */
export async function assigneeOptions(tx: Tx, actor: Actor, boroughs: readonly string[], now: Date): Promise<AssigneeOption[]> {
  const agencies = actor.memberships.filter((membership) => mayEver({ ...actor, memberships: [membership] }, 'reassign')).map((membership) => membership.agency)
  if (agencies.length === 0 || boroughs.includes('*')) return []
  const found = await assigneesIn(tx, agencies, boroughs, now)
  return found.map((one) => ({ value: one.code, label: one.role === null ? `${one.name} (team)` : `${one.name}, ${roleWords(one.role)}` }))
}

/** An open discussion clock (or one that such a clock replaced) with what a row says beside it. */
interface Clock {
  id: string
  rule: string
  alert: string
  basis: string | null
  childId: string
  borough: string
  owedBy: string
  startsAt: Date
  dueAt: Date
  dayEnd: boolean
  supersededAt: Date | null
  supersededBy: string | null
  supersededWhy: string | null
  assignedTo: string | null
  assignedName: string | null
  assignedTeam: string | null
  acknowledgedBy: string | null
  acknowledgedName: string | null
  escalationLevel: number
  explanation: unknown
  /** The referral and who has it; null where there is none in reach. */
  referralId: string | null
  reference: string | null
  allocated: string | null
  notQuorate: boolean
}

async function clocksOf(tx: Tx, childIds: readonly string[], boroughs: readonly string[]): Promise<Clock[]> {
  return tx.$queryRaw<Clock[]>`
    SELECT d.id, d.rule, d.alert, d.basis, d.child_id AS "childId", d.borough, d.owed_by AS "owedBy", d.starts_at AS "startsAt", d.due_at AS "dueAt", d.day_end AS "dayEnd",
      d.superseded_at AS "supersededAt", d.superseded_by AS "supersededBy", d.superseded_why AS "supersededWhy", d.assigned_to AS "assignedTo", a.name AS "assignedName",
      d.assigned_team AS "assignedTeam", d.acknowledged_by AS "acknowledgedBy", h.name AS "acknowledgedName", d.escalation_level AS "escalationLevel",
      jsonb_build_object('because', d.explanation->'because') AS explanation,
      r.id AS "referralId", r.reference, coalesce(r.allocated_to, r.allocated_team) AS allocated,
      EXISTS (SELECT 1 FROM deadline n WHERE n.child_id = d.child_id AND n.alert = 'strategy-discussion-quorum'
        AND n.met_at IS NULL AND n.ended_at IS NULL AND n.superseded_at IS NULL) AS "notQuorate"
    FROM deadline d LEFT JOIN account a ON a.id = d.assigned_to LEFT JOIN account h ON h.id = d.acknowledged_by LEFT JOIN referral r ON r.id = d.referral_id
    WHERE d.child_id = ANY (${[...childIds]}::uuid[]) AND d.borough = ANY (${[...boroughs]}) AND d.alert = ANY (${[...DISCUSSION_ALERTS]})
      AND d.met_at IS NULL AND d.ended_at IS NULL
    ORDER BY d.due_at, d.id`
}

/** One row to be: a child's duties of one borough, the one that runs out first among them. */
interface Led { readonly lead: Lead; readonly first: Clock; readonly own: readonly Clock[] }

interface BesideLeads {
  readonly leads: readonly Led[]
  readonly clocks: readonly Clock[]
  readonly childOf: (id: string) => ChildView
  readonly calledOf: (id: string) => string[]
  readonly latest: ReadonlyMap<string, Latest>
}

/** What stands beside these leads but for what was last done about them, which is asked by what is found here. */
async function readLeads(tx: Tx, actor: Actor, shown: readonly Lead[], now: Date): Promise<BesideLeads> {
  const childIds = [...new Set(shown.map((row) => row.child_id))]
  const boroughs = [...new Set(shown.map((row) => row.borough))]
  const [clocks, childOf, calledOf, latest] = await Promise.all([childIds.length === 0 ? [] : clocksOf(tx, childIds, boroughs), childrenOf(tx, actor, childIds, now), calledFor(tx, childIds), latestOf(tx, childIds)])
  const leads = shown.flatMap((lead) => {
    const own = clocks.filter((clock) => clock.supersededAt === null && clock.childId === lead.child_id && clock.borough === lead.borough)
    const first = own.find((clock) => clock.id === lead.id) ?? own[0]
    return first === undefined ? [] : [{ lead, first, own }]
  })
  return { leads, clocks, childOf, calledOf, latest }
}

function rowOf({ lead, first, own }: Led, { clocks, childOf, calledOf }: BesideLeads, lastOf: Awaited<ReturnType<typeof lastDone>>, now: Date): BoardRow {
  const names = new Map(own.flatMap((clock) => [[clock.assignedTo, clock.assignedName], [clock.acknowledgedBy, clock.acknowledgedName]] as const))
  const nameOf = (id: string | null): string | null => (id === null ? null : names.get(id) ?? 'Somebody')
  const child = childOf(lead.child_id)
  const named = own.find((clock) => clock.assignedTo !== null || clock.assignedTeam !== null)
  const referral = own.find((clock) => clock.referralId !== null)
  const holder = holderOf({ owedBy: first.owedBy, assigned: nameOf(named?.assignedTo ?? null), team: named?.assignedTeam ?? null, allocated: referral?.allocated ?? null })
  const bandOf = (clock: Clock): Band => band(clock, clocks, now)
  return {
    ids: own.map((clock) => clock.id).join(','), child, borough: boroughWords(lead.borough), first: bandOf(first), others: own.filter((clock) => clock !== first).map(bandOf),
    referral: referral?.referralId == null || referral.reference === null ? null : { id: referral.referralId, reference: referral.reference },
    because: child.masked ? [] : explained(first.explanation).because.map(shortFact), withWhom: holder.withWhom, named: holder.named,
    standing: [...holder.standing, ...calledOf(lead.child_id), ...standingOf(own, nameOf)], last: lastOf(own.map((clock) => clock.id), lead.child_id, lead.borough), notQuorate: own.some((clock) => clock.notQuorate),
  }
}

function band(clock: Clock, all: readonly Clock[], now: Date): Band {
  return {
    id: clock.id, words: bandWords(clock), left: timeLeft(clock, now),
    why: `from ${momentOfRule(clock.rule)}, ${momentWords(clock.startsAt, now)}`,
    former: formerOf(clock, all).map((former) => `was due ${dueWords(former)}, until new facts ${momentWords(former.supersededAt ?? now, now)}`),
  }
}

/** 'the concern is neglect' says no more on a board than 'neglect'; a short form keeps its capitals. */
export function shortFact(fact: string): string {
  const concern = /^the concern is (.+)$/.exec(fact)?.[1]
  if (concern === undefined) return fact
  const words = concernWords(concern.replaceAll(' ', '-'))
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}

/** The clocks this one has replaced, nearest first. */
function formerOf(clock: Clock, all: readonly Clock[]): Clock[] {
  const replaced = all.filter((other) => other.supersededBy === clock.id && other.supersededWhy !== 'corrected')
  return replaced.flatMap((former) => [former, ...formerOf(former, all)])
}

interface Standing { owedBy: string; escalationLevel: number; acknowledgedBy: string | null }
export function standingOf(clocks: readonly Standing[], nameOf: (id: string | null) => string | null): string[] {
  const highest = clocks.reduce<Standing | null>((top, clock) => (clock.escalationLevel > (top?.escalationLevel ?? 0) ? clock : top), null)
  const role = highest === null ? undefined : ladderOf(highest.owedBy)[highest.escalationLevel - 1]
  const holder = clocks.find((clock) => clock.acknowledgedBy !== null)?.acknowledgedBy ?? null
  return [...(role === undefined ? [] : [`Escalated to ${roleWords(role)}`]), ...(holder === null ? [] : [`In hand: ${nameOf(holder)}`])]
}

interface Latest { readonly person_id: string; readonly heading: string; readonly recorded_at: Date }

/** Of each child the last entry that somebody made. */
async function latestOf(tx: Tx, childIds: readonly string[]): Promise<ReadonlyMap<string, Latest>> {
  const rows = childIds.length === 0 ? [] : await tx.$queryRaw<Latest[]>`
    SELECT p.id AS person_id, l.heading, l.recorded_at FROM unnest(${[...childIds]}::uuid[]) AS p(id)
    CROSS JOIN LATERAL (
      SELECT e.heading, e.recorded_at FROM entry_subject s JOIN entry e ON e.id = s.entry_id
      WHERE s.person_id = p.id AND s.kind NOT IN ('record-opened', 'act-refused', 'duty-breached', 'duty-warned') ORDER BY s.occurred_at DESC LIMIT 1) l`
  return new Map(rows.map((row) => [row.person_id, row]))
}

/**
 * The last thing done about each of these duties: a chase, challenge, escalation; else the child's last entry. Headings at
 * record depth; the note only where the words open. Nothing but acts on the duty for a restricted child.
 */
async function lastDone(tx: Tx, actor: Actor, clocks: readonly Clock[], latest: ReadonlyMap<string, Latest>, now: Date) {
  const dutyIds = clocks.map((clock) => clock.id)
  // That a clock ran out is not something that somebody did about it. The words are behind their own policy.
  const about = dutyIds.length === 0 ? [] : await tx.$queryRaw<{ deadline_id: string; heading: string; recorded_at: Date; body: unknown }[]>`
    SELECT a.deadline_id, a.heading, a.recorded_at, (SELECT p.body FROM entry_payload p WHERE p.entry_id = a.entry_id) AS body
    FROM duty_entries(${dutyIds}::uuid[]) a WHERE a.kind NOT IN ('duty-breached', 'duty-warned')`
  return (ids: readonly string[], childId: string, borough: string): BoardRow['last'] => {
    const [act] = about.filter((entry) => ids.includes(entry.deadline_id)).sort((a, b) => b.recorded_at.getTime() - a.recorded_at.getTime())
    if (act !== undefined) return {
      heading: act.heading, when: momentWords(act.recorded_at, now),
      // Every child on the board has a strategy clock, so the police are involved.
      note: readsWords(actor, borough, childId, true) ? noteOf(act.body) : null,
    }
    const entry = latest.get(childId)
    return entry === undefined ? null : { heading: entry.heading, when: momentWords(entry.recorded_at, now), note: null }
  }
}

export function noteOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null
  const said = body as Record<string, unknown>
  const note = said['note'] ?? said['reason']
  return typeof note === 'string' && note !== '' ? note : null
}

interface LateRow { readonly id: string; readonly childId: string; readonly dueAt: Date; readonly dayEnd: boolean; readonly startsAt: Date; readonly itemId: string | null; readonly total: number }
/** How many stand beside the discussions. */
const LATE_SHOWN = 8

/** Agreed actions past their own date, the oldest first: they stand beside the discussions that set them. */
async function lateActionsOf(tx: Tx, actor: Actor, borough: string | null, now: Date): Promise<{ rows: LateAction[]; total: number }> {
  const reach = boroughsAt(actor, 'record')
  const boroughs = borough === null ? reach : reach.includes('*') || reach.includes(borough) ? [borough] : []
  const late = Prisma.sql`d.alert = 'action-overdue' AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL AND d.due_at < ${now}::timestamptz
    ${boroughs.includes('*') ? Prisma.empty : Prisma.sql`AND d.borough = ANY (${boroughs})`}`
  // How many there are is asked only where they do not all stand here, and not beyond a thousand.
  const rows = await tx.$queryRaw<LateRow[]>`
    WITH oldest AS MATERIALIZED (SELECT d.id, d.child_id, d.due_at, d.day_end, d.starts_at, d.item_id FROM deadline d WHERE ${late} ORDER BY d.due_at, d.id LIMIT ${LATE_SHOWN})
    SELECT o.id, o.child_id AS "childId", o.due_at AS "dueAt", o.day_end AS "dayEnd", o.starts_at AS "startsAt", o.item_id AS "itemId",
      (SELECT CASE WHEN count(*) < ${LATE_SHOWN} THEN count(*)::int ELSE (SELECT count(*)::int FROM (SELECT 1 FROM deadline d WHERE ${late} LIMIT 1000) every) END FROM oldest) AS total
    FROM oldest o ORDER BY o.due_at, o.id`
  const [wordsOf, childOf] = await Promise.all([
    actionWords(tx, rows.flatMap((row) => (row.itemId !== null && /^[0-9a-f-]{36}$/.test(row.itemId) ? [row.itemId] : []))), childrenOf(tx, actor, rows.map((row) => row.childId), now),
  ])
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => {
      const child = childOf(row.childId)
      return { id: row.id, child, left: timeLeft(row, now), what: (child.masked || row.itemId === null ? undefined : wordsOf(row.itemId)?.what) ?? 'An agreed action' }
    }),
  }
}
