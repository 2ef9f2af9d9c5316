import 'server-only'
import type { PersonCard } from '@/lib/people/card'
import { personName } from '@/lib/people/person-name'
import { cardsOf } from '@/lib/people/standing'
import type { Tx } from '@/lib/platform/db'
import { OPTION_WORDS, type OptionId } from '@/lib/policy/exploitation/options'
import { ageWords } from '@/lib/wording/ages'
import { agencyWords } from '@/lib/wording/agencies'
import { joined } from '@/lib/wording/lists'
import { momentWords, shortDate } from '@/lib/wording/london-words'
import { londonDate, plainDate } from '@/lib/policy/calendar/london'
import { MINUTE_FIELDS, type ItemKind } from '../kind'
import { FIELD_WORDS, RISK_WORDS } from '../room/words'
import { minutesOf, optionsConsidered } from './minutes'
import { strategyBehind } from './strategy-behind'
import type { BroughtView, ItemView } from './view'

export const SOURCE_WORDS: Readonly<Record<string, string>> = { 'listed': 'Listed', 'map-output': 'From the child’s MAP', 'carried': 'Left open at the last meeting' }

interface Of {
  readonly callId: string
  /** Works on records here, and reads under their own reach; else an agency that is asked. */
  readonly works: boolean
  readonly researchDue: Date
  /** The agencies that are asked for research at all. */
  readonly asked: readonly string[]
  /** Whether what was written in the meeting is shown: to those who work on it always, to the others once the minutes are issued. */
  readonly minutes: boolean
}

export interface Read extends ItemView {
  readonly personId: string | null
  readonly opens: boolean
  readonly isClosed: boolean
}

/** The items of an agenda as this reader may see them, in their order. Somebody restricted is there without a word. */
export async function readItems(tx: Tx, { callId, works, researchDue, asked, minutes: minutesShown }: Of, now: Date): Promise<Read[]> {
  const rows = await tx.meetingItem.findMany({
    where: { callId }, orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true, personId: true, placeId: true, source: true, strategyReference: true, sharedWith: true, riskLevel: true, closedAt: true, carriedTo: true },
  })
  const ids = rows.map((row) => row.id)
  const words = new Map((await tx.$queryRaw<{ item_id: string; title: string | null; why: string | null; override_reason: string | null; opens: boolean }[]>`SELECT * FROM agenda_words(${callId}::uuid)`).map((row) => [row.item_id, row]))
  const people = works ? [] : await tx.$queryRaw<Told[]>`SELECT item_id, given_name, family_name, description, born_on FROM agenda_people(${callId}::uuid)`
  const told = new Map(people.map((row) => [row.item_id, row]))
  const cards = works ? await cardsOf(tx, rows.flatMap((row) => row.personId ?? []), now) : new Map<string, PersonCard>()
  const known: { key: string; name: string; line: string | null }[] = works
    ? (await tx.place.findMany({ where: { id: { in: rows.flatMap((row) => row.placeId ?? []) } }, select: { id: true, name: true, line: true } })).map(({ id, name, line }) => ({ key: id, name, line }))
    : await tx.$queryRaw`SELECT item_id AS key, name, line FROM agenda_places(${callId}::uuid)`
  const places = new Map(known.map((one) => [one.key, one]))
  const behind = works ? await strategyBehind(tx, rows.flatMap((row) => (row.kind === 'victim' && row.personId !== null ? [row.personId] : [])), now) : new Map<string, { heldOn: string }>()
  const [minutesFor, optionsFor] = minutesShown ? [await minutesOf(tx, ids), await optionsConsidered(tx, ids)] : [() => ({}), () => []]
  const found = await tx.itemResearch.findMany({ where: { itemId: { in: ids } }, orderBy: [{ at: 'asc' }, { id: 'asc' }], select: { itemId: true, agency: true, nothingKnown: true, says: true, at: true } })
  return rows.map((row): Read => {
    const said = words.get(row.id)
    const place = places.get(works ? row.placeId ?? '' : row.id)
    const card = row.personId === null ? undefined : cards.get(row.personId)
    const person = row.personId === null ? null : works ? card?.masked === false ? card.name : null : nameOf(told.get(row.id))
    const masked = row.personId !== null && person === null
    const opens = said?.opens === true && !masked
    const same = rows.filter((one) => one.kind === row.kind)
    const own = minutesFor(row.id) as Readonly<Partial<Record<string, { text: string }>>>
    return {
      id: row.id, kind: row.kind as ItemKind, personId: masked ? null : row.personId, opens, isClosed: row.closedAt !== null, masked,
      name: masked ? 'Restricted person' : row.personId !== null ? person ?? '' : said?.title ?? (place === undefined ? 'A place of concern' : [place.name, place.line].filter(Boolean).join(', ')),
      href: masked || !works ? null : row.personId !== null ? `${row.kind === 'offender' ? '/adults' : '/people'}/${row.personId}` : row.placeId === null ? null : `/places/${row.placeId}`,
      age: masked ? null : works ? (card?.masked === false ? card.age : null) : bornWords(told.get(row.id), now),
      why: opens ? said.why : null, source: SOURCE_WORDS[row.source] ?? row.source,
      behind: row.kind !== 'victim' || !works || masked ? null : behindOf(behind.get(row.personId ?? '')?.heldOn ?? null, opens ? said.override_reason : null),
      sharedWith: row.sharedWith, sharedWords: joined([...row.sharedWith].map(agencyWords)),
      brought: asked.filter((agency) => row.sharedWith.includes(agency)).map((agency) => broughtOf(agency, found.filter((one) => one.itemId === row.id && one.agency === agency), { opens, researchDue }, now)),
      closed: row.closedAt === null ? null : momentWords(row.closedAt, now), risk: row.closedAt === null || masked || row.riskLevel === null ? null : `${RISK_WORDS[row.riskLevel as 'low']} risk`,
      minutes: opens ? MINUTE_FIELDS.flatMap((field) => { const text = own[field]?.text.trim() ?? ''; return text === '' ? [] : [{ label: FIELD_WORDS[field], text }] }) : [],
      considered: opens ? optionsFor(row.id).map(({ option, used, why }) => ({ words: OPTION_WORDS[option as OptionId] ?? option, used, why })) : [],
      carried: row.carriedTo !== null, first: same[0]?.id === row.id, last: same.at(-1)?.id === row.id,
    }
  })
}

interface Told { item_id: string; given_name: string | null; family_name: string | null; description: string | null; born_on: Date | null }
const nameOf = (row: Told | undefined): string | null => (row === undefined ? null : personName({ givenName: row.given_name, familyName: row.family_name, description: row.description }).name)

/** Whoever looks in their own records needs the date of birth; for the agenda the age will do. */
const bornWords = (row: Told | undefined, now: Date): string | null => (row === undefined || row.born_on === null ? null : ageWords(plainDate(row.born_on.toISOString().slice(0, 10)), londonDate(now)))

export const behindOf = (heldOn: string | null, override: string | null): { there: boolean; words: string; override: string | null } => (heldOn !== null
  ? { there: true, words: `Strategy discussion held ${shortDate(plainDate(heldOn))}`, override: null }
  : { there: false, words: 'No strategy discussion held', override })

function broughtOf(agency: string, rows: readonly { nothingKnown: boolean; says: string | null; at: Date }[], { opens, researchDue }: { opens: boolean; researchDue: Date }, now: Date): BroughtView {
  const last = rows.at(-1)
  const first = rows[0]
  return {
    agency, words: agencyWords(agency), state: last === undefined ? 'missing' : last.nothingKnown && rows.every((one) => one.nothingKnown) ? 'nothing' : 'known',
    says: opens ? rows.flatMap((one) => one.says ?? []).join('\n') || null : null, when: last === undefined ? null : momentWords(last.at, now),
    late: (first?.at ?? now).getTime() > researchDue.getTime(),
  }
}
