import { createHash } from 'node:crypto'
import type pg from 'pg'

/** One entry as it stands in a ledger, with what its hash is made of: `canonical` says its place (previous hash, ledger, number) and then itself. */
export interface Link {
  readonly seq: string
  readonly hash: string
  readonly prev_hash: string
  readonly canonical: string
}

/** What an attacker did, and the first entry it shows at. */
export interface Found {
  readonly seq: string
  readonly what: 'edited' | 'removed' | 'reordered'
  readonly says: string
}

/** The hash before the first entry of every ledger. */
export const GENESIS = '0'.repeat(64)
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** The entry without its place: what is left when it is moved. */
const itself = (ledger: string, link: Link): string => link.canonical.slice(`${link.prev_hash}\n${ledger}\n${link.seq}\n`.length)
const hashAt = (ledger: string, previous: string, seq: bigint | string, rest: string): string => sha256(`${previous}\n${ledger}\n${seq}\n${rest}`)

/**
 * The first entry of a ledger that does not hold has been found; what was done to it? An edit, a removal and a change of
 * order leave different traces, also when the hashes were mended afterwards: the hash an entry follows is still there or
 * is not, and an entry's own hash comes out again at the place it had. `before` are the whole entries just before it,
 * newest last; `head` is the number the ledger's head says.
 */
export async function whatBroke(client: pg.Client, ledger: string, row: Link, before: readonly Link[], head: string | undefined): Promise<Found> {
  const seq = BigInt(row.seq)
  const previous = before.at(-1)?.hash ?? GENESIS
  const found = (what: Found['what'], says: string, at: bigint = seq): Found => ({ seq: String(at), what, says })
  const edited = found('edited', `entry ${seq} was altered after it was written`)

  const follower = await one(client, ledger, 'e.prev_hash = $2 AND e.seq <> $3::bigint', previous, row.seq)
  if (follower !== null) return found('reordered', `entry ${seq} does not follow the entry that stands before it: entry ${follower.seq} does`)

  const whole = sha256(row.canonical) === row.hash
  if (row.prev_hash === previous) {
    // Its place holds and it does not: another entry's matter in this place, or its own matter changed.
    const other = await whoseMatter(client, ledger, row)
    return other === null ? edited : found('reordered', `what was written as entry ${seq} stands at entry ${other}`)
  }
  if (await one(client, ledger, 'e.hash = $2 AND e.seq <> $3::bigint', row.prev_hash, row.seq)) {
    return found('reordered', `entry ${seq} does not follow the entry that stands before it`)
  }
  if (!whole) {
    // Renumbered to close a gap: at its old number its hash comes out again, and the entry before it is nowhere.
    const rest = itself(ledger, row)
    const last = BigInt(head ?? row.seq) + 1n
    for (let old = seq + 1n; old <= last; old += 1n) {
      if (hashAt(ledger, row.prev_hash, old, rest) === row.hash) return found('removed', `entry ${seq} was entry ${old} when it was written: what stood before it is not there`)
    }
    return edited
  }
  const swapped = swap(ledger, before, row.prev_hash)
  if (swapped !== null) return found('reordered', `entries ${swapped.first} and ${swapped.second} changed places and their hashes were mended`, swapped.first)
  if (before.length === 0) return found('removed', `entry ${seq} follows an entry that is not there`)
  if (head !== undefined && BigInt(head) > await lastOf(client, ledger)) return found('removed', `entry ${seq} follows an entry that is not there`)
  return found('edited', `entry ${seq - 1n} was altered after it was written, and its hash mended`, seq - 1n)
}

/** An entry is missing at `gap`: it was removed, unless it stands at another number. */
export async function whatIsMissing(client: pg.Client, ledger: string, gap: bigint, next: Link, previous: string): Promise<Found> {
  const moved = await one(client, ledger, 'e.prev_hash = $2 AND e.seq > $3::bigint', previous, next.seq)
  return moved === null
    ? { seq: String(gap), what: 'removed', says: `entry ${gap} is not there: the next is ${next.seq}` }
    : { seq: String(gap), what: 'reordered', says: `entry ${gap} is not in its place: it stands at ${moved.seq}` }
}

/** Entries kept for finding a change of order that was mended: as many as can be tried in about a second. */
export const KEPT = 128

/**
 * Two of these entries that, put back in each other's place, make the chain end in `wanted`: proof that they changed
 * places. Null when no two do. The entries are consecutive, and the first one's previous hash is true.
 */
export function swap(ledger: string, links: readonly Link[], wanted: string): { first: bigint; second: bigint } | null {
  const rests = links.map((link) => itself(ledger, link))
  for (let i = links.length - 2; i >= 0; i -= 1) {
    for (let j = i + 1; j < links.length; j += 1) {
      let hash = links[i]?.prev_hash ?? GENESIS
      for (let k = i; k < links.length; k += 1) {
        const rest = rests[k === i ? j : k === j ? i : k]
        hash = hashAt(ledger, hash, links[k]?.seq ?? '', rest ?? '')
      }
      if (hash === wanted) return { first: BigInt(links[i]?.seq ?? 0), second: BigInt(links[j]?.seq ?? 0) }
    }
  }
  return null
}

const PAGE = 5000
const LINK_SQL = 'SELECT e.seq::text AS seq, e.hash, e.prev_hash, entry_canonical(e) AS canonical FROM entry e WHERE e.ledger = $1'

async function one(client: pg.Client, ledger: string, where: string, hash: string, seq: string): Promise<Link | null> {
  return (await client.query<Link>(`${LINK_SQL} AND ${where} ORDER BY e.seq LIMIT 1`, [ledger, hash, seq])).rows[0] ?? null
}

async function lastOf(client: pg.Client, ledger: string): Promise<bigint> {
  return BigInt((await client.query<{ last: string }>('SELECT coalesce(max(seq), 0)::text AS last FROM entry WHERE ledger = $1', [ledger])).rows[0]?.last ?? 0)
}

/** The number of the entry whose matter gives this place's hash; null when none does. */
async function whoseMatter(client: pg.Client, ledger: string, place: Link): Promise<string | null> {
  for (let after = '0'; ;) {
    const rows = (await client.query<Link>(`${LINK_SQL} AND e.seq > $2::bigint ORDER BY e.seq LIMIT ${PAGE}`, [ledger, after])).rows
    const other = rows.find((row) => row.seq !== place.seq && hashAt(ledger, place.prev_hash, place.seq, itself(ledger, row)) === place.hash)
    if (other) return other.seq
    if (rows.length < PAGE) return null
    after = rows.at(-1)?.seq ?? after
  }
}
