import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { actionWords } from '@/lib/access/words'
import { namesOf } from '@/lib/deadlines/children'
import { policyHistories } from '@/lib/deadlines/histories'
import { dueWords } from '@/lib/deadlines/lines'
import { packFor } from '@/lib/deadlines/pack-for'
import type { PersonCard } from '@/lib/people/card'
import { cardsOf } from '@/lib/people/standing'
import { personName } from '@/lib/people/person-name'
import type { Tx } from '@/lib/platform/db'
import { overdue } from '@/lib/policy/calendar/duration'
import { londonDate, plainDate } from '@/lib/policy/calendar/london'
import { clause } from '@/lib/policy/clauses'
import { categoryNow } from '@/lib/policy/exploitation/category'
import { factsForOptions, OPTION_WORDS, optionsFor, type OptionId } from '@/lib/policy/exploitation/options'
import { chairVerdict } from '@/lib/policy/meetings/chair'
import { mayStayAway } from '@/lib/policy/meetings/members'
import type { History } from '@/lib/policy/rule'
import { ageWords } from '@/lib/wording/ages'
import { agencyWords } from '@/lib/wording/agencies'
import { boroughWords } from '@/lib/wording/boroughs'
import { flagWords } from '@/lib/wording/concerns'
import { instantWords, londonClock, momentWords, shortDate } from '@/lib/wording/london-words'
import { CATEGORY_WORDS } from '@/lib/wording/outcomes'
import { RANK_WORDS } from '@/lib/wording/roles'
import { say } from '@/lib/wording/say'
import { actionsToTakeUp } from '../agenda/earlier-actions'
import { minutesOf, optionsConsidered, type Minutes } from '../agenda/minutes'
import { strategyBehind } from '../agenda/strategy-behind'
import { MINUTE_FIELDS, type ItemKind } from '../kind'
import { partWords } from '../words'
import { logRoom, markOf, roomOf } from './reach'
import type { AgreedView, EarlierView, ItemLine, ItemView, OptionView, RoomChanges, RoomView } from './view'
import { FIELD_WORDS, GROUP_WORDS, RISK_WORDS } from './words'

/** A clause as people cite it: where it stands, not what we call it. */
const sourceOf = (id: string): string => clause(id).source

export interface Shown {
  /** The item that is worked on; else the first that is open. */
  readonly item?: string | undefined
  /** For a screen that everybody in the room sees: restricted people masked for everyone, nothing that is not shared with every agency asked. */
  readonly projector?: boolean
  /** The page asked for itself, nobody opened it anew. */
  readonly by: 'person' | 'screen'
}

/**
 * The live room of a MAP or a MASE as this actor may see it, with whom it shows written to the reading log first. Null where there is none for
 * them. Only a meeting in session has anything in it: before, it is prepared on its page, and after, its record is there.
 */
export function meetingRoom(actor: Actor, id: string, shown: Shown, now: Date): Promise<RoomView | null> {
  return readAs(actor, async (tx) => {
    const room = await roomOf(tx, actor, id)
    if (room === null) return null
    const { call, kind, state } = room
    const chair = call.chairName === null ? null : [call.chairName, ...(call.chairRank === null ? [] : [say(RANK_WORDS, call.chairRank)]), agencyWords(call.chairAgency)].join(', ')
    const pack = await packFor(tx, call.borough, now)
    const verdict = call.chairName === null ? null : chairVerdict(kind.agenda.meeting, { rank: call.chairRank, agency: call.chairAgency, chair: call.chairName }, pack)
    const head = {
      id, meeting: kind.agenda.meeting, title: kind.title, page: `${kind.path}/${id}`, borough: boroughWords(call.borough), reference: call.reference, when: instantWords(call.meetsAt), state,
      opened: call.openedAt === null ? null : londonClock(call.openedAt), chair, chairSays: kind.chair.says,
      chairWarning: verdict === null || verdict.ok !== false ? null : { says: verdict.says ?? kind.chair.says, clause: sourceOf(verdict.clause) }, mayRun: room.mayRun, closesBy: sourceOf(kind.agenda.closes.clause),
      mark: await markOf(tx, id), at: now.toISOString(),
    }
    if (state !== 'open') return { ...head, people: [], notThere: [], noResearch: [], earlier: [], waiting: 0, agenda: [], item: null, next: null, protects: [] }

    const people = await tx.meetingAttendance.findMany({ where: { callId: id }, orderBy: [{ part: 'asc' }, { name: 'asc' }, { id: 'asc' }] })
    const present = people.filter((one) => one.present)
    const members = kind.agenda.members.of(pack).map((member) => member.part).filter((part) => !mayStayAway(part))
    const agenda = await readAgenda(tx, { callId: id, works: room.works, projector: shown.projector === true, agencies: people.map((one) => one.agency) }, now)
    const open = agenda.filter((line) => !line.closed)
    const chosen = agenda.find((line) => line.id === shown.item) ?? (shown.projector === true ? await lastWrittenIn(tx, open) : undefined) ?? open[0] ?? agenda[0]
    const victims = agenda.flatMap((line) => (line.kind === 'victim' && line.personId !== null ? [line.personId] : []))
    const earlier = room.works ? await readEarlier(tx, { call, victims, agenda, agencies: people.map((one) => one.agency) }, now) : []
    const item = chosen === undefined ? null : await readItem(tx, { line: chosen, works: room.works, needs: kind.agenda.closes.fields, research: kind.agenda.research !== null, projector: shown.projector === true }, now)
    const seen = [...agenda.filter((line) => !line.masked).flatMap((line) => line.personId ?? [])]
    await logRoom(tx, actor, { personIds: seen, by: shown.by }, now)
    const lineOf = ({ id: lineId, number, kind: lineKind, name, masked, closed, risk, decision }: Line): ItemLine => ({ id: lineId, number, kind: lineKind, name, masked, closed, risk, decision })
    const later = chosen === undefined ? [] : [...open.filter((line) => line.number > chosen.number), ...open.filter((line) => line.number < chosen.number)]
    return {
      ...head,
      people: people.map(({ id: rowId, part, agency, name, rank, present: here, canCommit }) => ({ id: rowId, part: partWords(part), agency: agencyWords(agency), name, rank, present: here, canCommit })),
      notThere: members.filter((part) => !present.some((one) => one.part === part)).map(partWords),
      noResearch: kind.agenda.research === null ? [] : lackingResearch(agenda),
      earlier, waiting: earlier.filter((action) => action.taken === null).length,
      agenda: kind.agenda.items.map((group) => ({ kind: group, title: GROUP_WORDS[group], lines: agenda.filter((line) => line.kind === group).map(lineOf) })).filter((group) => group.lines.length > 0),
      item, next: later[0]?.id ?? null,
      protects: agenda.filter((line) => line.personId !== null && !line.masked).map((line) => ({ value: line.personId ?? '', label: line.name })),
    }
  })
}

/** What has changed since `since`: the last version of each field, and a mark of all the rest. Null where there is no room for this actor. */
export function roomChanges(actor: Actor, id: string, since: Date, now: Date): Promise<RoomChanges | null> {
  return readAs(actor, async (tx) => {
    const room = await roomOf(tx, actor, id)
    if (room === null) return null
    const head = { state: room.state, mark: await markOf(tx, id), at: now.toISOString() }
    if (room.state !== 'open') return { ...head, fields: [] }
    const items = await tx.meetingItem.findMany({ where: { callId: id }, select: { id: true, personId: true } })
    const minutes = await minutesOf(tx, items.map((item) => item.id))
    // A save that was begun before the last look and kept after it would be missed without an overlap.
    const from = since.getTime() - OVERLAP_MS
    const changed = items.flatMap((item) => Object.entries(minutes(item.id)).flatMap(([field, last]) => (last.at.getTime() < from ? [] : [{ item, field: field as (typeof MINUTE_FIELDS)[number], last }])))
    const nameOf = await namesOf(tx, changed.map(({ last }) => last.by))
    await logRoom(tx, actor, { personIds: changed.flatMap(({ item }) => item.personId ?? []), by: 'screen' }, now)
    return {
      ...head,
      fields: changed.map(({ item, field, last }) => ({
        item: item.id, field, version: last.version, base: last.base, text: last.text, by: nameOf(last.by) ?? 'Somebody', mine: last.by === actor.accountId, now: now.getTime() - last.at.getTime() < WRITING_MS,
      })),
    }
  })
}

const OVERLAP_MS = 20_000
/** Whoever saved so lately is writing still: a save comes about each second. */
const WRITING_MS = 6_000

type Line = ItemLine & {
  readonly personId: string | null
  readonly card: PersonCard | undefined
  readonly opens: boolean
  readonly why: string | null
  readonly override: string | null
  readonly reference: string | null
  readonly sharedWith: readonly string[]
  readonly agencies: readonly string[]
  readonly minutes: Minutes
  readonly bornOn: Date | null
  readonly closedAt: Date | null
  readonly closedBy: string | null
}

interface Of {
  readonly callId: string
  /** Sees by the borough’s record; else as an agency that is asked. */
  readonly works: boolean
  readonly projector: boolean
  /** Those who were asked or are there. */
  readonly agencies: readonly string[]
}

async function readAgenda(tx: Tx, { callId, works, projector, agencies }: Of, now: Date): Promise<Line[]> {
  const rows = await tx.meetingItem.findMany({
    where: { callId }, orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true, personId: true, placeId: true, strategyReference: true, sharedWith: true, riskLevel: true, closedAt: true, closedBy: true },
  })
  const words = new Map((await tx.$queryRaw<{ item_id: string; title: string | null; why: string | null; override_reason: string | null; opens: boolean }[]>`SELECT * FROM agenda_words(${callId}::uuid)`).map((row) => [row.item_id, row]))
  const told = works ? new Map<string, never>() : new Map((await tx.$queryRaw<{ item_id: string; given_name: string | null; family_name: string | null; description: string | null; born_on: Date | null }[]>`
    SELECT item_id, given_name, family_name, description, born_on FROM agenda_people(${callId}::uuid)`).map((row) => [row.item_id, row]))
  const cards = works ? await cardsOf(tx, rows.flatMap((row) => row.personId ?? []), now) : new Map<string, PersonCard>()
  const places = new Map((await tx.place.findMany({ where: { id: { in: rows.flatMap((row) => row.placeId ?? []) } }, select: { id: true, name: true } })).map((place) => [place.id, place.name]))
  const minutes = await minutesOf(tx, rows.map((row) => row.id))
  const found = await tx.itemResearch.findMany({ where: { itemId: { in: rows.map((row) => row.id) } }, select: { itemId: true, agency: true } })
  const order: readonly string[] = ['victim', 'offender', 'location', 'theme']
  const grouped = [...rows].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  return grouped.map((row, index) => {
    const said = words.get(row.id)
    const card = row.personId === null ? undefined : cards.get(row.personId)
    const name = works ? card?.masked === false ? card.name : null : nameTold(told.get(row.id))
    const restricted = row.personId !== null && (name === null || (projector && card?.masked === false && card.restricted))
    const kept = projector && !onWall(row.sharedWith, agencies)
    const masked = restricted || kept
    const opens = said?.opens === true && !masked
    return {
      id: row.id, number: index + 1, kind: row.kind as ItemKind, personId: row.personId, card: masked ? undefined : card, masked, opens,
      name: restricted ? 'Restricted person' : kept ? 'Not shared with every agency here' : row.personId !== null ? name ?? 'Restricted person' : said?.title ?? (row.placeId === null ? undefined : places.get(row.placeId)) ?? 'A place of concern',
      why: opens ? said.why : null, override: opens ? said.override_reason : null, reference: row.strategyReference, sharedWith: row.sharedWith,
      agencies: found.filter((one) => one.itemId === row.id).map((one) => one.agency), minutes: opens ? minutes(row.id) : {}, bornOn: masked ? null : told.get(row.id)?.born_on ?? null,
      closed: row.closedAt !== null, closedAt: row.closedAt, closedBy: row.closedBy,
      risk: row.closedAt === null || masked || row.riskLevel === null ? null : `${RISK_WORDS[row.riskLevel as 'low']} risk`,
      decision: opens ? minutes(row.id).decision?.text ?? null : null,
    }
  })
}

/** A wall that all of them read shows nothing that one of the agencies in the room would not be shown. */
const onWall = (sharedWith: readonly string[], agencies: readonly string[]): boolean => agencies.every((agency) => agency === 'other' || sharedWith.includes(agency))

const nameTold = (row: { given_name: string | null; family_name: string | null; description: string | null } | undefined): string | null =>
  (row === undefined ? null : personName({ givenName: row.given_name, familyName: row.family_name, description: row.description }).name)

/** What a projector shows while nobody points at anything: where somebody wrote last. */
async function lastWrittenIn(tx: Tx, open: readonly Line[]): Promise<Line | undefined> {
  const times = open.map((line) => ({ line, at: Math.max(0, ...Object.values(line.minutes).map((last) => last.at.getTime())) })).filter(({ at }) => at > 0)
  return times.sort((a, b) => b.at - a.at)[0]?.line
}

/** Agencies with which an open item is shared and that brought nothing on it: by agency, how many items. */
function lackingResearch(agenda: readonly Line[]): { agency: string; items: number }[] {
  const counts = new Map<string, number>()
  for (const line of agenda) for (const agency of line.sharedWith) if (agency !== 'other' && !line.agencies.includes(agency)) counts.set(agency, (counts.get(agency) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a.localeCompare(b)).map(([agency, items]) => ({ agency: agencyWords(agency), items }))
}

interface Before {
  readonly call: Parameters<typeof actionsToTakeUp>[1]
  readonly victims: readonly string[]
  readonly agenda: readonly Line[]
  /** Those who were asked or are here. */
  readonly agencies: readonly string[]
}
const TAKEN: Readonly<Record<string, string>> = { 'done': 'Done', 'carried': 'Carried to a new date', 'not-due': 'Not due yet' }

/** What waits to be taken up, and what was: the late ones first. */
async function readEarlier(tx: Tx, { call, victims, agenda, agencies }: Before, now: Date): Promise<EarlierView[]> {
  const waiting = await actionsToTakeUp(tx, call, victims)
  const reviews = await tx.actionReview.findMany({ where: { callId: call.id } })
  const ids = [...waiting, ...reviews.map((review) => review.actionId)]
  const rows = await tx.action.findMany({ where: { id: { in: ids } }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] })
  const wordsOf = await actionWords(tx, ids)
  const cards = await cardsOf(tx, rows.map((row) => row.childId), now)
  const items = await tx.meetingItem.findMany({ where: { id: { in: rows.flatMap((row) => row.itemId ?? []) } }, select: { id: true, sharedWith: true } })
  return rows.map((row) => {
    const words = wordsOf(row.id)
    const card = cards.get(row.childId)
    const shared = items.find((one) => one.id === row.itemId)?.sharedWith ?? []
    const review = reviews.find((one) => one.actionId === row.id)
    const due = { dueAt: row.dueAt, dayEnd: row.dueDayEnd }
    return {
      id: row.id, what: words?.what ?? 'An action about a restricted person', hidden: words === undefined,
      about: agenda.find((line) => line.personId === row.childId)?.name ?? cards.get(row.childId)?.name ?? personName(null).name,
      owner: row.ownerName, agency: agencyWords(row.ownerAgency), due: dueWords(due), late: overdue(due, now), taken: review === undefined ? null : TAKEN[review.outcome] ?? 'Taken up',
      wall: words !== undefined && card?.masked === false && !card.restricted && onWall(shared, agencies),
    }
  }).sort((a, b) => Number(a.taken !== null) - Number(b.taken !== null))
}

interface Chosen {
  readonly line: Line
  readonly works: boolean
  readonly needs: readonly string[]
  readonly research: boolean
  readonly projector: boolean
}

async function readItem(tx: Tx, { line, works, needs, research: asksResearch, projector }: Chosen, now: Date): Promise<ItemView> {
  const history = line.personId === null || !line.opens || !works ? undefined : (await policyHistories(tx, [line.personId], now)).get(line.personId)
  const research = line.opens ? await tx.itemResearch.findMany({ where: { itemId: line.id }, orderBy: [{ at: 'asc' }, { id: 'asc' }] }) : []
  const minutes = Object.values(line.minutes)
  const nameOf = await namesOf(tx, [...research.map((one) => one.by), ...minutes.map((last) => last.by), line.closedBy])
  // The later word of an agency stands.
  const standing = [...new Map(research.map((one) => [one.agency, one])).values()]
  const behind = line.kind !== 'victim' || line.personId === null || line.masked ? null : (await strategyBehind(tx, [line.personId], now)).get(line.personId) ?? null
  return {
    id: line.id, number: line.number, kind: line.kind, name: line.name, masked: line.masked, closed: line.closed, risk: line.risk, decision: line.decision,
    href: works && !line.masked && line.personId !== null && !projector ? `/people/${line.personId}` : null, facts: factsOf(line, history, now),
    flags: line.card?.masked === false ? line.card.flags.map(flagWords) : [], opens: line.opens, why: line.why,
    strategy: line.kind !== 'victim' || line.masked ? null : behind !== null ? `Strategy discussion held ${shortDate(plainDate(behind.heldOn))}` : line.reference !== null ? 'Strategy discussion on record' : 'No strategy discussion on record',
    override: behind === null ? line.override : null, shared: line.sharedWith.filter((agency) => agency !== 'other').map(agencyWords),
    research: standing.map((one) => ({ agency: agencyWords(one.agency), says: one.nothingKnown ? null : one.says, by: `${nameOf(one.by) ?? 'Somebody'}, ${momentWords(one.at, now)}` })),
    noResearch: !asksResearch || !line.opens ? [] : line.sharedWith.filter((agency) => agency !== 'other' && !standing.some((one) => one.agency === agency)).map(agencyWords),
    fields: !line.opens ? [] : MINUTE_FIELDS.map((field) => {
      const last = line.minutes[field]
      return { field, words: FIELD_WORDS[field], text: last?.text ?? '', version: last?.version ?? 0, last: last === undefined ? null : `${nameOf(last.by) ?? 'Somebody'}, ${londonClock(last.at)}`, needed: needs.includes(field) }
    }),
    options: line.opens && works ? optionsOf(line.kind, history, (await optionsConsidered(tx, [line.id]))(line.id), now) : [],
    actions: line.opens ? await readActions(tx, line, projector, now) : [],
    closedWords: line.closedAt === null ? null : `Closed ${momentWords(line.closedAt, now)} by ${nameOf(line.closedBy) ?? 'somebody'}`,
  }
}

function factsOf(line: Line, history: History | undefined, now: Date): { term: string; value: string }[] {
  const card = line.card?.masked === false ? line.card : null
  const category = history === undefined ? null : categoryNow(history)?.category ?? null
  const told = line.bornOn === null ? [] : [{ term: 'Age', value: ageWords(plainDate(line.bornOn.toISOString().slice(0, 10)), londonDate(now)) }]
  if (card === null) return told
  return [
    { term: 'Age', value: card.age }, { term: 'Borough', value: boroughWords(card.homeBorough) },
    ...(line.kind === 'victim' ? [{ term: 'Category', value: category === null ? 'Not set' : say(CATEGORY_WORDS, String(category)) }, { term: 'Looked after', value: card.lookedAfter === null ? 'Not known' : card.lookedAfter ? 'Yes' : 'No' }] : []),
  ]
}

/** What there is to consider where the item is no child: what bears on the adult, or on the place. */
const OTHERWISE: Readonly<Record<string, readonly OptionId[]>> = { offender: ['cawn', 'civil-orders'], location: ['disrupt-place'], theme: [] }

function optionsOf(kind: ItemKind, history: History | undefined, considered: readonly { option: string; used: boolean; why: string }[], now: Date): OptionView[] {
  const all = kind === 'victim' && history !== undefined
    ? optionsFor(history.child, factsForOptions(history, now), now).map(({ option, fits, certain, why }) => ({ option, fits, certain, why }))
    : (OTHERWISE[kind] ?? []).map((option) => ({ option, fits: true, certain: false, why: '' }))
  return all.map((one) => {
    const said = considered.find((earlier) => earlier.option === one.option)
    return { ...one, words: OPTION_WORDS[one.option], used: said?.used ?? null, said: said?.why ?? '' }
  })
}

async function readActions(tx: Tx, line: Line, projector: boolean, now: Date): Promise<AgreedView[]> {
  const rows = await tx.action.findMany({ where: { itemId: line.id }, orderBy: [{ setAt: 'asc' }, { id: 'asc' }] })
  const wordsOf = await actionWords(tx, rows.map((row) => row.id))
  const cards = line.personId === null ? await cardsOf(tx, rows.map((row) => row.childId), now) : new Map<string, PersonCard>()
  return rows.flatMap((row) => {
    const words = wordsOf(row.id)
    const card = cards.get(row.childId)
    return words === undefined || (projector && card?.masked === false && card.restricted) ? [] : [{
      id: row.id, what: words.what, owner: row.ownerName, agency: agencyWords(row.ownerAgency), due: dueWords({ dueAt: row.dueAt, dayEnd: row.dueDayEnd }), about: card?.name ?? null,
    }]
  })
}
