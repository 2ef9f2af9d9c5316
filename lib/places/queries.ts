import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver, membershipFor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { logReading } from '@/lib/access/reading-log'
import { atLeast, boroughsAt } from '@/lib/access/visibility'
import { cardsOf, isId, standingOf } from '@/lib/people/standing'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import type { Place } from '@/lib/platform/generated/client'
import { containing } from '@/lib/platform/like'
import { plainDate } from '@/lib/policy/calendar/london'
import { networkAround } from '@/lib/posing-risk/network'
import type { Choice } from '@/lib/protection/view'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { shownOf } from '@/lib/warning-notices/queries'
import { boroughWords } from '@/lib/wording/boroughs'
import { joined } from '@/lib/wording/lists'
import { bornWords, momentWords } from '@/lib/wording/london-words'
import { PLACE_KINDS, placeKindWords, placeWhyWords, tacticResultWords, tacticWords } from '@/lib/wording/places'
import { callRows } from './call-rows'
import type { PlaceEventLine, PlaceLinkView, PlaceList, PlaceRow, PlaceTieLine, PlaceView } from './view'

const PAGE = 25
const MOST = 200
export const HOT_DAYS = 90
const DAY = 86_400_000
export const boroughChoices = (): Choice[] => BOROUGH_CODES.map((code) => ({ value: code, label: boroughWords(code) }))
/** What was typed into a search, as the database can hold it. */
export const typed = (q: string): string => q.replaceAll('\u0000', '').toWellFormed().trim().slice(0, 80)
export const lineOf = (place: { line: string | null; postcode: string | null }): string => [place.line, place.postcode].filter(Boolean).join(', ')
const dayWords = (at: Date | null): string | null => (at === null ? null : bornWords(plainDate(at.toISOString().slice(0, 10))))

interface Rank { readonly many: number; readonly id: string }
const writeRank = ({ many, id }: Rank): string => Buffer.from(`${many}.${id}`).toString('base64url')
function readRank(text: string | undefined): Rank | null {
  const match = text === undefined ? null : /^(\d{1,7})\.([0-9a-f-]{36})$/.exec(Buffer.from(text, 'base64url').toString())
  return match === null || !isId(match[2] ?? '') ? null : { many: Number(match[1]), id: match[2] ?? '' }
}

interface ListRow { id: string; name: string; line: string | null; postcode: string | null; kind: string; borough: string; concern: boolean; makesafe: boolean; children: number; adults: number; calls: number; trained: Date | null; many: number }
export interface AskedPlaces { readonly borough: string | null; readonly kind: string | null; readonly q: string; readonly after?: string | undefined }

/** Places of concern and premises, hot spots first: by the children linked and the calls of ninety days. The index of all London. */
export async function placeList(actor: Actor, asked: AskedPlaces, now: Date): Promise<PlaceList | null> {
  if (!mayEver(actor, 'see-places')) return null
  const borough = asked.borough !== null && BOROUGH_CODES.includes(asked.borough) ? asked.borough : null
  const kind = PLACE_KINDS.find((one) => one === asked.kind) ?? null
  const q = typed(asked.q)
  const after = readRank(asked.after)
  const rows = await readAs(actor, (tx) => tx.$queryRaw<ListRow[]>`
    SELECT * FROM (
      SELECT p.id, p.name, p.line, p.postcode, p.kind, p.borough, p.concern, p.makesafe, l.children, l.adults, c.calls, t.trained, (l.children + c.calls)::int AS many FROM place p
      CROSS JOIN LATERAL (SELECT count(DISTINCT l.person_id) FILTER (WHERE l.part <> 'adult')::int AS children, count(DISTINCT l.person_id) FILTER (WHERE l.part = 'adult')::int AS adults FROM place_link l WHERE l.place_id = p.id AND l.until IS NULL) l
      CROSS JOIN LATERAL (SELECT count(*)::int AS calls FROM makesafe_call m WHERE m.place_id = p.id AND m.received_at > ${new Date(now.getTime() - HOT_DAYS * DAY)}::timestamptz) c
      CROSS JOIN LATERAL (SELECT max(e.at) AS trained FROM place_event e WHERE e.place_id = p.id AND e.kind = 'training') t
      WHERE p.closed_at IS NULL AND ${borough === null ? Prisma.sql`true` : Prisma.sql`p.borough = ${borough}`} AND ${kind === null ? Prisma.sql`true` : Prisma.sql`p.kind = ${kind}`}
        AND ${q === '' ? Prisma.sql`true` : Prisma.sql`(p.name ILIKE ${containing(q)} OR p.line ILIKE ${containing(q)} OR replace(p.postcode, ' ', '') ILIKE ${containing(q.replaceAll(' ', ''))} OR p.reference = ${q.toUpperCase()})`}) x
    WHERE ${after === null ? Prisma.sql`true` : Prisma.sql`(x.many, x.id) < (${after.many}::int, ${after.id}::uuid)`}
    ORDER BY x.many DESC, x.id DESC LIMIT ${PAGE + 1}`)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    rows: shown.map((row): PlaceRow => ({
      id: row.id, name: row.name, line: lineOf(row), kind: placeKindWords(row.kind), where: boroughWords(row.borough), concern: row.concern, makesafe: row.makesafe, children: row.children, adults: row.adults, calls: row.calls, hot: row.many > 0,
      trained: row.makesafe ? (row.trained === null ? 'Nobody trained' : `Trained ${momentWords(row.trained, now)}`) : '',
    })),
    borough, kind, q, boroughs: boroughChoices(), next: rows.length > PAGE && last !== undefined ? writeRank(last) : null, may: mayEver(actor, 'work-places'),
  }
}

/** One place with everything linked to it across London, as deep as each goes. Everybody named on it is in the reading log first. */
export async function placeView(actor: Actor, id: string, now: Date): Promise<PlaceView | null> {
  if (!mayEver(actor, 'see-places') || !isId(id)) return null
  return readAs(actor, async (tx) => {
    const place = await tx.place.findFirst({ where: { id } })
    if (place === null) return null
    // Adults apart: of a children's home hundreds of times away would stand before who poses a risk there.
    const linksOf = (part: Prisma.PlaceLinkWhereInput['part']) => tx.placeLink.findMany({ where: { placeId: id, until: null, part }, orderBy: [{ since: 'desc' }, { id: 'asc' }], take: MOST })
    const links = [...await linksOf({ not: 'adult' }), ...await linksOf('adult')]
    const linked = await tx.placeLink.groupBy({ by: ['part', 'personId'], where: { placeId: id, until: null }, _count: true })
    const many = (adult: boolean) => ({ people: new Set(linked.filter(({ part }) => (part === 'adult') === adult).map(({ personId }) => personId)).size, links: linked.filter(({ part }) => (part === 'adult') === adult).reduce((sum, { _count }) => sum + _count, 0) })
    const { network, people } = await networkAround(tx, { place: id }, now)
    const cards = await cardsOf(tx, [...links.map((link) => link.personId), ...people], now)
    if (cards.size > 0) await logReading(tx, actor, { personIds: [...cards.keys()], depth: 'index', page: 'linked, on a place' }, now)
    const mine = new Set((await tx.person.findMany({ where: { id: { in: links.map((link) => link.personId) } }, select: { id: true } })).map((row) => row.id))
    const notes = await tx.placeNote.findMany({ where: { placeId: id, callId: null }, orderBy: { at: 'desc' }, take: MOST })
    const notesOf = (ofId: string): string | null => notes.filter((note) => note.ofId === ofId && note.words !== '').map((note) => note.words).reverse().join(' ') || null
    const events = await tx.placeEvent.findMany({ where: { placeId: id }, orderBy: { at: 'desc' }, take: MOST })
    const boroughs = [...new Set([place.borough, ...links.filter((link) => cards.get(link.personId)?.masked === false).map((link) => link.borough)])].filter((code) => code !== 'london')
    const record = boroughsAt(actor, 'record')
    const ties = links.map((link): PlaceTieLine => {
      const card = cards.get(link.personId)
      return {
        key: link.id, ...shownOf(link.personId, card), part: link.part === 'adult' || link.part === 'episode' ? link.part : 'child', why: placeWhyWords(link.why), since: momentWords(link.since, now), where: card === undefined || card.masked ? '' : boroughWords(card.homeBorough),
        words: notesOf(link.id), mine: mine.has(link.personId), episode: link.episodeId !== null && mine.has(link.personId) ? link.episodeId : null,
      }
    })
    return {
      ...headOf(place, now), record: record.includes('*') || record.includes(place.borough), notes: notes.filter((note) => note.ofId === null && note.words !== '').map((note) => ({ key: note.id, when: momentWords(note.at, now), words: note.words })),
      ties, children: many(false), adults: many(true), tactics: events.filter((event) => event.kind === 'tactic').map((event): PlaceEventLine => ({ key: event.id, when: momentWords(event.at, now), what: tacticWords(event.what), result: tacticResultWords(event.result), account: notesOf(event.id) })),
      trainings: events.filter((event) => event.kind === 'training').map((event): PlaceEventLine => ({ key: event.id, when: momentWords(event.at, now), what: `${event.people ?? 0} trained by ${event.what}`, result: '', account: notesOf(event.id) })),
      calls: await callRows(tx, Prisma.sql`m.place_id = ${id}::uuid`, MOST, now), crossBorder: boroughs.length < 2 ? null : joined(boroughs.map((code) => boroughWords(code))), network,
      may: { work: place.closedAt === null && membershipFor(actor, 'work-places', place.borough) !== null, link: place.closedAt === null && mayEver(actor, 'work-places'), list: mayEver(actor, 'list-for-meeting'), call: mayEver(actor, 'makesafe-call') },
    }
  })
}

function headOf(place: Place, now: Date) {
  const leaflet = place.leafletOn?.toISOString().slice(0, 10) ?? null
  return {
    id: place.id, reference: place.reference, name: place.name, kind: placeKindWords(place.kind), kindCode: place.kind, line: place.line, postcode: place.postcode, borough: boroughWords(place.borough), boroughCode: place.borough, concern: place.concern,
    makesafe: place.makesafe, ownerContact: place.ownerContact, telephone: place.telephone, leaflet: dayWords(place.leafletOn), version: place.version, closed: place.closedAt === null ? null : momentWords(place.closedAt, now),
    leafletParts: leaflet === null ? null : { day: String(Number(leaflet.slice(8))), month: String(Number(leaflet.slice(5, 7))), year: leaflet.slice(0, 4) },
  }
}

/** What linking somebody to a place starts from: the place, whoever was chosen, and the times away of a child. */
export async function placeLinkForm(actor: Actor, placeId: string, personId: string | undefined, now: Date): Promise<PlaceLinkView | null> {
  if (!mayEver(actor, 'work-places') || !isId(placeId)) return null
  return readAs(actor, async (tx) => {
    const place = await tx.place.findFirst({ where: { id: placeId, closedAt: null }, select: { id: true, name: true } })
    if (place === null) return null
    const person = personId === undefined ? null : await standingOf(tx, actor, personId, now)
    if (person !== null) await logReading(tx, actor, { personIds: [person.card.id], depth: 'index', page: 'link to a place' }, now)
    return { place, person: person === null ? null : shownOf(person.card.id, person.card), episodes: person === null || person.card.masked || !atLeast(person.depth, 'record') ? [] : await episodesOf(tx, person.card.id, now) }
  })
}

async function episodesOf(tx: Tx, personId: string, now: Date): Promise<Choice[]> {
  const rows = await tx.episode.findMany({ where: { personId }, orderBy: { reportedAt: 'desc' }, take: 10, select: { id: true, reference: true, reportedAt: true } })
  return rows.map((row) => ({ value: row.id, label: `${row.reference}, reported ${momentWords(row.reportedAt, now)}` }))
}
