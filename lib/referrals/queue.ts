import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver } from '@/lib/access/permissions'
import { boroughInReach } from '@/lib/access/reach-sql'
import { logReading } from '@/lib/access/reading-log'
import { readAs } from '@/lib/access/read-as'
import { boroughsAt } from '@/lib/access/visibility'
import { meantAmong } from '@/lib/people/meant'
import { containing } from '@/lib/platform/like'
import { readCursor, writeCursor } from '@/lib/platform/paging'
import { Prisma } from '@/lib/platform/generated/client'
import { allSent, type Tx } from '@/lib/platform/db'
import type { Waiting } from '@/lib/shell/waiting'
import { overdue } from '@/lib/policy/calendar/duration'
import { boroughWords } from '@/lib/wording/boroughs'
import { concernWords } from '@/lib/wording/concerns'
import { callWords, EMERGENCY_WORDS } from '@/lib/wording/emergencies'
import { dutyWords } from '@/lib/wording/duties'
import { isRated } from '@/lib/wording/levels'
import { momentWords } from '@/lib/wording/london-words'
import { agoWords, spanWords } from '@/lib/wording/spans'
import { timeLeft } from '@/lib/wording/time-left'
import { backlogs } from './backlog'
import { childrenOfReferrals, type ReferralChildren } from './children'
import { cameInOutOfHours, owedNow } from './out-of-hours'
import { headsNow, queueMark } from './changes'
import { emergenciesOf, type StandingEmergency } from './emergency'
import { type QueuePage, type QueueRow } from './view'

const PAGE = 25
/** A referral with no open clock stands behind all that have one. */
const NEVER = new Date('9999-01-01T00:00:00Z')

export interface QueueAsked {
  readonly borough: string | null
  readonly rag: string | null
  readonly who: 'unclaimed' | 'mine' | null
  readonly late: boolean
  readonly concern: string | null
  /** Who sent it, by agency: absent or null for all. */
  readonly agency?: string | null
  /** Name, spelled otherwise or not, date of birth, telephone, address or reference. */
  readonly q: string | null
  readonly after: string | null
}

interface Row {
  id: string
  reference: string
  form: string
  borough: string
  concern: string | null
  from_words: string
  rag: string | null
  urgency: string | null
  received_at: Date
  claimed_by: string | null
  claimed_at: Date | null
  claimed_name: string | null
  duty_id: string | null
  alert: string | null
  basis: string | null
  owed_by: string | null
  starts_at: Date | null
  due_at: Date | null
  day_end: boolean | null
  position: Date
  emergency: string | null
  /** Handed over by a shift and accepted by nobody yet: by whom and since when. */
  offered_at: Date | null
  offered_name: string | null
  /** The emergency duty team handed it over, accepted since or not. */
  by_night: boolean
  child_ids: string[]
}

/**
 * The MASH queue: every contact and referral of the actor's boroughs that waits for a decision, what falls due first on
 * top, 25 a page by key. Null for those with no queue. The children named are read at index depth, and logged.
 */
export async function queue(actor: Actor, asked: QueueAsked, now: Date): Promise<QueuePage | null> {
  const boroughs = boroughsAt(actor, 'record')
  if (!mayEver(actor, 'see-queue') || boroughs.length === 0) return null
  return readAs(actor, async (tx) => {
    // The backlog over the first page only: whoever turns on has read it. What it asks second is not waited for by the children.
    const [{ rows, shown, totals, heads, children, emergencies }, backlog] = await Promise.all([standing(tx, actor, asked, now), asked.after === null ? backlogs(tx, actor, now) : []])
    const last = shown.at(-1)
    return {
      rows: shown.map((row) => rowOf(row, children.get(row.id), emergencies.get(row.id), actor, now)),
      next: rows.length > PAGE && last !== undefined ? writeCursor({ at: last.position, id: last.id }) : null,
      counts: { waiting: totals.waiting, late: totals.late, shown: shown.length, everything: totals.everything },
      oldest: totals.oldest === null ? null : agoWords(totals.oldest, now),
      nextDue: totals.next === null ? null : spanWords(totals.next.getTime() - now.getTime()),
      backlog,
      boroughs: (boroughs.includes('*') ? [] : boroughs).map((code) => ({ code, words: boroughWords(code) })),
      mayClaim: mayEver(actor, 'claim'), mark: queueMark(actor, heads),
    }
  }, asked.q === null ? { planned: 'once' } : {})
}

/** One page of what stands in the queue, with the children each is about: read, and in the reading log. */
async function standing(tx: Tx, actor: Actor, asked: QueueAsked, now: Date) {
  const { rows, totals, heads } = await page(tx, actor, asked, now)
  const shown = rows.slice(0, PAGE)
  const beside = Promise.all([
    childrenOfReferrals(tx, actor, shown.map((row) => row.id), now), emergenciesOf(tx, shown.flatMap((row) => (row.emergency === null ? [] : [row.id]))),
    logReading(tx, actor, { personIds: shown.flatMap((row) => row.child_ids), depth: 'index', page: 'queue', ...(asked.q === null ? {} : { query: asked.q }) }, now)])
  // The backlog was asked for together with the page.
  allSent(tx)
  const [children, emergencies] = await beside
  return { rows, shown, totals, heads, children, emergencies }
}

/** The first wall, as a condition on `r`. */
const reachOf = (actor: Actor): Prisma.Sql => boroughInReach(actor, 'record', Prisma.sql`r.borough`)

const OPEN = Prisma.sql`r.decided_at IS NULL AND r.became_referral_id IS NULL`
/** Of a referral's clocks the one that runs out first; a reminder to the referrer moves nobody up the queue. */
const FIRST_DUE = Prisma.sql`LEFT JOIN LATERAL (
  SELECT d.id, d.alert, d.basis, d.owed_by, d.starts_at, d.due_at, d.day_end FROM deadline d
  WHERE d.referral_id = r.id AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL AND d.owed_by <> 'referrer'
  ORDER BY d.due_at, d.id LIMIT 1) d ON true`

/** Of the whole queue, whatever the filters leave of it. */
interface Over { everything: number; heads: Readonly<Record<string, number>> }
interface Totals { waiting: number; late: number; oldest: Date | null; next: Date | null }

/** Counts over a list: what the words over it say, the same on each of its pages. */
const totalsOf = (now: Date): Prisma.Sql => Prisma.sql`
  count(*)::int AS waiting, (count(*) FILTER (WHERE w.due_at < ${now}::timestamptz))::int AS late, min(w.received_at) AS oldest,
  min(w.due_at) FILTER (WHERE w.due_at >= ${now}::timestamptz) AS next`

/**
 * An emergency stands before all else, one that nobody has before one that somebody has; then what a shift left and nobody took;
 * then by what falls due first. As an instant long before any other, so that one key turns the pages.
 */
const RANKED = Prisma.sql`coalesce(d.due_at, ${NEVER}::timestamptz) - CASE WHEN em.kind IS NOT NULL AND r.claimed_by IS NULL THEN interval '40 years'
  WHEN em.kind IS NOT NULL THEN interval '30 years' WHEN ho.offered_at IS NOT NULL THEN interval '20 years' ELSE interval '0' END`
const STANDING = Prisma.sql`LEFT JOIN referral_emergency em ON em.referral_id = r.id AND em.kind <> 'none'
  LEFT JOIN LATERAL (SELECT h.offered_at, h.offered_by FROM handover_item i JOIN handover h ON h.id = i.handover_id
    WHERE i.referral_id = r.id AND i.accepted_at IS NULL AND i.ended_at IS NULL AND (r.claimed_at IS NULL OR r.claimed_at <= h.offered_at) LIMIT 1) ho ON true`

/** One walk over what waits in the actor's boroughs answers the page and the counts over what the filters leave. */
async function page(tx: Tx, actor: Actor, asked: QueueAsked, now: Date): Promise<{ rows: Row[]; totals: Totals & Over; heads: Over['heads'] }> {
  const after = readCursor(asked.after ?? undefined)
  const wanted = [Prisma.sql`true`]
  if (asked.borough !== null) wanted.push(Prisma.sql`w.borough = ${asked.borough}`)
  if (asked.rag !== null) wanted.push(Prisma.sql`w.rag = ${asked.rag}`)
  if (asked.concern !== null) wanted.push(Prisma.sql`(w.concern = ${asked.concern} OR ${asked.concern} = ANY (w.other_concerns))`)
  if (asked.agency != null) wanted.push(Prisma.sql`w.from_agency = ${asked.agency}`)
  if (asked.who === 'unclaimed') wanted.push(Prisma.sql`w.claimed_by IS NULL`)
  if (asked.who === 'mine') wanted.push(Prisma.sql`w.claimed_by = ${actor.accountId}::uuid`)
  if (asked.late) wanted.push(Prisma.sql`w.due_at < ${now}::timestamptz`)
  if (asked.q !== null) wanted.push(matches(asked.q))
  const from = after === null ? Prisma.sql`true` : Prisma.sql`(w.position, w.id) > (${after.at}::timestamptz, ${after.id}::uuid)`
  const rows = await tx.$queryRaw<((Row | { id: null }) & Totals & Over)[]>`
    WITH w AS MATERIALIZED (
      SELECT r.id, r.reference, r.form, r.borough, r.concern, r.other_concerns, r.from_agency, r.from_words, r.rag, r.urgency, r.received_at, r.claimed_by, r.claimed_at,
        d.id AS duty_id, d.alert, d.basis, d.owed_by, d.starts_at, d.due_at, d.day_end, ${RANKED} AS position,
        em.kind AS emergency, ho.offered_at, ho.offered_by
      FROM referral r ${FIRST_DUE} ${STANDING} WHERE ${reachOf(actor)} AND ${OPEN}),
    ${asked.q === null ? Prisma.empty : meant(asked.q)}
    found AS MATERIALIZED (SELECT w.* FROM w WHERE ${Prisma.join(wanted, ' AND ')}),
    totals AS (SELECT ${totalsOf(now)}, (SELECT count(*)::int FROM w) AS everything, ${headsNow(actor)} AS heads FROM found w),
    page AS (SELECT w.*, a.name AS claimed_name, o.name AS offered_name, EXISTS (SELECT 1 FROM handover_item i JOIN handover h ON h.id = i.handover_id
        WHERE i.referral_id = w.id AND h.as_role = 'emergency-duty-worker') AS by_night,
        ARRAY(SELECT rp.person_id FROM referral_person rp WHERE rp.referral_id = w.id AND rp.role = 'child') AS child_ids FROM found w LEFT JOIN account a ON a.id = w.claimed_by LEFT JOIN account o ON o.id = w.offered_by
      WHERE ${from} ORDER BY w.position, w.id LIMIT ${PAGE + 1})
    SELECT totals.*, page.* FROM totals LEFT JOIN page ON true ORDER BY page.position, page.id`
  // An empty page still has its counts: one row with nothing of a referral in it.
  return { rows: rows.filter((row): row is Row & Totals & Over => row.id !== null), totals: rows[0] ?? { ...NOTHING, everything: 0, heads: {} }, heads: rows[0]?.heads ?? {} }
}

const NOTHING: Totals = { waiting: 0, late: 0, oldest: null, next: null }

/**
 * The people of the referrals that wait whom the search of people means by what was typed. Each referral's people by its own key: joined freely, the planner
 * reads the people of every referral there ever was.
 */
const meant = (q: string): Prisma.Sql => Prisma.sql`
    named AS MATERIALIZED (SELECT w.id, rp.person_id FROM w CROSS JOIN LATERAL (SELECT x.person_id FROM referral_person x WHERE x.referral_id = w.id OFFSET 0) rp),
    meant AS MATERIALIZED (SELECT ARRAY(SELECT named.id FROM named WHERE named.person_id = ANY (${meantAmong(q, Prisma.sql`ARRAY(SELECT named.person_id FROM named)`)})) AS ids),`

/**
 * Inside one queue: the open referrals are few, so their people are looked through as they are, for a part of a name or an address as well. A scalar with a limit and no
 * EXISTS: that one the planner answers by reading the people of every referral there ever was.
 */
function matches(q: string): Prisma.Sql {
  const like = containing(q)
  return Prisma.sql`(w.reference ILIKE ${like} OR w.id = ANY ((SELECT ids FROM meant)::uuid[]) OR coalesce((
    SELECT true FROM referral_person rp JOIN person p ON p.id = rp.person_id LEFT JOIN person_address pa ON pa.person_id = p.id
    WHERE rp.referral_id = w.id AND (concat_ws(' ', p.given_name, p.family_name) ILIKE ${like} OR p.description ILIKE ${like}
      OR concat_ws(', ', pa.line, pa.postcode) ILIKE ${like} OR p.reference ILIKE ${like}) LIMIT 1), false))`
}

/** How many wait in the actor's boroughs, and how many are past their time: for the bar. */
export const queueWaiting = (actor: Actor, now: Date): Waiting => Prisma.sql`
  SELECT count(*)::int AS waiting, (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM deadline d WHERE d.referral_id = r.id AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL
    AND d.owed_by <> 'referrer' AND d.due_at < ${now}::timestamptz)))::int AS late FROM referral r WHERE ${reachOf(actor)} AND ${OPEN}`

function rowOf(row: Row, of: ReferralChildren | undefined, emergency: StandingEmergency | undefined, actor: Actor, now: Date): QueueRow {
  const duty = row.duty_id === null || row.due_at === null || row.starts_at === null ? null
    : { dueAt: row.due_at, startsAt: row.starts_at, dayEnd: row.day_end ?? false }
  const mine = row.claimed_by === actor.accountId
  return {
    id: row.id, reference: row.reference, form: row.form === 'contact' ? 'contact' : 'referral', borough: boroughWords(row.borough),
    children: of?.children ?? [], earlier: of?.earlier ?? null, notLookedFor: of?.notLookedFor ?? 0, concern: concernWords(row.concern), from: row.from_words,
    rag: isRated(row.rag) ? row.rag : null,
    emergency: emergency === undefined ? null : { words: EMERGENCY_WORDS[emergency.kind], call: callWords(emergency) },
    handedOver: row.offered_at === null ? null : { by: row.offered_name ?? 'The last shift', since: momentWords(row.offered_at, now) },
    next: duty === null || row.duty_id === null ? null : {
      id: row.duty_id, words: dutyWords(row.alert ?? '', row.basis), owedBy: owedNow(row.owed_by ?? '', { receivedAt: row.received_at, urgent: row.urgency === 'high' || row.rag === 'red', handedOver: row.by_night }, now), left: timeLeft(duty, now),
      note: overdue({ ...duty }, now) ? null : row.rag,
    },
    received: momentWords(row.received_at, now), outOfHours: cameInOutOfHours(row.received_at), claimedBy: mine ? 'You' : row.claimed_name,
    claimedSince: row.claimed_at === null ? null : momentWords(row.claimed_at, now), mine,
  }
}
