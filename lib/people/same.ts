import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver, membershipFor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { logReading } from '@/lib/access/reading-log'
import { atLeast } from '@/lib/access/visibility'
import { policyHistories } from '@/lib/deadlines/histories'
import { isDuty, MEASURES } from '@/lib/figures/measures'
import { readCursor, writeCursor } from '@/lib/platform/paging'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { bornWords, instantWords, momentWords } from '@/lib/wording/london-words'
import { plainDate } from '@/lib/policy/calendar/london'
import type { Duty } from '@/lib/policy/duties'
import { joinChanges } from '@/lib/policy/preview'
import { DUTY_RULES } from '@/lib/policy/rules'
import { boroughWords } from '@/lib/wording/boroughs'
import { flagWords, planWords } from '@/lib/wording/concerns'
import { dutyWords } from '@/lib/wording/duties'
import { cardOf, type IndexCard, type PersonCard, type RawCard } from './card'
import { stopWords } from './join'
import { factLines, joinedChild } from './joined-facts'
import { openPerson } from './open-person'
import { personName } from './person-name'
import { likeness } from './likeness'
import { reasonsOf, type RawHit } from './search'
import { cardsOf, isId, standingOf } from './standing'
import type { PersonPage } from './view'

/** Somebody who may be the same person, with what speaks for it. */
export interface Alike {
  readonly id: string
  readonly name: string
  /** '14 · P-7K2M-9Q · Bromley, Lewisham'. */
  readonly sub: string
  readonly confidence: 'likely' | 'possible'
  readonly reasons: readonly string[]
}

/** A record that was joined to this one, standing or parted. */
export interface JoinedLine {
  readonly joinId: string
  readonly goneId: string
  readonly name: string
  /** 'Joined 14:00 today by A. Worker: Same mother.' */
  readonly joined: string
  /** Null while they are joined. */
  readonly parted: string | null
  readonly wasRestricted: boolean
}

export interface NeverLine {
  readonly otherId: string
  readonly name: string
  readonly said: string
}

/** One record beside the other, in the same lines. */
export interface Side {
  readonly id: string
  readonly name: string
  readonly facts: readonly { readonly term: string; readonly value: string; readonly differs: boolean }[]
}

/** What joining would change, by which record is kept. */
export interface Effects {
  readonly keep: 'this' | 'other'
  readonly keptName: string
  readonly goneName: string
  /** Why it cannot be done this way round, with the way forward; null where it can. */
  readonly stopped: string | null
  readonly end: readonly string[]
  readonly begin: readonly string[]
  readonly settle: readonly string[]
  /** What the kept record takes over, and what differs and stays as it is there. */
  readonly taken: readonly string[]
  readonly stays: readonly string[]
  readonly figures: readonly string[]
  readonly boroughs: string | null
  readonly flags: string | null
  readonly restricted: string | null
}

export interface Pair {
  readonly one: Side
  readonly other: Side
  /** Said never to be the same: why. */
  readonly never: string | null
  readonly effects: readonly Effects[]
}

export interface SamePage {
  readonly mayJoin: boolean
  /** Somebody else than this actor may lift what a joining restricted. */
  readonly mayLift: boolean
  readonly alike: readonly Alike[]
  readonly joined: readonly JoinedLine[]
  readonly never: readonly NeverLine[]
  /** Null where nobody was chosen, or who was chosen is not open to the actor: `shut` says why. */
  readonly pair: Pair | null
  readonly shut: { readonly says: string; readonly otherId: string } | null
}

/** A person's "same person" page: who may be the same, who was joined, and one chosen beside them with what joining would change. */
export const personSame = (actor: Actor, id: string, otherId: string | undefined, now: Date): Promise<PersonPage<SamePage> | null> =>
  openPerson(actor, id, 'same person', now, async (tx, head) => {
    const [own] = [...(await cardsOf(tx, [id], now)).values()]
    const boroughs = own === undefined || own.masked ? [] : own.boroughs
    const may = (right: 'join-identities' | 'lift-restriction'): boolean => boroughs.some((borough) => membershipFor(actor, right, borough) !== null)
    const chosen = otherId === undefined || otherId === id || own === undefined || own.masked ? { pair: null, shut: null } : await pairOf(tx, actor, own, otherId, now)
    return {
      mayJoin: may('join-identities') && head.matchedTo === null, mayLift: may('lift-restriction'), alike: await alikeTo(tx, actor, [id], 'same person', now).then((found) => found.get(id) ?? []),
      joined: await joinedTo(tx, id, now), never: await neverOf(tx, id, now), ...chosen,
    }
  })

/** Who may be the same as somebody, for their page: only for those who may join them; everybody shown is in the reading log. */
export async function mayBeSame(actor: Actor, id: string, now: Date): Promise<readonly Alike[]> {
  if (!mayEver(actor, 'join-identities')) return []
  return readAs(actor, async (tx) => {
    // Looked for beside the question whether the actor may know it: what is found reaches nobody before the answer.
    const [standing, raw] = await Promise.all([standingOf(tx, actor, id, now), rawAlike(tx, [id])])
    if (standing === null || standing.card.masked || !atLeast(standing.depth, 'record')) return []
    return (await alikeIn(tx, actor, raw, new Map([[standing.card.id, standing.card]]), 'may be the same', now)).get(id) ?? []
  })
}

export interface Duplicates {
  readonly rows: readonly { readonly id: string; readonly name: string; readonly sub: string; readonly alike: readonly Alike[] }[]
  /** How many records were looked at for this page, newest first. */
  readonly looked: number
  readonly next: string | null
}

/** Records looked at on one page of the worklist. */
const LOOKED = 40

/** The worklist: records of the own boroughs, the newest first, that may be of somebody on record already. Null for whoever joins nobody. */
export async function duplicates(actor: Actor, before: string | undefined, now: Date): Promise<Duplicates | null> {
  if (!mayEver(actor, 'join-identities')) return null
  return readAs(actor, async (tx) => {
    const after = readCursor(before)
    // Said as the index has it (person_newest): the newest are read from it, and no others looked at.
    const rows = await tx.$queryRaw<{ id: string; createdAt: Date }[]>`
      SELECT id, created_at AS "createdAt" FROM person WHERE matched_to IS NULL AND NOT restricted ${after === null ? Prisma.empty : Prisma.sql`AND (created_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
      ORDER BY created_at DESC, id DESC LIMIT ${LOOKED + 1}`
    const looked = rows.slice(0, LOOKED)
    const found = await alikeTo(tx, actor, looked.map((row) => row.id), 'possible duplicates', now)
    const cards = await cardsOf(tx, [...found.keys()], now)
    if (cards.size > 0) await logReading(tx, actor, { personIds: [...cards.keys()], depth: 'index', page: 'possible duplicates' }, now)
    // Two that are both new stand once, under the newer.
    const shown = new Set<string>()
    const last = looked.at(-1)
    return {
      looked: looked.length, next: rows.length > LOOKED && last !== undefined ? writeCursor({ at: last.createdAt, id: last.id }) : null,
      rows: looked.flatMap(({ id }) => {
        const [alike, card] = [(found.get(id) ?? []).filter((one) => !shown.has(`${one.id} ${id}`)), cards.get(id)]
        for (const one of alike) shown.add(`${id} ${one.id}`)
        return alike.length === 0 || card === undefined || card.masked ? [] : [{ id, name: card.name, sub: subOf(card), alike }]
      }),
    }
  })
}

type RawAlike = RawHit & { readonly seed: string }

async function rawAlike(tx: Tx, ids: readonly string[]): Promise<readonly RawAlike[]> {
  const known = ids.filter(isId)
  const [row] = known.length === 0 ? [] : await tx.$queryRaw<{ found: RawAlike[] }[]>`SELECT alike(${known}::uuid[]) AS found`
  return row?.found ?? []
}

async function alikeTo(tx: Tx, actor: Actor, ids: readonly string[], page: string, now: Date): Promise<Map<string, Alike[]>> {
  const raw = await rawAlike(tx, ids)
  return alikeIn(tx, actor, raw, await cardsOf(tx, raw.map((hit) => hit.seed), now), page, now)
}

/** `seeds`: the cards of those somebody was found for. */
async function alikeIn(tx: Tx, actor: Actor, raw: readonly RawAlike[], seeds: ReadonlyMap<string, PersonCard>, page: string, now: Date): Promise<Map<string, Alike[]>> {
  const found = new Map<string, Alike[]>()
  for (const hit of raw) {
    const card = cardOf(hit.card as RawCard, now)
    const own = seeds.get(hit.seed)
    if (card.masked || own === undefined || own.masked) continue
    const confidence = likeness(hit, { own: own.years, theirs: card.years })
    if (confidence === null) continue
    const one = { id: card.id, name: card.name, sub: subOf(card), confidence, reasons: reasonsOf(hit) }
    found.set(hit.seed, [...(found.get(hit.seed) ?? []), one])
  }
  const people = [...new Set([...found.values()].flat().map((one) => one.id))]
  if (people.length > 0) await logReading(tx, actor, { personIds: people, depth: 'index', page }, now)
  return found
}

const subOf = (card: IndexCard): string => [card.age, card.reference, card.boroughs.map((borough) => boroughWords(borough)).join(', ')].filter(Boolean).join(' · ')

async function joinedTo(tx: Tx, id: string, now: Date): Promise<JoinedLine[]> {
  const rows = await tx.personJoin.findMany({ where: { keptId: id }, orderBy: { joinedAt: 'desc' }, take: 50 })
  const names = await namesOf(tx, rows.map((row) => row.goneId), rows.flatMap((row) => [row.joinedBy, row.partedBy ?? row.joinedBy]))
  return rows.map((row) => ({
    joinId: row.id, goneId: row.goneId, name: names.person(row.goneId), wasRestricted: row.wasRestricted,
    joined: `Joined ${momentWords(row.joinedAt, now)} by ${names.account(row.joinedBy)}: ${row.reason}`,
    parted: row.partedAt === null || row.partedBy === null ? null : `Parted ${momentWords(row.partedAt, now)} by ${names.account(row.partedBy)}: ${row.partedReason ?? ''}`,
  }))
}

async function neverOf(tx: Tx, id: string, now: Date): Promise<NeverLine[]> {
  const rows = await tx.personNotSame.findMany({ where: { OR: [{ aId: id }, { bId: id }], takenBackAt: null }, orderBy: { saidAt: 'desc' }, take: 50 })
  const other = (row: { aId: string; bId: string }): string => (row.aId === id ? row.bId : row.aId)
  const names = await namesOf(tx, rows.map(other), rows.map((row) => row.saidBy))
  return rows.map((row) => ({ otherId: other(row), name: names.person(other(row)), said: `${momentWords(row.saidAt, now)}, ${names.account(row.saidBy)}: ${row.reason}` }))
}

async function namesOf(tx: Tx, people: readonly string[], accounts: readonly string[]): Promise<{ person: (id: string) => string; account: (id: string) => string }> {
  const found = await tx.person.findMany({ where: { id: { in: [...new Set(people)] } }, select: { id: true, givenName: true, familyName: true, description: true, reference: true } })
  const by = await tx.account.findMany({ where: { id: { in: [...new Set(accounts)] } }, select: { id: true, name: true } })
  return {
    person: (id) => {
      const row = found.find((one) => one.id === id) ?? null
      return row === null ? personName(null).name : `${personName(row).name} (${row.reference})`
    },
    account: (id) => by.find((one) => one.id === id)?.name ?? 'not known who',
  }
}

/** The other one beside this one, and what joining would change either way round. Opening the other is in the reading log, as any record is. */
async function pairOf(tx: Tx, actor: Actor, own: IndexCard, otherId: string, now: Date): Promise<Pick<SamePage, 'pair' | 'shut'>> {
  const shut = (says: string): Pick<SamePage, 'pair' | 'shut'> => ({ pair: null, shut: { says, otherId } })
  const standing = await standingOf(tx, actor, otherId, now)
  if (standing === null) return shut('Nobody on record is meant by this address.')
  await logReading(tx, actor, { personIds: [standing.card.id], depth: atLeast(standing.depth, 'record') ? 'record' : 'index', page: 'same person' }, now)
  if (standing.card.masked) return shut('That record is restricted: open it first, by break-glass, and come back here.')
  if (!atLeast(standing.depth, 'record')) return shut('Only the index of that record is open to you: open it with a reason first, and come back here.')
  const other = standing.card
  if (own.matchedTo !== null || other.matchedTo !== null) return shut('One of these two has been joined to another record already: open that one.')
  const ids = [own.id, other.id].sort()
  const [said] = await tx.personNotSame.findMany({ where: { aId: ids[0] ?? '', bId: ids[1] ?? '', takenBackAt: null }, select: { reason: true } })
  const [one, two] = [await factsOf(tx, own), await factsOf(tx, other)]
  const side = (card: IndexCard, mine: readonly string[], theirs: readonly string[]): Side => ({
    id: card.id, name: card.name, facts: TERMS.map((term, place) => ({ term, value: mine[place] ?? '', differs: mine[place] !== theirs[place] })),
  })
  return {
    shut: null,
    pair: { one: side(own, one, two), other: side(other, two, one), never: said?.reason ?? null, effects: [await effectsOf(tx, 'this', own, other, now), await effectsOf(tx, 'other', other, own, now)] },
  }
}

const TERMS = ['Reference', 'Born', 'Sex', 'Telephone', 'Addresses', 'Also known as', 'Looked after', 'Plan', 'Flags', 'Known to', 'Open', 'On record since'] as const

async function factsOf(tx: Tx, card: IndexCard): Promise<string[]> {
  const row = await tx.person.findUnique({ where: { id: card.id }, include: { addresses: { orderBy: { createdAt: 'desc' }, take: 5 }, names: { take: 10 } } })
  const or = (text: string | null | undefined, none: string): string => (text === null || text === undefined || text === '' ? none : text)
  const day = (at: Date | null | undefined): string | null => (at == null ? null : bornWords(plainDate(at.toISOString().slice(0, 10))))
  return [
    card.reference, or(day(row?.bornOn), card.age), or(row?.sex, 'Not known'), or(row?.telephone, 'Not known'),
    or(row?.addresses.map((one) => [one.line, one.postcode].filter(Boolean).join(', ')).join('; '), 'None on record'), or(row?.names.map((one) => one.name).join('; '), 'No other name'),
    card.lookedAfter === null ? 'Not known' : card.lookedAfter ? 'Yes' : 'No', planWords(card.planCategory), or(card.flags.map((flag) => flagWords(flag)).join(', '), 'None'),
    or(card.boroughs.map((borough) => boroughWords(borough)).join(', '), 'No borough'), or(card.open.map((matter) => matter.words).join('; '), 'Nothing open'), or(day(row?.createdAt), 'Not known'),
  ]
}

async function effectsOf(tx: Tx, keep: 'this' | 'other', kept: IndexCard, gone: IndexCard, now: Date): Promise<Effects> {
  const [stop] = await tx.$queryRaw<{ why: string | null }[]>`SELECT join_stopped_by(${gone.id}::uuid, ${kept.id}::uuid) AS why`
  const histories = await policyHistories(tx, [kept.id, gone.id], now)
  const [own, other] = [histories.get(kept.id), histories.get(gone.id)]
  const rows = await tx.person.findMany({ where: { id: { in: [kept.id, gone.id] } } })
  const [keptRow, goneRow] = [rows.find((row) => row.id === kept.id), rows.find((row) => row.id === gone.id)]
  const changes = own === undefined || other === undefined || keptRow === undefined || goneRow === undefined ? { end: [], begin: [], settle: [] }
    : joinChanges(own, other, DUTY_RULES, joinedChild(own.child, keptRow, goneRow, now))
  const facts = keptRow === undefined || goneRow === undefined ? { taken: [], stays: [] } : factLines(keptRow, goneRow)
  const due = (duty: Duty): string => `${dutyWords(duty.rule.alert, duty.rule.form === 'clock' ? duty.rule.basis : null)}: due ${instantWords(duty.dueAt)}${duty.dueAt <= now ? ', late' : ''}`
  const counted = await tx.$queryRaw<{ alert: string }[]>`
    SELECT DISTINCT a.alert FROM deadline a JOIN deadline b ON b.alert = a.alert WHERE a.child_id = ${kept.id}::uuid AND b.child_id = ${gone.id}::uuid AND a.superseded_at IS NULL AND b.superseded_at IS NULL`
  const both = counted.map((row) => row.alert)
  const [categories] = await tx.$queryRaw<{ n: number }[]>`SELECT count(DISTINCT person_id)::int AS n FROM cse_category WHERE person_id = ANY (${[kept.id, gone.id]}::uuid[])`
  const further = gone.boroughs.filter((borough) => !kept.boroughs.includes(borough))
  const flags = gone.flags.filter((flag) => !kept.flags.includes(flag))
  return {
    keep, keptName: `${kept.name} (${kept.reference})`, goneName: `${gone.name} (${gone.reference})`, stopped: stopWords(stop?.why ?? null),
    ...facts, end: changes.end.map(due), begin: changes.begin.map(due), settle: changes.settle.map(due),
    figures: MEASURES.filter((measure) => (isDuty(measure) ? measure.alerts.some((alert) => both.includes(alert)) : measure.latest === true && (categories?.n ?? 0) > 1)).map((measure) => measure.title),
    boroughs: further.length === 0 ? null : further.map((borough) => boroughWords(borough)).join(', '), flags: flags.length === 0 ? null : flags.map((flag) => flagWords(flag)).join(', '),
    restricted: kept.restricted && !gone.restricted ? `${gone.name} becomes restricted too: what was sent about them is read by nobody who has not opened it.` : null,
  }
}
