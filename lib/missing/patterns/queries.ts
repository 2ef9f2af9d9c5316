import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayAs, mayEver } from '@/lib/access/permissions'
import { logReading } from '@/lib/access/reading-log'
import { readAs } from '@/lib/access/read-as'
import { boroughsAt, figureBoroughs } from '@/lib/access/visibility'
import { childView, CHILD_COLUMNS, namesOf, type ChildRow } from '@/lib/deadlines/children'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { londonDate, plainDate } from '@/lib/policy/calendar/london'
import { boroughWords } from '@/lib/wording/boroughs'
import { bornWords, momentWords } from '@/lib/wording/london-words'
import { FORUM_WORDS, groundWords } from '@/lib/wording/return'
import { say } from '@/lib/wording/say'
import { classInTheEnd, exploitationLink, groundsFrom, windowAt } from './grounds'
import type { AskedPatterns, BoroughCounts, CompanyRow, DailyRow, PatternChild, Patterns, PlaceRow, SettledRow } from './view'

const PAGE = 25
const MOST_WAITING = 99
/** A count below this tells of one family to whoever has no list behind it. */
const SMALL = 5

/** Where a ranked list goes on: how many, when last, which. Anything else reads as the beginning. */
interface Rank { readonly many: number; readonly last: Date; readonly key: string }
const writeRank = ({ many, last, key }: Rank): string => Buffer.from(JSON.stringify([many, last.getTime(), key])).toString('base64url')
function readRank(text: string | undefined): Rank | null {
  if (text === undefined) return null
  try {
    const [many, last, key]: unknown[] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    return typeof many === 'number' && typeof last === 'number' && Number.isSafeInteger(many) && Math.abs(last) < 8e15 && typeof key === 'string' && key.length <= 300 && !key.includes('\u0000') && key.isWellFormed() ? { many, last: new Date(last), key } : null
  } catch {
    return null
  }
}

/** The missing persons' co-ordinator's page: patterns over a rolling window, and the daily list (mis-coordinator, R199, R216, R217, R222, R223). */
export async function missingPatterns(actor: Actor, asked: AskedPatterns, now: Date): Promise<Patterns | null> {
  if (!mayEver(actor, 'see-patterns')) return null
  const window = windowAt(now)
  const reach = patternBoroughs(actor)
  const within = reach.includes('*') ? [...BOROUGH_CODES] : reach
  const borough = asked.borough !== null && within.includes(asked.borough) ? asked.borough : null
  return readAs(actor, async (tx) => {
    const base = {
      list: asked.list, days: window.days, repeat: window.repeat, borough, lists: within.length > 0, boroughs: within.map((code) => ({ value: code, label: boroughWords(code) })), maySettle: mayEver(actor, 'refer-to-forum'),
      waiting: 0, children: [], today: [], settled: [], places: [], people: [], counts: figureBoroughs(actor).length === 0 ? [] : await countsBy(tx, within.length > 0, window, now), after: asked.after ?? null, next: null,
    }
    if (within.length === 0) return base
    // All of London has no condition, so that the index on the moment alone serves it.
    const where = borough !== null ? Prisma.sql`e.borough = ${borough}` : reach.includes('*') ? Prisma.sql`true` : Prisma.sql`e.borough = ANY (${within}::text[])`
    const waiting = (await dailyRows(tx, where, window, now, null, MOST_WAITING + 1)).length
    const after = readRank(asked.after)
    const lists = { ...base, waiting }
    switch (asked.list) {
      case 'children': return { ...lists, ...await children(tx, actor, where, window, asked.without, after, now) }
      case 'today': return { ...lists, ...await today(tx, actor, where, window, after, now) }
      case 'settled': return { ...lists, ...await settled(tx, actor, borough, after, now) }
      case 'places': return { ...lists, ...await places(tx, where, window, after, now) }
      case 'people': return { ...lists, ...await people(tx, actor, borough, reach, window, after, now) }
    }
  })
}

/** Boroughs whose lists this actor may see here: where the right is held, and the record is open. */
function patternBoroughs(actor: Actor): string[] {
  const held = actor.memberships.filter((one) => mayAs(one, 'see-patterns'))
  return boroughsAt({ ...actor, memberships: held }, 'record')
}

type Window = ReturnType<typeof windowAt>

interface ChildCount extends ChildRow { person_id: string; many: number; missing: number; absent: number; last: Date; run: ('missing' | 'absent')[]; borough: string; exploited: boolean; plan: number | null; review_on: Date | null; discussed: Date | null; there: boolean }

async function children(tx: Tx, actor: Actor, where: Prisma.Sql, window: Window, without: boolean, after: Rank | null, now: Date): Promise<Pick<Patterns, 'children' | 'next'>> {
  const rows = await tx.$queryRaw<ChildCount[]>`
    SELECT g.*, ${exploitationLink(now)} AS exploited, p.id IS NOT NULL AS there, ${CHILD_COLUMNS}, t.version AS plan, t.review_on, d.discussed FROM (
      SELECT e.person_id, count(*)::int AS many, count(*) FILTER (WHERE ${classInTheEnd(now)} = 'missing')::int AS missing, count(*) FILTER (WHERE ${classInTheEnd(now)} = 'absent')::int AS absent,
        max(e.reported_at) AS last, array_agg(${classInTheEnd(now)} ORDER BY e.reported_at) AS run, (array_agg(e.borough ORDER BY e.reported_at DESC))[1] AS borough, bool_or(e.answers @> '{"cse_risk": true}') AS told
      FROM episode e WHERE e.reported_at > ${window.since}::timestamptz AND ${where} GROUP BY e.person_id) g
    LEFT JOIN person p ON p.id = g.person_id
    LEFT JOIN LATERAL (SELECT version, review_on FROM trigger_plan t WHERE t.person_id = g.person_id AND t.ended_at IS NULL ORDER BY version DESC LIMIT 1) t ON true
    LEFT JOIN LATERAL (SELECT max(m.held_at) AS discussed FROM meeting_child c JOIN meeting m ON m.id = c.meeting_id WHERE c.person_id = g.person_id AND m.kind = 'strategy-discussion' AND m.held_at > ${window.since}::timestamptz) d ON true
    WHERE (${!without} OR (g.many >= ${window.repeat} AND (t.version IS NULL OR d.discussed IS NULL)))
      AND (${after === null} OR (g.many, g.last, g.person_id::text) < (${after?.many ?? 0}::int, ${after?.last ?? now}::timestamptz, ${after?.key ?? ''}))
    ORDER BY g.many DESC, g.last DESC, g.person_id::text DESC LIMIT ${PAGE + 1}`
  const shown = rows.slice(0, PAGE)
  await log(tx, actor, shown.map((row) => row.person_id), now)
  const last = shown.at(-1)
  return {
    children: shown.map((row): PatternChild => {
      const child = childView(row.person_id, row.there ? row : null, now)
      const review = row.review_on === null ? null : plainDate(row.review_on.toISOString().slice(0, 10))
      return {
        id: row.person_id, name: child.name, age: child.age ?? '', borough: boroughWords(row.borough), many: row.many, missing: row.missing, absent: row.absent, run: row.run, last: momentWords(row.last, now), exploited: row.exploited,
        plan: row.plan === null ? 'No trigger plan' : `Version ${row.plan}${review === null ? '' : review < londonDate(now) ? `, review was due ${bornWords(review)}` : `, to be reviewed ${bornWords(review)}`}`, planMissing: row.plan === null,
        discussion: row.discussed === null ? `None in ${window.days} days` : momentWords(row.discussed, now), discussionMissing: row.discussed === null,
      }
    }),
    next: rows.length > PAGE && last !== undefined ? writeRank({ many: last.many, last: last.last, key: last.person_id }) : null,
  }
}

interface Daily extends ChildRow { person_id: string; many: number; last: Date; episode_id: string; borough: string; out: boolean; under: boolean; exploited: boolean; looked_after: boolean | null; there: boolean }

/** Children with a ground to be referred whose last time away nobody has settled: none leaves the list by itself while it stands in the window. */
const dailyRows = (tx: Tx, where: Prisma.Sql, { since, repeat }: Window, now: Date, after: Rank | null, most: number): Promise<Daily[]> => tx.$queryRaw<Daily[]>`
  SELECT x.* FROM (
    SELECT g.person_id, g.many, g.last, g.episode_id, g.borough, g.out, coalesce(years_at(p.born_on, p.age_stated, p.age_stated_on, g.last) < 13, false) AS under, ${exploitationLink(now)} AS exploited, p.looked_after, p.id IS NOT NULL AS there, ${CHILD_COLUMNS}
    FROM (SELECT e.person_id, count(*)::int AS many, max(e.reported_at) AS last, (array_agg(e.id ORDER BY e.reported_at DESC))[1] AS episode_id, (array_agg(e.borough ORDER BY e.reported_at DESC))[1] AS borough,
        bool_or(e.returned_at IS NULL) AS out, bool_or(e.answers @> '{"cse_risk": true}') AS told
      FROM episode e WHERE e.reported_at > ${since}::timestamptz AND ${where} GROUP BY e.person_id) g
    LEFT JOIN person p ON p.id = g.person_id) x
  WHERE (x.many >= ${repeat} OR x.under OR x.exploited OR x.looked_after IS TRUE) AND NOT EXISTS (SELECT 1 FROM forum_decision f WHERE f.episode_id = x.episode_id)
    AND (${after === null} OR (x.last, x.person_id::text) < (${after?.last ?? now}::timestamptz, ${after?.key ?? ''}))
  ORDER BY x.last DESC, x.person_id::text DESC LIMIT ${most}`

async function today(tx: Tx, actor: Actor, where: Prisma.Sql, window: Window, after: Rank | null, now: Date): Promise<Pick<Patterns, 'today' | 'next'>> {
  const rows = await dailyRows(tx, where, window, now, after, PAGE + 1)
  const shown = rows.slice(0, PAGE)
  await log(tx, actor, shown.map((row) => row.person_id), now)
  const last = shown.at(-1)
  return {
    today: shown.map((row): DailyRow => {
      const child = childView(row.person_id, row.there ? row : null, now)
      return {
        id: row.person_id, masked: child.masked, episodeId: row.episode_id, name: child.name, age: child.age ?? '', borough: boroughWords(row.borough), last: momentWords(row.last, now), many: row.many, out: row.out,
        grounds: groundsFrom({ many: row.many, under: row.under, exploited: row.exploited, lookedAfter: row.looked_after }, window.repeat),
      }
    }),
    next: rows.length > PAGE && last !== undefined ? writeRank({ many: last.many, last: last.last, key: last.person_id }) : null,
  }
}

async function settled(tx: Tx, actor: Actor, borough: string | null, after: Rank | null, now: Date): Promise<Pick<Patterns, 'settled' | 'next'>> {
  const rows = await tx.forumDecision.findMany({
    where: { AND: [borough === null ? {} : { borough }, after === null ? {} : { OR: [{ at: { lt: after.last } }, { at: after.last, id: { lt: after.key } }] }] }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: PAGE + 1,
  })
  const shown = rows.slice(0, PAGE)
  await log(tx, actor, shown.map((row) => row.personId), now)
  const nameOf = await namesOf(tx, shown.map((row) => row.by))
  const who = await childrenById(tx, shown.map((row) => row.personId), now)
  const last = shown.at(-1)
  return {
    settled: shown.map((row): SettledRow => ({
      key: row.id, id: row.personId, name: who(row.personId), what: row.decision === 'referred' ? `Referred: ${say(FORUM_WORDS, row.forum, 'forum redacted')}` : 'Set aside', reason: row.reason === '' ? 'Redacted' : row.reason,
      when: `${momentWords(row.at, now)}${nameOf(row.by) === null ? '' : ` by ${nameOf(row.by) ?? ''}`}`, grounds: row.grounds.map(groundWords),
    })),
    next: rows.length > PAGE && last !== undefined ? writeRank({ many: 0, last: last.at, key: last.id }) : null,
  }
}

interface Place { place: string; kind: 'from' | 'found'; times: number; children: number; last: Date }

async function places(tx: Tx, where: Prisma.Sql, { since }: Window, after: Rank | null, now: Date): Promise<Pick<Patterns, 'places' | 'next'>> {
  const rows = await tx.$queryRaw<Place[]>`
    SELECT x.* FROM (
      SELECT w.kind, min(w.place) AS place, lower(btrim(w.place)) AS key, count(*)::int AS times, count(DISTINCT e.person_id)::int AS children, max(e.reported_at) AS last
      FROM episode e CROSS JOIN LATERAL (VALUES ('from', e.missing_from), ('found', e.found_where)) AS w (kind, place)
      WHERE e.reported_at > ${since}::timestamptz AND ${where} AND btrim(coalesce(w.place, '')) <> '' GROUP BY w.kind, lower(btrim(w.place))) x
    WHERE ${after === null} OR (x.times, x.last, x.kind || x.key) < (${after?.many ?? 0}::int, ${after?.last ?? now}::timestamptz, ${after?.key ?? ''})
    ORDER BY x.times DESC, x.last DESC, x.kind || x.key DESC LIMIT ${PAGE + 1}`
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    places: shown.map((row): PlaceRow => ({ key: `${row.kind} ${row.place}`, place: row.place, as: row.kind, times: row.times, children: row.children, last: momentWords(row.last, now) })),
    next: rows.length > PAGE && last !== undefined ? writeRank({ many: last.times, last: last.last, key: `${last.kind}${last.place.trim().toLowerCase()}` }) : null,
  }
}

interface Company { key: string; name: string; about: string | null; times: number; last: Date; children: string[] }

async function people(tx: Tx, actor: Actor, borough: string | null, reach: readonly string[], { since }: Window, after: Rank | null, now: Date): Promise<Pick<Patterns, 'people' | 'next'>> {
  const where = borough !== null ? Prisma.sql`f.borough = ${borough}` : reach.includes('*') ? Prisma.sql`f.borough = ANY (${[...BOROUGH_CODES]}::text[])` : Prisma.sql`f.borough = ANY (${[...reach]}::text[])`
  const rows = await tx.$queryRaw<Company[]>`
    SELECT x.* FROM (
      SELECT lower(btrim(f.name)) AS key, min(f.name) AS name, (array_agg(f.about ORDER BY f.at DESC) FILTER (WHERE f.about IS NOT NULL))[1] AS about, count(*)::int AS times, max(f.at) AS last, array_agg(DISTINCT f.person_id::text) AS children
      FROM found_with f WHERE ${where} AND f.at > ${since}::timestamptz AND f.name <> '' GROUP BY lower(btrim(f.name))) x
    WHERE ${after === null} OR (x.times, x.last, x.key) < (${after?.many ?? 0}::int, ${after?.last ?? now}::timestamptz, ${after?.key ?? ''})
    ORDER BY x.times DESC, x.last DESC, x.key DESC LIMIT ${PAGE + 1}`
  const shown = rows.slice(0, PAGE)
  const ids = shown.flatMap((row) => row.children)
  await log(tx, actor, ids, now)
  const who = await childrenById(tx, ids, now)
  const last = shown.at(-1)
  return {
    people: shown.map((row): CompanyRow => ({ key: row.key, name: row.name, about: row.about ?? '', times: row.times, children: row.children.slice(0, 10).map((id) => ({ id, name: who(id) })), last: momentWords(row.last, now) })),
    next: rows.length > PAGE && last !== undefined ? writeRank({ many: last.times, last: last.last, key: last.key }) : null,
  }
}

async function childrenById(tx: Tx, ids: readonly string[], now: Date): Promise<(id: string) => string> {
  const wanted = [...new Set(ids)]
  const rows = wanted.length === 0 ? [] : await tx.$queryRaw<(ChildRow & { id: string })[]>`SELECT p.id, ${CHILD_COLUMNS} FROM person p WHERE p.id = ANY (${wanted}::uuid[])`
  const names = new Map(rows.map((row) => [row.id, childView(row.id, row, now).name]))
  return (id) => names.get(id) ?? childView(id, null, now).name
}

/** Whoever reads the list reads that these children are known, and were away. */
const log = async (tx: Tx, actor: Actor, personIds: readonly string[], now: Date): Promise<void> => {
  if (personIds.length > 0) await logReading(tx, actor, { personIds, depth: 'record', page: 'patterns of missing children' }, now)
}

interface CountRow { borough: string; missing: number; absent: number; children: number; repeats: number; overdue: number }

/** By borough; a number from 1 to 4 is not told to whoever has no list behind it. */
async function countsBy(tx: Tx, listed: boolean, { since, repeat }: Window, now: Date): Promise<BoroughCounts[]> {
  const rows = await tx.$queryRaw<CountRow[]>`SELECT * FROM missing_counts(${since}::timestamptz, ${now}::timestamptz, ${repeat}::int)`
  const told = (count: number): number | null => (!listed && count > 0 && count < SMALL ? null : count)
  return rows.map((row) => ({ borough: boroughWords(row.borough), missing: told(row.missing), absent: told(row.absent), children: told(row.children), repeats: told(row.repeats), overdue: told(row.overdue) }))
}
