import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver, membershipFor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { logReading } from '@/lib/access/reading-log'
import { standingOf, isId } from '@/lib/people/standing'
import type { Tx } from '@/lib/platform/db'
import { partOf } from '@/lib/platform/like'
import { readCursor, writeCursor } from '@/lib/platform/paging'
import { Prisma } from '@/lib/platform/generated/client'
import { plainDate } from '@/lib/policy/calendar/london'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { shownOf } from '@/lib/warning-notices/queries'
import { senderWords } from '@/lib/wording/agencies'
import { boroughWords } from '@/lib/wording/boroughs'
import { bornWords, momentWords } from '@/lib/wording/london-words'
import { placeKindWords } from '@/lib/wording/places'
import { callRow, rawCalls } from './call-rows'
import { boroughChoices, lineOf, typed } from './queries'
import type { CallForm, CallView, CoverageRow, MakesafeList, MakesafeView, PremisesRow, UntaggedRow } from './view'

const PAGE = 25
const MOST = 100
/** How far back untagged calls are looked for. */
const LOOK_BACK_DAYS = 90
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const

export interface AskedMakesafe { readonly list: MakesafeList; readonly borough: string | null; readonly after?: string | undefined }

/** Operation Makesafe: calls, those without their tag, what came of them by borough and month, premises that never rang and boroughs with none. */
export async function makesafeBoard(actor: Actor, asked: AskedMakesafe, now: Date): Promise<MakesafeView | null> {
  if (!mayEver(actor, 'see-places')) return null
  const borough = asked.borough !== null && BOROUGH_CODES.includes(asked.borough) ? asked.borough : null
  const after = readCursor(asked.after)
  return readAs(actor, async (tx) => {
    const untagged = await untaggedIn(tx, actor, borough, now)
    const empty = { list: asked.list, borough, boroughs: boroughChoices(), calls: [], untagged, coverage: [], never: [], without: [], waiting: untagged.length, may: mayEver(actor, 'makesafe-call'), next: null }
    const ofBorough = borough === null ? Prisma.sql`true` : Prisma.sql`m.borough = ${borough}`
    switch (asked.list) {
      case 'untagged': return empty
      case 'calls': {
        const rows = await rawCalls(tx, Prisma.sql`${ofBorough} AND ${after === null ? Prisma.sql`true` : Prisma.sql`(m.received_at, m.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}`, PAGE + 1)
        const shown = rows.slice(0, PAGE)
        const last = shown.at(-1)
        return { ...empty, calls: shown.map((row) => callRow(row, now)), next: rows.length > PAGE && last !== undefined ? writeCursor({ at: last.received_at, id: last.id }) : null }
      }
      case 'coverage': return { ...empty, coverage: await coverage(tx, ofBorough, now), without: borough === null ? await boroughsWithout(tx) : [] }
      case 'never': return { ...empty, never: await neverRang(tx, borough), without: borough === null ? await boroughsWithout(tx) : [] }
    }
  })
}

interface Untagged { referral_id: string; reference: string; borough: string; received_at: Date; from_words: string; quoted: boolean; place_id: string | null; name: string | null }

async function untaggedIn(tx: Tx, actor: Actor, borough: string | null, now: Date): Promise<UntaggedRow[]> {
  const rows = await tx.$queryRaw<Untagged[]>`
    SELECT u.*, p.name FROM untagged_calls(${new Date(now.getTime() - LOOK_BACK_DAYS * 86_400_000)}::timestamptz, ${MOST}::int) u LEFT JOIN place p ON p.id = u.place_id
    WHERE ${borough === null ? Prisma.sql`true` : Prisma.sql`u.borough = ${borough}`} ORDER BY u.received_at DESC, u.referral_id`
  return rows.map((row) => ({
    id: row.referral_id, reference: row.reference, where: boroughWords(row.borough), received: momentWords(row.received_at, now), from: senderWords(row.from_words), why: row.quoted ? 'Quotes Makesafe' : row.place_id === null ? 'Owed its tag' : 'From registered premises',
    place: row.place_id === null ? null : { id: row.place_id, name: row.name ?? '' }, mine: membershipFor(actor, 'makesafe-call', row.borough) !== null,
  }))
}

interface Counted { borough: string; month: string; calls: number; deployed: number; waiting: number; safeguarded: number }

/** The last twelve months in London time, the latest first. */
async function coverage(tx: Tx, ofBorough: Prisma.Sql, now: Date): Promise<CoverageRow[]> {
  const rows = await tx.$queryRaw<Counted[]>`
    SELECT m.borough, to_char(m.received_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month, count(*)::int AS calls, count(*) FILTER (WHERE m.deployed)::int AS deployed, count(*) FILTER (WHERE m.outcome IS NULL)::int AS waiting,
      count(*) FILTER (WHERE m.outcome = 'child-safeguarded')::int AS safeguarded
    FROM makesafe_call m WHERE m.received_at > ${new Date(now.getTime() - 366 * 86_400_000)}::timestamptz AND ${ofBorough} GROUP BY 1, 2 ORDER BY 2 DESC, 1 LIMIT 400`
  return rows.map((row) => ({ key: `${row.borough} ${row.month}`, where: boroughWords(row.borough), month: `${MONTHS[Number(row.month.slice(5)) - 1] ?? ''} ${row.month.slice(0, 4)}`, calls: row.calls, deployed: row.deployed, waiting: row.waiting, safeguarded: row.safeguarded }))
}

async function neverRang(tx: Tx, borough: string | null): Promise<PremisesRow[]> {
  const rows = await tx.$queryRaw<{ id: string; name: string; kind: string; borough: string; leaflet_on: Date | null; trained: Date | null }[]>`
    SELECT p.id, p.name, p.kind, p.borough, p.leaflet_on, (SELECT max(e.at) FROM place_event e WHERE e.place_id = p.id AND e.kind = 'training') AS trained FROM place p
    WHERE p.makesafe AND p.closed_at IS NULL AND ${borough === null ? Prisma.sql`true` : Prisma.sql`p.borough = ${borough}`} AND NOT EXISTS (SELECT 1 FROM makesafe_call m WHERE m.place_id = p.id) ORDER BY p.borough, p.name, p.id LIMIT ${MOST}`
  const day = (at: Date | null, none: string): string => (at === null ? none : bornWords(plainDate(at.toISOString().slice(0, 10))))
  return rows.map((row) => ({ id: row.id, name: row.name, kind: placeKindWords(row.kind), where: boroughWords(row.borough), trained: day(row.trained, 'Nobody'), leaflet: day(row.leaflet_on, 'None') }))
}

async function boroughsWithout(tx: Tx): Promise<string[]> {
  const rows = await tx.place.findMany({ where: { makesafe: true, closedAt: null }, distinct: ['borough'], select: { borough: true } })
  const has = new Set(rows.map((row) => row.borough))
  return BOROUGH_CODES.filter((code) => !has.has(code)).map((code) => boroughWords(code))
}

/** One call, with what came of it; the words to those who read the borough’s records, and to whoever wrote them. */
export async function makesafeCall(actor: Actor, id: string, now: Date): Promise<CallView | null> {
  if (!mayEver(actor, 'see-places') || !isId(id)) return null
  return readAs(actor, async (tx) => {
    const [row] = await rawCalls(tx, Prisma.sql`m.id = ${id}::uuid`, 1)
    if (row === undefined) return null
    const notes = await tx.placeNote.findMany({ where: { callId: id }, orderBy: { at: 'asc' }, take: MOST })
    const referral = row.referral_id === null ? null : await tx.referral.findFirst({ where: { id: row.referral_id }, select: { reference: true } })
    const tagged = momentWords(row.tagged_at, now)
    return {
      call: callRow(row, now), quoted: row.quoted === null ? 'Not known' : row.quoted ? 'Yes' : 'No', tagged: row.tagged_at.getTime() === row.recorded_at.getTime() ? `At the call, ${tagged}` : tagged,
      referral: row.referral_id === null ? null : { id: row.referral_id, reference: referral?.reference ?? null }, notes: notes.filter((note) => note.words !== '').map((note) => ({ key: note.id, when: momentWords(note.at, now), words: note.words })),
      may: row.outcome === null && membershipFor(actor, 'makesafe-call', row.borough) !== null,
    }
  })
}

export interface AskedCall { readonly q: string; readonly place?: string | undefined; readonly child?: string | undefined }

/** What a call starts from: the premises looked for by name or postcode, those chosen, and a child that was found. */
export async function makesafeForm(actor: Actor, asked: AskedCall, now: Date): Promise<CallForm | null> {
  if (!mayEver(actor, 'makesafe-call')) return null
  const q = typed(asked.q)
  return readAs(actor, async (tx) => {
    const found = q === '' ? null : await tx.place.findMany({
      where: { closedAt: null, OR: [{ name: partOf(q) }, { line: partOf(q) }, { postcode: partOf(q) }, { telephone: partOf(q) }] }, orderBy: [{ makesafe: 'desc' }, { name: 'asc' }, { id: 'asc' }], take: 12,
    })
    const place = asked.place === undefined || !isId(asked.place) ? null : await tx.place.findFirst({ where: { id: asked.place, closedAt: null } })
    const child = asked.child === undefined ? null : await standingOf(tx, actor, asked.child, now)
    if (child !== null) await logReading(tx, actor, { personIds: [child.card.id], depth: 'index', page: 'Makesafe call' }, now)
    return {
      premises: found?.map((one) => ({ id: one.id, name: one.name, line: lineOf(one), kind: placeKindWords(one.kind), where: boroughWords(one.borough) })) ?? null,
      place: place === null ? null : { id: place.id, name: place.name, line: lineOf(place), borough: place.borough }, child: child === null ? null : shownOf(child.card.id, child.card), boroughs: boroughChoices(),
    }
  })
}
