import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver } from '@/lib/access/permissions'
import { depthOf, type Depth } from '@/lib/access/visibility'
import type { Tx } from '@/lib/platform/db'
import { cardOf, type PersonCard, type RawCard } from './card'

/** A person as they stand to an actor: how deep the record opens, and the index of it. */
export interface Standing {
  readonly card: PersonCard
  /** 'none' for a restricted person who was not opened. */
  readonly depth: Depth
  readonly restricted: boolean
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** An address can hold anything: what is no id is nobody, before the database is asked. */
export const isId = (text: string): boolean => UUID.test(text)

/**
 * The person as the actor may know them, or null: not there, or not in reach, which is the same answer. The caller writes the reading log at the
 * depth it shows, in the same transaction.
 */
export async function standingOf(tx: Tx, actor: Actor, personId: string, now: Date): Promise<Standing | null> {
  if (!isId(personId) || !mayEver(actor, 'see-person')) return null
  const [found] = await tx.$queryRaw<{ cards: RawCard[]; involved: boolean }[]>`
    SELECT person_cards(ARRAY[${personId}]::uuid[]) AS cards, police_involved(${personId}::uuid) AS involved`
  const raw = found?.cards[0]
  if (raw === undefined) return null
  const card = cardOf(raw, now)
  const depth = depthOf(actor, { id: raw.id, restricted: raw.restricted, boroughs: raw.boroughs ?? [], policeInvolved: found?.involved ?? false })
  if (card.masked) return { card, depth: 'none', restricted: true }
  // Opened before it was restricted: the row is still within the wall, and is shown as restricted all the same.
  if (depth === 'none') return raw.restricted ? { card: { id: raw.id, masked: true, name: 'Restricted person' }, depth, restricted: true } : null
  return { card, depth, restricted: raw.restricted }
}

/** The index of several people at once, by id; who is not in reach is left out. */
export async function cardsOf(tx: Tx, personIds: readonly string[], now: Date): Promise<Map<string, PersonCard>> {
  const raw = await rawCards(tx, personIds)
  return new Map(raw.map((card) => [card.id, cardOf(card, now)]))
}

async function rawCards(tx: Tx, personIds: readonly string[]): Promise<RawCard[]> {
  const ids = [...new Set(personIds)].filter(isId)
  if (ids.length === 0) return []
  const rows = await tx.$queryRaw<{ cards: RawCard[] }[]>`SELECT person_cards(${ids}::uuid[]) AS cards`
  return rows[0]?.cards ?? []
}

/** The ledger an entry about the person goes to: the home borough's, else the first that knows them, else London's. */
export async function ledgerOf(tx: Tx, personId: string): Promise<string> {
  const rows = await tx.$queryRaw<{ home_borough: string | null }[]>`SELECT home_borough FROM policy_people(ARRAY[${personId}]::uuid[])`
  return rows[0]?.home_borough ?? 'london'
}
