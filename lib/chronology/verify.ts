import type pg from 'pg'
import { sealHolds, type Seal, type SealKey } from './seal'
import { GENESIS, KEPT, sha256, swap, whatBroke, whatIsMissing, type Found, type Link } from './what-broke'

/** What is wrong with a ledger, and at which entry: the first that breaks. */
export interface Break {
  readonly ledger: string
  readonly seq: string
  readonly what: 'edited' | 'removed' | 'reordered' | 'cut-off' | 'words-altered' | 'words-redacted' | 'subjects-altered' | 'seal-false'
  readonly says: string
}

/** Words taken away under authority: which entry's, and the entry that says whose authority it was. */
export interface Redaction {
  readonly seq: string
  readonly authoritySeq: string
  readonly authority: string
  readonly at: Date
}

export interface Walked {
  readonly ledger: string
  readonly entries: number
  readonly seals: number
  readonly redactions: readonly Redaction[]
  readonly broken: Break | null
}

interface Row extends Link {
  id: string
  payload_digest: string
  salt: string | null
  body: string | null
  redacted_at: Date | null
  authority_seq: string | null
  authority: string | null
  authority_at: Date | null
  subjects_whole: boolean
}

/**
 * Walks every ledger from its first entry: each hash is made again from the entry and the one before it, each payload's
 * digest from its salt and words (a redacted payload keeps its digest and is not compared: the entry that records the
 * authority is looked for instead), the rows that say whom it is about against those its hash covers, the head and every
 * seal against the entry they name. `seals` are those in the database and those exported beside it: an owner who cuts the
 * tail and mends the head cannot mend the exported ones. Reads as the owner, in one repeatable-read transaction.
 */
export async function verifyChronology(client: pg.Client, exported: readonly Seal[], key: SealKey): Promise<Walked[]> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    const heads = await client.query<{ ledger: string; seq: string; hash: string }>('SELECT ledger, seq::text AS seq, hash FROM ledger_head ORDER BY ledger')
    const stored = await client.query<Seal>(
      `SELECT ledger, day, seq::text AS seq, hash, signature, key_id AS "keyId" FROM ledger_seal ORDER BY ledger, day`)
    const others = await client.query<{ ledger: string }>('SELECT DISTINCT ledger FROM entry')
    const names = new Set([...heads.rows, ...stored.rows, ...exported, ...others.rows].map((row) => row.ledger))
    const walked: Walked[] = []
    for (const ledger of [...names].sort()) {
      const seals = [...stored.rows, ...exported].filter((seal) => seal.ledger === ledger)
      walked.push(await walk(client, ledger, heads.rows.find((head) => head.ledger === ledger), seals, key))
    }
    return walked
  } finally {
    await client.query('ROLLBACK')
  }
}

const PAGE = 5000

async function walk(
  client: pg.Client, ledger: string, head: { seq: string; hash: string } | undefined, seals: readonly Seal[], key: SealKey,
): Promise<Walked> {
  const sealed = new Map<string, readonly Link[]>()
  const awaited = new Set(seals.map((seal) => seal.seq))
  let [previous, expected, entries] = [GENESIS, 1n, 0]
  let kept: Link[] = []
  const redactions: Redaction[] = []
  const broken = (found: Omit<Break, 'ledger'>): Walked => ({ ledger, entries, seals: seals.length, redactions, broken: { ledger, ...found } })
  const brokenAt = (seq: bigint | string, what: Break['what'], says: string): Walked => broken({ seq: String(seq), what, says })
  for (;;) {
    const rows = (await client.query<Row>(PAGE_SQL, [ledger, (expected - 1n).toString(), PAGE])).rows
    for (const row of rows) {
      const found: Found | null = BigInt(row.seq) !== expected
        ? await whatIsMissing(client, ledger, expected, row, previous)
        : row.prev_hash !== previous || sha256(row.canonical) !== row.hash ? await whatBroke(client, ledger, row, kept, head?.seq) : null
      if (found !== null) return broken(found)
      if (!row.subjects_whole) return brokenAt(row.seq, 'subjects-altered', `entry ${row.seq} is no longer kept under the people it was written about`)
      const words = wordsBroken(row)
      if (words !== null) return brokenAt(row.seq, words.what, words.says)
      if (row.redacted_at !== null) redactions.push({ seq: row.seq, authoritySeq: row.authority_seq ?? '', authority: row.authority ?? '', at: row.redacted_at })
      kept.push(row)
      if (awaited.has(row.seq)) sealed.set(row.seq, kept.slice(-KEPT))
      if (kept.length >= 2 * KEPT) kept = kept.slice(-KEPT)
      previous = row.hash
      expected += 1n
      entries += 1
    }
    if (rows.length < PAGE) break
  }
  const last = expected - 1n
  if (head === undefined ? last > 0n : BigInt(head.seq) !== last || (last > 0n && head.hash !== previous)) {
    return brokenAt(last + 1n, 'cut-off', `the ledger ends at entry ${last}, and its head says ${head?.seq ?? 'nothing'}`)
  }
  // In the order of what they reach, so that the first that does not hold bounds the harm from below.
  let [held, heldTo] = ['the beginning', 0n]
  for (const seal of [...seals].sort((a, b) => Number(BigInt(a.seq) - BigInt(b.seq)))) {
    if (!sealHolds(seal, key)) return brokenAt(seal.seq, 'seal-false', `the seal of ${seal.day} was not made with the key of this installation`)
    if (BigInt(seal.seq) > last) return brokenAt(last + 1n, 'cut-off', `the seal of ${seal.day} reached entry ${seal.seq}; the ledger ends at ${last}`)
    const links = sealed.get(seal.seq) ?? []
    if (links.at(-1)?.hash !== seal.hash) {
      const swapped = swap(ledger, links.filter((link) => BigInt(link.seq) > heldTo), seal.hash)
      if (swapped !== null) return brokenAt(swapped.first, 'reordered', `entries ${swapped.first} and ${swapped.second} changed places and the ledger was written anew: the seal of ${seal.day} says so`)
      return brokenAt(seal.seq, 'edited', `the seal of ${seal.day} says another hash of entry ${seal.seq}: the ledger was written anew somewhere from ${held} to here`)
    }
    ;[held, heldTo] = [`entry ${BigInt(seal.seq) + 1n}`, BigInt(seal.seq)]
  }
  return { ledger, entries, seals: seals.length, redactions, broken: null }
}

function wordsBroken(row: Row): Pick<Break, 'what' | 'says'> | null {
  if (row.salt === null || row.body === null) return { what: 'words-altered', says: `the words of entry ${row.seq} are not there` }
  if (row.redacted_at === null) {
    return sha256(`${row.salt}\n${row.body}`) === row.payload_digest ? null : { what: 'words-altered', says: `the words of entry ${row.seq} were altered after they were written` }
  }
  // Authority comes first: an entry written after the words were gone is an excuse.
  if (row.authority === null || row.authority.trim() === '' || row.authority_at === null || row.authority_at > row.redacted_at) {
    return { what: 'words-redacted', says: `the words of entry ${row.seq} were taken away and no entry says under whose authority` }
  }
  return row.salt === '' && row.body === '{}' ? null : { what: 'words-altered', says: `the words of entry ${row.seq} are said to be redacted and other words stand there` }
}

const PAGE_SQL = `
  SELECT e.seq::text AS seq, e.id, e.hash, e.prev_hash, entry_canonical(e) AS canonical, e.payload_digest, p.salt, p.body::text AS body,
         p.redacted_at, a.seq::text AS authority_seq, a.recorded_at AS authority_at, w.body->>'authority' AS authority,
         ARRAY(SELECT s.person_id FROM entry_subject s WHERE s.entry_id = e.id AND s.occurred_at = e.occurred_at AND s.kind = e.kind AND s.agency = e.agency ORDER BY 1)
           = ARRAY(SELECT DISTINCT unnest(e.subject_ids) ORDER BY 1)
           AND NOT EXISTS (SELECT 1 FROM entry_subject s WHERE s.entry_id = e.id AND (s.occurred_at, s.kind, s.agency) IS DISTINCT FROM (e.occurred_at, e.kind, e.agency))
           AS subjects_whole
  FROM entry e LEFT JOIN entry_payload p ON p.entry_id = e.id
    LEFT JOIN entry a ON p.redacted_at IS NOT NULL AND a.id = CASE WHEN p.redacted_under ~ '^[0-9a-f-]{36}$' THEN p.redacted_under::uuid END AND a.kind = 'words-redacted' AND a.corrects = e.id
    LEFT JOIN entry_payload w ON w.entry_id = a.id
  WHERE e.ledger = $1 AND e.seq > $2::bigint ORDER BY e.seq LIMIT $3`
