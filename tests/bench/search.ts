import pg from 'pg'
import type { Actor } from '@/lib/access/actor'
import { wallSettings } from '@/lib/access/visibility'
import { findPeople, suggestPeople } from '@/lib/people/search'
import { at } from './figures'

export interface SearchTaken {
  readonly name: string
  /** Milliseconds: the middle of all turns, the 95th of a hundred, and the same kind of question in SQL written by hand. */
  readonly ms: number
  readonly ms95: number
  readonly byHand: number
  /** Of a hundred turns, in how many the one that was meant is among the first five; null where nobody in particular is. */
  readonly found: number | null
}

interface Somebody { readonly id: string; readonly given: string; readonly family: string; readonly born: string; readonly postcode: string; readonly line: string; readonly telephone: string | null }

const SOMEBODIES = `
  SELECT p.id, given_name AS given, family_name AS family, born_on::text AS born, a.postcode, a.line, p.telephone FROM person p JOIN person_address a ON a.person_id = p.id AND a.until IS NULL
  WHERE NOT p.restricted AND p.born_on IS NOT NULL AND p.reference = ANY (SELECT 'P-' || upper(lpad(to_hex(1 + n * ($1::int / 300)), 8, '0')) FROM generate_series(1, 290) AS n) ORDER BY p.id`

/** Two letters changed about, as a quick hand does. */
const slip = (name: string): string => name.replace(/^(..)(.)(.)/, '$1$3$2')
/** One digit of the day otherwise, and still a day of that month. */
const dayOff = (born: string): string => {
  const day = Number(born.slice(8))
  return `${born.slice(0, 8)}${String(day >= 30 ? day - 10 : day % 10 <= 1 ? day + 1 : day - 1).padStart(2, '0')}`
}

/** What is looked for, and how somebody would ask the same of the same tables by hand: exact words by the index over keys, exact date, exact address. */
const KINDS: readonly (readonly [string, (who: Somebody) => { q: string; bornOn?: string }, boolean, string, (who: Somebody) => unknown[]])[] = [
  ['Name', (who) => ({ q: `${who.given} ${who.family}` }), false, `SELECT person_id AS id FROM person_search WHERE keys @> key_numbers($1) ORDER BY similarity(name, $2) DESC LIMIT 20`, (who) => [keysOf(who), `${who.given} ${who.family}`.toLowerCase()]],
  ['Name with a slip', (who) => ({ q: `${slip(who.given)} ${slip(who.family)}` }), false, `SELECT s.person_id AS id FROM person_search s WHERE s.keys && key_numbers(ARRAY(SELECT '=' || word FROM name_word WHERE word % $1)) AND s.keys && key_numbers(ARRAY(SELECT '=' || word FROM name_word WHERE word % $2)) ORDER BY similarity(s.name, $1 || ' ' || $2) DESC LIMIT 20`, (who) => [slip(who.given).toLowerCase(), slip(who.family).toLowerCase()]],
  ['Name and date', (who) => ({ q: `${who.given} ${who.family}`, bornOn: who.born }), true, `SELECT person_id AS id FROM person_search WHERE keys @> key_numbers($1) AND born_on = $2 LIMIT 20`, (who) => [keysOf(who), who.born]],
  ['Slip and date nearly', (who) => ({ q: `${slip(who.given)} ${slip(who.family)}`, bornOn: dayOff(who.born) }), true, `SELECT person_id AS id FROM person_search WHERE born_on BETWEEN $2::date - 31 AND $2::date + 31 AND keys && key_numbers(ARRAY(SELECT '=' || word FROM name_word WHERE word % $1)) LIMIT 20`, (who) => [slip(who.given).toLowerCase(), who.born]],
  ['Address', (who) => ({ q: who.line }), true, `SELECT person_id AS id FROM person_address WHERE street_key(line) = street_key($1) AND line <> '' LIMIT 20`, (who) => [who.line]],
  ['Postcode', (who) => ({ q: who.postcode }), false, `SELECT person_id AS id FROM person_address WHERE plain_line(postcode) = plain_line($1) AND postcode IS NOT NULL LIMIT 20`, (who) => [who.postcode]],
  ['While typing', (who) => ({ q: `${who.given} ${who.family.slice(0, 3)}` }), false, `SELECT person_id AS id FROM person_search WHERE name LIKE $1 ORDER BY name LIMIT 8`, (who) => [`${who.given} ${who.family.slice(0, 3)}%`.toLowerCase()]],
]
const keysOf = (who: Somebody): string[] => `${who.given} ${who.family}`.toLowerCase().split(' ').map((word) => `=${word}`)

/** The search as the product does it and by hand, by turns, so that what else the machine does falls on both. The first fifth warms up. */
export async function measureSearch(ownerUrl: string, worker: Actor, people: number, turns: number, now: Date): Promise<SearchTaken[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows: somebodies } = await client.query<Somebody>(SOMEBODIES, [people])
    const measured: SearchTaken[] = []
    for (const [name, ask, meant, sql, given] of KINDS) {
      const [product, byHand]: [number[], number[]] = [[], []]
      let found = 0
      for (let turn = 0; turn < turns; turn += 1) {
        const who = somebodies[(turn * 7) % somebodies.length] as Somebody
        const asked = ask(who)
        const began = performance.now()
        const hits = name === 'While typing' ? await suggestPeople(worker, asked.q, now) : await findPeople(worker, asked, now)
        product.push(performance.now() - began)
        if (hits.slice(0, 5).some((hit) => hit.card.id === who.id)) found += 1
        const since = performance.now()
        await handWritten(client, worker, name, sql, given(who), now)
        byHand.push(performance.now() - since)
      }
      const warm = Math.floor(turns / 5)
      measured.push({ name, ms: at(product.slice(warm), 0.5), ms95: at(product.slice(warm), 0.95), byHand: at(byHand.slice(warm), 0.5), found: meant ? Math.round((found / turns) * 100) : null })
    }
    return measured
  } finally {
    await client.end()
  }
}

/** Who is found, what their index shows, and the line in the reading log for each: three statements, without policies. */
async function handWritten(client: pg.Client, worker: Actor, name: string, sql: string, values: unknown[], now: Date): Promise<void> {
  await client.query('BEGIN')
  const settings = Object.entries(wallSettings(worker))
  await client.query({ name: 'settings', text: `SELECT ${settings.map((_, index) => `set_config($${index * 2 + 1}, $${index * 2 + 2}, true)`).join(', ')}`, values: settings.flat() })
  const { rows } = await client.query<{ id: string }>({ name, text: sql, values })
  const ids = [...new Set(rows.map((row) => row.id))]
  await client.query({
    name: 'cards', text: `SELECT p.*, (SELECT array_agg(r.borough) FROM person_reach r WHERE r.person_id = p.id) AS boroughs, (SELECT array_agg(f.code) FROM flag f WHERE f.person_id = p.id AND f.removed_at IS NULL) AS flags,
      (SELECT count(*) FROM deadline d WHERE d.child_id = p.id AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL) AS open FROM person p WHERE p.id = ANY ($1)`, values: [ids],
  })
  await client.query({
    name: 'log', text: `INSERT INTO reading_log (id, at, account_id, membership_id, person_id, depth, page, query) SELECT uuidv7(), $1, $2, $3, p, 'index', 'search', 'by hand' FROM unnest($4::uuid[]) AS p`,
    values: [now, worker.accountId, worker.memberships[0]?.id ?? null, ids],
  })
  await client.query('COMMIT')
}
