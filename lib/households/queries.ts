import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { logReading } from '@/lib/access/reading-log'
import { ringWords } from '@/lib/people/card'
import { openPerson } from '@/lib/people/open-person'
import { cardsOf } from '@/lib/people/standing'
import type { PersonPage } from '@/lib/people/view'
import type { Tx } from '@/lib/platform/db'
import { endOfLondonDay, londonDate, type PlainDate } from '@/lib/policy/calendar/london'
import { homeOf, type Member } from '@/lib/policy/household/members'
import { agencyWords } from '@/lib/wording/agencies'
import { boroughWords } from '@/lib/wording/boroughs'
import { kinshipSeen } from '@/lib/wording/kinship'
import { bornWords, momentWords } from '@/lib/wording/london-words'
import { marksOf, ofConcern } from './concern'
import { readRows, type RawHouseholdRow } from './rows'
import type { EndTieView, HomeLine, HomeView } from './view'

const HOW = { address: 'At the same address', said: 'Said to live together', both: 'At the same address, and said to' } as const
const SHOWN = 60

/**
 * Who lives with this person, now or as it was at the end of a day: computed from the addresses and ties of that moment. Of restricted people nothing
 * is listed that an address would tell; somebody beyond the reader's reach is there, without a name, with whom to ask. The caller has opened the record.
 */
export async function homeIn(tx: Tx, actor: Actor, id: string, day: PlainDate | null, now: Date): Promise<HomeView> {
  const past = day !== null && day < londonDate(now) ? day : null
  const at = past === null ? now : endOfLondonDay(past)
  const raw = await tx.$queryRaw<(Omit<RawHouseholdRow, 'of_id'> & { ask: string | null })[]>`SELECT * FROM household_seen(${id}::uuid, ${at}::timestamptz)`
  const home = homeOf(id, readRows(raw.map((row) => ({ ...row, of_id: id }))))
  const asks = new Map(raw.flatMap((row) => (row.ask === null ? [] : [[row.person_id, row.ask] as const])))
  const cards = await cardsOf(tx, home.members.map((one) => one.personId).filter((one) => !asks.has(one)), now)
  if (cards.size > 0) await logReading(tx, actor, { personIds: [...cards.keys()], depth: 'index', page: past === null ? 'linked, on people and household' : `linked, on the household of ${past}` }, now)
  const concern = past === null ? await ofConcern(tx, [...cards.keys()]) : new Set<string>()
  const lines = home.members.flatMap((member): HomeLine[] => {
    const since = past === null ? momentWords(member.since, now) : bornWords(londonDate(member.since))
    const how = { how: HOW[member.how], since: `since ${since}` }
    const ask = asks.get(member.personId)
    if (ask !== undefined) return [{ key: member.personId, id: null, name: 'Somebody beyond your reach', age: '', ...how, marks: [], open: [], ring: `${agencyWords('csc')}, ${boroughWords(ask)}` }]
    const card = cards.get(member.personId)
    if (card === undefined || card.masked) return []
    const marks = past !== null ? [] : marksOf(card, concern)
    return [{ key: card.id, id: card.id, name: card.name, age: card.age, ...how, marks, open: past === null ? card.open.map((matter) => matter.words) : [], ring: ringWords(card) }]
  })
  return {
    day: past === null ? null : { value: past, words: bornWords(past) }, lines: lines.sort((a, b) => b.marks.length - a.marks.length || (a.name < b.name ? -1 : 1)),
    crowd: crowdWords(home.crowd), nothing: raw.length === 0,
  }
}

const crowdWords = (crowd: readonly Member[]): string | null => (crowd.length === 0 ? null : crowd.length >= SHOWN ? `${SHOWN} or more` : String(crowd.length))

/** The ties between two that stand and can be ended. Null where the other is nobody's to see, or nothing ties them. */
export const endTieForm = (actor: Actor, id: string, otherId: string | undefined, now: Date): Promise<PersonPage<EndTieView | null> | null> =>
  openPerson(actor, id, 'end a tie', now, async (tx) => {
    const rows = otherId === undefined ? [] : await openTies(tx, id)
    const own = rows.filter((row) => row.personId === otherId || row.otherId === otherId)
    const card = own.length === 0 || otherId === undefined ? undefined : (await cardsOf(tx, [otherId], now)).get(otherId)
    if (card === undefined || card.masked) return null
    await logReading(tx, actor, { personIds: [card.id], depth: 'index', page: 'linked, on end a tie' }, now)
    return { other: { id: card.id, name: card.name, age: card.age }, ties: own.map((row) => ({ value: row.id, label: `${kinshipSeen(row.kind, row.otherId === id)}, since ${momentWords(row.since, now)}` })) }
  })

/** A person of concern is not unlinked here: that is for whoever looked at the risk. */
const openTies = (tx: Tx, id: string) => tx.relationship.findMany({ where: { OR: [{ personId: id }, { otherId: id }], until: null, NOT: { kind: { startsWith: 'suspect' } } }, orderBy: { since: 'asc' }, take: 200 })
