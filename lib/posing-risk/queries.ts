import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver, membershipFor, type ActName } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { logReading } from '@/lib/access/reading-log'
import { atLeast } from '@/lib/access/visibility'
import { ringWords, type IndexCard, type PersonCard } from '@/lib/people/card'
import { openPerson } from '@/lib/people/open-person'
import { cardsOf, standingOf } from '@/lib/people/standing'
import type { PersonPage } from '@/lib/people/view'
import type { Tx } from '@/lib/platform/db'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { noticesOf, shownOf } from '@/lib/warning-notices/queries'
import { boroughsWords, boroughWords } from '@/lib/wording/boroughs'
import { concernWords } from '@/lib/wording/concerns'
import { SUSPECT_WORDS } from '@/lib/wording/closing'
import { dutyWords } from '@/lib/wording/duties'
import { momentWords } from '@/lib/wording/london-words'
import { edgeWords, identifierWords, IDENTIFIER_WORDS, placeKindWords, placeWhyWords, TACTIC_WORDS, tacticResultWords, tacticWords } from '@/lib/wording/places'
import { say } from '@/lib/wording/say'
import { timeLeft } from '@/lib/wording/time-left'
import { readCursor, writeCursor } from '@/lib/platform/paging'
import { edgesAround, networkAround } from './network'
import type { AdultHead, AdultPage, AdultView, LinkedChildLine, LinkView, Network, OtherRow, Others, OthersList, PlaceTie, ReportLine, StepLine } from './view'

const MOST = 100
const PAGE = 25

/**
 * One adult with everything that is linked to them, whichever borough it is of. What is known to exist goes as far as the index goes; what is
 * written stays with the record. Who opened it, and whoever is named beside, is in the reading log before anything is answered.
 */
export async function adultPage(actor: Actor, id: string, now: Date): Promise<AdultPage | null> {
  return readAs(actor, async (tx): Promise<AdultPage | null> => {
    const standing = await standingOf(tx, actor, id, now)
    if (standing === null) return null
    const record = atLeast(standing.depth, 'record')
    await logReading(tx, actor, { personIds: [id], depth: record ? standing.depth : 'index', page: 'adult of concern' }, now)
    if (standing.card.masked) return { shut: 'restricted', id, mayBreakGlass: mayEver(actor, 'break-glass') }
    return { shut: null, view: await viewOf(tx, actor, standing.card, record, now) }
  })
}

async function viewOf(tx: Tx, actor: Actor, card: IndexCard, record: boolean, now: Date): Promise<AdultView> {
  const edges = await edgesAround(tx, [`person:${card.id}`])
  const { network, people } = await networkAround(tx, { person: card.id }, now)
  const ends = edges.flatMap((edge) => (edge.other_id === null ? [] : [edge.person_id === card.id ? edge.other_id : edge.person_id]))
  const cards = await cardsOf(tx, [...ends, ...people], now)
  await logReading(tx, actor, { personIds: [...cards.keys()].filter((one) => one !== card.id), depth: 'index', page: 'linked, on adult of concern' }, now)
  const may = (right: ActName): boolean => record && card.boroughs.some((borough) => membershipFor(actor, right, borough) !== null)
  const suspects = edges.filter((edge) => edge.person_id === card.id && edge.other_id !== null && edge.as_what.startsWith('suspect'))
  return {
    head: headOf(card, record), crossBorder: await crossBorder(tx, card.id),
    children: await childLines(tx, actor, suspects.map((edge) => ({ id: edge.other_id ?? '', as: edge.as_what, borough: edge.borough, since: edge.since })), cards, now),
    alike: edges.filter((edge) => edge.as_what.startsWith('same ') && edge.other_id !== null).map((edge) => ({ ...shownOf(edge.other_id ?? '', cards.get(edge.other_id ?? '')), as: edgeWords(edge.as_what) })),
    places: await placeTies(tx, edges.filter((edge) => edge.place_id !== null && edge.person_id === card.id).map((edge) => ({ id: edge.place_id ?? '', why: edge.as_what, since: edge.since })), now),
    identifiers: record ? (await tx.personIdentifier.findMany({ where: { personId: card.id, endedAt: null }, orderBy: [{ kind: 'asc' }, { recordedAt: 'asc' }], take: MOST }))
      .map((row) => ({ key: row.id, kind: identifierWords(row.kind), value: row.value || 'Taken away', since: momentWords(row.recordedAt, now) })) : null,
    notices: await noticesOf(tx, actor, [card.id], 'adult of concern', now), steps: await stepLines(tx, actor, card.id, now), reports: record ? await reportsOf(tx, card.id, now) : [], meetings: record ? await meetingsOf(tx, card.id, now) : [],
    network, may: { link: mayEver(actor, 'link-people'), notice: mayEver(actor, 'warning-notice'), work: may('work-places'), list: mayEver(actor, 'list-for-meeting'), open: !record && mayEver(actor, 'open-with-reason') },
  }
}

const headOf = (card: IndexCard, record: boolean): AdultHead => ({
  id: card.id, name: card.name, reference: card.reference, age: card.age, where: boroughsWords(card.boroughs) || 'No borough', ring: ringWords(card), record,
})

/** R243: the person, a telephone, a vehicle, a name online or a place of theirs that is known in two boroughs or more. */
async function crossBorder(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ what: string; borough: string }[]>`SELECT * FROM known_boroughs(${id}::uuid)`
  const words: Readonly<Record<string, string>> = { person: 'This person', place: 'A place of theirs', ...IDENTIFIER_WORDS }
  return [...new Set(rows.map((row) => row.what))].flatMap((what) => {
    const boroughs = rows.filter((row) => row.what === what && row.borough !== 'london').map((row) => row.borough)
    return boroughs.length < 2 ? [] : [`${words[what] ?? what}: ${boroughsWords(boroughs)}`]
  })
}

interface Tied { readonly id: string; readonly as: string; readonly borough: string | null; readonly since: Date }

async function childLines(tx: Tx, actor: Actor, ties: readonly Tied[], cards: ReadonlyMap<string, PersonCard>, now: Date): Promise<LinkedChildLine[]> {
  const ids = [...new Set(ties.map((tie) => tie.id))]
  const mine = new Set((await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true } })).map((row) => row.id))
  return ids.map((id): LinkedChildLine => {
    const own = ties.filter((tie) => tie.id === id)
    const card = cards.get(id)
    const first = own[0]
    return {
      ...shownOf(id, card), ...(card === undefined || card.masked ? { as: '', where: '', since: '' } : { as: [...new Set(own.map((tie) => edgeWords(tie.as)))].join('; '), where: boroughWords(card.homeBorough), since: first === undefined ? '' : momentWords(first.since, now) }),
      open: card === undefined || card.masked ? [] : card.open.map((matter) => matter.words), ring: card === undefined || card.masked ? 'The borough’s MASH' : ringWords(card), mine: mine.has(id),
    }
  })
}

async function placeTies(tx: Tx, ties: readonly { id: string; why: string; since: Date }[], now: Date): Promise<PlaceTie[]> {
  const rows = await tx.place.findMany({ where: { id: { in: ties.map((tie) => tie.id) } } })
  return ties.flatMap((tie) => {
    const row = rows.find((one) => one.id === tie.id)
    return row === undefined ? [] : [{ id: row.id, name: row.name, kind: placeKindWords(row.kind), where: boroughWords(row.borough), why: placeWhyWords(tie.why), since: momentWords(tie.since, now) }]
  })
}

interface StepRow { entry_id: string; child_id: string; kind: string; heading: string; action: string | null; result: string | null; at: Date; borough: string }

/** What was tried: steps on the records of children that open to the actor, and tactics put down against the adult. Latest first. */
async function stepLines(tx: Tx, actor: Actor, id: string, now: Date): Promise<StepLine[]> {
  const steps = await tx.$queryRaw<StepRow[]>`SELECT * FROM suspect_steps(${id}::uuid)`
  const tactics = await tx.placeEvent.findMany({ where: { adultId: id, kind: 'tactic' }, orderBy: { at: 'desc' }, take: MOST })
  const notes = await tx.placeNote.findMany({ where: { ofId: { in: tactics.map((row) => row.id) } }, select: { ofId: true, words: true } })
  const cards = await cardsOf(tx, steps.map((row) => row.child_id), now)
  if (cards.size > 0) await logReading(tx, actor, { personIds: [...cards.keys()], depth: 'record', page: 'steps against an adult of concern' }, now)
  const said = (row: StepRow): string => (row.kind === 'suspect-action' ? say(SUSPECT_WORDS, row.action, row.heading) : row.heading)
  return [
    ...steps.map((row) => ({ at: row.at, line: { key: row.entry_id, when: momentWords(row.at, now), what: said(row), result: row.result === null ? '' : say(TACTIC_WORDS, row.result), about: shownOf(row.child_id, cards.get(row.child_id)), where: boroughWords(row.borough), account: null } })),
    ...tactics.map((row) => ({ at: row.at, line: { key: row.id, when: momentWords(row.at, now), what: tacticWords(row.what), result: tacticResultWords(row.result), about: null, where: boroughWords(row.borough), account: notes.find((note) => note.ofId === row.id)?.words ?? null } })),
  ].sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, MOST).map(({ line }) => line)
}

async function reportsOf(tx: Tx, id: string, now: Date): Promise<ReportLine[]> {
  const rows = await tx.referral.findMany({
    where: { people: { some: { personId: id, role: { not: 'matched' } } } }, orderBy: { receivedAt: 'desc' }, take: 20, select: { id: true, reference: true, form: true, concern: true, receivedAt: true, borough: true },
  })
  return rows.map((row) => ({ id: row.id, reference: row.reference, words: `${row.form === 'contact' ? 'Contact' : 'Referral'}: ${concernWords(row.concern)}`, when: momentWords(row.receivedAt, now), where: boroughWords(row.borough) }))
}

/** Items of meetings about this adult, as their chronology has them. */
async function meetingsOf(tx: Tx, id: string, now: Date): Promise<AdultView['meetings']> {
  const rows = await tx.entrySubject.findMany({
    where: { personId: id, kind: { in: ['listed-for-meeting', 'meeting-held', 'meeting-item-closed'] } }, orderBy: { occurredAt: 'desc' }, take: 20, select: { entryId: true, kind: true, occurredAt: true, entry: { select: { heading: true } } },
  })
  return rows.map((row) => ({ key: row.entryId, when: momentWords(row.occurredAt, now), what: row.entry.heading }))
}

/** The network around a child or any other person whose record opens. */
export const personNetwork = (actor: Actor, id: string, now: Date): Promise<PersonPage<Network> | null> =>
  openPerson(actor, id, 'network', now, async (tx) => {
    const { network, people } = await networkAround(tx, { person: id }, now)
    const others = people.filter((one) => one !== id)
    if (others.length > 0) await logReading(tx, actor, { personIds: others, depth: 'index', page: 'linked, on network' }, now)
    return network
  })

/** What linking starts from: the adult, and the child who was chosen. Null where either is not the actor’s to see. */
export async function linkForm(actor: Actor, adultId: string, childId: string | undefined, now: Date): Promise<LinkView | null> {
  if (!mayEver(actor, 'link-people')) return null
  return readAs(actor, async (tx) => {
    const adult = await standingOf(tx, actor, adultId, now)
    if (adult === null || adult.card.masked) return null
    const child = childId === undefined || childId === adultId ? null : await standingOf(tx, actor, childId, now)
    await logReading(tx, actor, { personIds: [adultId, ...(child === null ? [] : [child.card.id])], depth: 'index', page: 'link an adult to a child' }, now)
    return { adult: shownOf(adultId, adult.card), child: child === null ? null : shownOf(child.card.id, child.card) }
  })
}

interface Asked { readonly list: OthersList; readonly borough: string | null; readonly after?: string | undefined }
interface Owed { id: string; child_id: string; alert: string; item: string | null; borough: string; starts_at: Date; due_at: Date; day_end: boolean; adults: string[] }
interface Tie { id: string; adult_id: string; child_id: string; borough: string | null; since: Date }

/**
 * Other children at risk from the same person: what is owed about each, soonest due first, so that what is late stands on top; or the ties of
 * which nothing shows that anybody looked further. Of all London at the depth of the index; what is done is done on the child’s own record.
 */
export async function othersAtRisk(actor: Actor, asked: Asked, now: Date): Promise<Others | null> {
  if (!mayEver(actor, 'see-others-at-risk')) return null
  const borough = asked.borough !== null && BOROUGH_CODES.includes(asked.borough) ? asked.borough : null
  const after = readCursor(asked.after)
  return readAs(actor, async (tx) => {
    const page = { list: asked.list, borough, boroughs: BOROUGH_CODES.map((code) => ({ value: code, label: boroughWords(code) })) }
    const [at, id] = [after?.at ?? new Date(0), after?.id ?? '00000000-0000-0000-0000-000000000000']
    if (asked.list === 'owed') {
      const rows = await tx.$queryRaw<Owed[]>`SELECT * FROM others_at_risk(${borough}, ${at}::timestamptz, ${id}::uuid, ${PAGE + 1}::int)`
      const shown = rows.slice(0, PAGE)
      const last = shown.at(-1)
      const { cards, mine } = await namesFor(tx, actor, shown.flatMap((row) => [row.child_id, ...row.adults]), now)
      return {
        ...page, next: rows.length > PAGE && last !== undefined ? writeCursor({ at: last.due_at, id: last.id }) : null,
        rows: shown.map((row): OtherRow => ({
          ...rowOf(row.id, row.child_id, row.adults, row.borough, cards, mine), what: dutyWords(row.alert), left: timeLeft({ dueAt: row.due_at, dayEnd: row.day_end, startsAt: row.starts_at }, now), since: momentWords(row.starts_at, now),
        })),
      }
    }
    const rows = await tx.$queryRaw<Tie[]>`SELECT * FROM unlooked_ties(${borough}, ${at}::timestamptz, ${id}::uuid, ${PAGE + 1}::int)`
    const shown = rows.slice(0, PAGE)
    const last = shown.at(-1)
    const { cards, mine } = await namesFor(tx, actor, shown.flatMap((row) => [row.child_id, row.adult_id]), now)
    return {
      ...page, next: rows.length > PAGE && last !== undefined ? writeCursor({ at: last.since, id: last.id }) : null,
      rows: shown.map((row): OtherRow => ({ ...rowOf(row.id, row.child_id, [row.adult_id], row.borough, cards, mine), what: 'No check since this adult became known', left: null, since: momentWords(row.since, now) })),
    }
  })
}

async function namesFor(tx: Tx, actor: Actor, ids: readonly string[], now: Date): Promise<{ cards: ReadonlyMap<string, PersonCard>; mine: ReadonlySet<string> }> {
  const cards = await cardsOf(tx, ids, now)
  if (cards.size > 0) await logReading(tx, actor, { personIds: [...cards.keys()], depth: 'index', page: 'others at risk' }, now)
  const rows = await tx.person.findMany({ where: { id: { in: [...cards.keys()] } }, select: { id: true } })
  return { cards, mine: new Set(rows.map((row) => row.id)) }
}

function rowOf(key: string, childId: string, adults: readonly string[], borough: string | null, cards: ReadonlyMap<string, PersonCard>, mine: ReadonlySet<string>): Pick<OtherRow, 'key' | 'child' | 'adults' | 'where' | 'doIt' | 'ring'> {
  const card = cards.get(childId)
  const masked = card === undefined || card.masked
  return {
    key, child: shownOf(childId, card), adults: [...new Set(adults)].map((id) => shownOf(id, cards.get(id))), where: masked || borough === null ? '' : boroughWords(borough), doIt: mine.has(childId) ? `/people/${childId}/other-children` : null,
    ring: masked ? 'somebody who may open the record' : ringWords(card),
  }
}

