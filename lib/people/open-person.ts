import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver, membershipFor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { logReading } from '@/lib/access/reading-log'
import { atLeast, type Depth } from '@/lib/access/visibility'
import { openDuties, openDutiesOf, type OpenDuty } from '@/lib/deadlines/queries'
import { allSent, type Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { plainDate } from '@/lib/policy/calendar/london'
import { boroughWords } from '@/lib/wording/boroughs'
import { flagWords, planWords } from '@/lib/wording/concerns'
import { bornWords, momentWords } from '@/lib/wording/london-words'
import { standingWords } from '@/lib/wording/protection'
import { ringWords, type IndexCard } from './card'
import { elsewhereOf } from './elsewhere'
import { isId, standingOf } from './standing'
import type { PersonHead, PersonPage } from './view'

/**
 * Opens a person's page as deep as it goes for this actor. Who opened it, and how deep, is written before anything is answered
 * of it, in the same transaction. Null: not there or not in reach, which is one answer.
 */
export const openPerson = <T>(actor: Actor, personId: string, page: string, now: Date, more: (tx: Tx, head: PersonHead, row: HeadRow) => Promise<T>): Promise<PersonPage<T> | null> =>
  opening(actor, personId, page, now, { ahead: nothing, beside: nothing, more: (tx, head, row) => more(tx, head, row) })

/** All that a page asks, in two turns to the database. */
export interface AtOnce<A, B, T> {
  /** Together with who the person is, before it is known whether the record opens: where it stays shut, nothing of it is used. */
  readonly ahead: (tx: Tx) => Promise<A>
  /** Together with the head of the record, and with the end of the transaction: every statement at once, none after the answer to another. */
  readonly beside: (tx: Tx, opened: Opened, ahead: A) => Promise<B>
  readonly shown: (beside: B, row: HeadRow, head: PersonHead) => T
}

/** The same, for a page whose every question is known beforehand. */
export const openPersonAtOnce = <A, B, T>(actor: Actor, personId: string, page: string, now: Date, { ahead, beside, shown }: AtOnce<A, B, T>): Promise<PersonPage<T> | null> =>
  opening<A, B, T>(actor, personId, page, now, {
    ahead, more: (_, head, row, found) => Promise.resolve(shown(found, row, head)),
    beside: (tx, opened, found) => {
      const asked = beside(tx, opened, found)
      allSent(tx)
      return asked
    },
  })

const nothing = (): Promise<null> => Promise.resolve(null)

interface Parts<A, B, T> {
  readonly ahead: (tx: Tx) => Promise<A>
  readonly beside: (tx: Tx, opened: Opened, ahead: A) => Promise<B>
  readonly more: (tx: Tx, head: PersonHead, row: HeadRow, beside: B) => Promise<T>
}

async function opening<A, B, T>(actor: Actor, personId: string, page: string, now: Date, { ahead, beside, more }: Parts<A, B, T>): Promise<PersonPage<T> | null> {
  if (!isId(personId)) return null
  return readAs(actor, async (tx) => {
    const [standing, found] = await Promise.all([standingOf(tx, actor, personId, now), ahead(tx)])
    if (standing === null) return null
    const { card } = standing
    const depth: Depth = atLeast(standing.depth, 'record') ? standing.depth : 'index'
    const logged = logReading(tx, actor, { personIds: [card.id], depth, page }, now)
    // Together, not one after the other: none is answered without the others, and what fails fails all.
    const [, read] = await Promise.all([logged, card.masked || depth === 'index' ? null : Promise.all([headRow(tx, actor, card.id), beside(tx, { id: card.id, depth }, found)])])
    if (card.masked) return { shut: 'restricted', card, mayBreakGlass: mayEver(actor, 'break-glass') }
    if (depth === 'index') return { shut: 'index', card, ring: ringWords(card), mayOpen: mayEver(actor, 'open-with-reason') }
    // The first wall let it through and the second did not: shown as not there.
    const row = read?.[0] ?? null
    if (read === null || row === null) return null
    const head = headOf(row, actor, card, depth, now)
    return { shut: null, head, more: await more(tx, head, row, read[1]) }
  })
}

/** A record that opens, and how deep. */
export interface Opened { readonly id: string; readonly depth: Depth }

/** A person's own row with what stands over every page of the record. */
export interface HeadRow {
  readonly reference: string
  readonly given_name: string | null
  readonly family_name: string | null
  readonly description: string | null
  readonly born_on: Date | null
  readonly age_disputed: boolean
  readonly sex: string | null
  readonly telephone: string | null
  readonly placement: string | null
  readonly health: readonly string[]
  readonly created_at: Date
  readonly home_borough: string | null
  readonly looked_after: boolean | null
  readonly responsible_authority: string | null
  readonly plan_category: string | null
  readonly lead_name: string | null
  readonly restricted: boolean
  /** Police protection or an order that stands, or null. */
  readonly protection: { readonly kind: string; readonly expires: string } | null
  /** The present address, without the borough. */
  readonly line: string | null
  readonly open_duties: readonly OpenDuty[]
}

async function headRow(tx: Tx, actor: Actor, id: string): Promise<HeadRow | null> {
  const [row] = await tx.$queryRaw<HeadRow[]>`
    SELECT p.reference, p.given_name, p.family_name, p.description, p.born_on, p.age_disputed, p.sex, p.telephone, p.placement, coalesce(p.health, '{}') AS health, p.created_at, p.home_borough,
      p.looked_after, p.responsible_authority, p.plan_category, p.lead_name, p.restricted,
      (SELECT a.line FROM person_address a WHERE a.person_id = p.id AND a.until IS NULL ORDER BY (a.since IS NULL), a.created_at DESC LIMIT 1) AS line,
      (SELECT json_build_object('kind', k.kind, 'expires', to_char(k.expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) FROM protection k WHERE k.person_id = p.id AND k.ended_at IS NULL ORDER BY k.taken_at DESC LIMIT 1) AS protection,
      ${openDuties(actor, Prisma.sql`p.id`)} AS open_duties
    FROM person p WHERE p.id = ${id}::uuid`
  return row ?? null
}

function headOf(row: HeadRow, actor: Actor, card: IndexCard, depth: Depth, now: Date): PersonHead {
  const borough = row.home_borough === null ? null : boroughWords(row.home_borough)
  const opening = actor.opened.filter((open) => open.personId === card.id).sort((a, b) => b.endsAt.getTime() - a.endsAt.getTime())[0]
  const may = (right: 'record-entry' | 'correct-person' | 'add-flag' | 'link-people' | 'restrict-person' | 'lift-restriction'): boolean => card.boroughs.some((known) => membershipFor(actor, right, known) !== null)
  return {
    id: card.id, name: card.name, firstName: row.given_name ?? card.name, reference: row.reference,
    born: row.born_on === null ? card.age : `${bornWords(plainDate(row.born_on.toISOString().slice(0, 10)))} (${card.age})${row.age_disputed ? ', disputed' : ''}`,
    lives: [row.line, borough].filter(Boolean).join(', ') || 'Not known', lookedAfter: careWords(row.looked_after, row.responsible_authority),
    plan: planWords(row.plan_category), lead: row.lead_name ?? 'Nobody yet',
    flags: [
      ...(row.protection === null ? [] : [{ words: standingWords({ kind: row.protection.kind, expiresAt: new Date(row.protection.expires) }, now), tone: 'red' as const }]),
      ...(row.restricted ? [{ words: 'Restricted', tone: 'red' as const }] : []),
      ...card.flags.map((flag) => ({ words: flagWords(flag), tone: flag === 'cse-risk' ? 'solid' as const : 'plum' as const })),
    ],
    adult: card.years !== null && card.years >= 18, depth, matchedTo: card.matchedTo,
    openUntil: opening === undefined ? null : `Open to you until ${momentWords(opening.endsAt, now)}, ${opening.breakGlass ? 'by break-glass: somebody else reviews why' : 'with a reason'}`,
    duties: openDutiesOf(row.open_duties, now), elsewhere: elsewhereOf(actor, card), may: {
      entry: may('record-entry'), correct: may('correct-person'), flag: may('add-flag'), link: may('link-people'),
      openWords: depth === 'record' && !row.restricted && mayEver(actor, 'open-with-reason'),
      restrict: !row.restricted && may('restrict-person'), lift: row.restricted && may('lift-restriction'),
    },
  }
}

export function careWords(lookedAfter: boolean | null, authority: string | null): string {
  if (lookedAfter === null) return 'Not known'
  return lookedAfter ? `Yes, ${authority ?? 'authority not known'}` : 'No'
}
