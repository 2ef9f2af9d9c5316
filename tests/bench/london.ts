import pg from 'pg'
import { CHANCE } from './build/chance'
import { clocks } from './build/clocks'
import { boroughSlots, FAMILY, GIVEN, skewed, weightOf } from './build/names'
import { ENTRIES, STORY } from './build/story'
import { TABLES, WRITTEN } from './build/tables'
import { inBulk } from './bulk'

/**
 * London in bulk, for measuring: the same rows from the same size and moment, written by SQL as the owner of the tables. ×1 is five years: half a
 * million people, 1.3 million notifications (700 a day), one and a quarter million duties; ×4 four times of each. What is open does not grow with
 * the years, what is closed does; and how much happens to one household does not depend on how many there are.
 */
export interface London {
  readonly size: number
  readonly people: number
  readonly notifications: number
  readonly referrals: number
  readonly deadlines: number
  readonly entries: number
  readonly episodes: number
  readonly seconds: number
}

const PEOPLE_AT_ONE = 500_000
/** Contacts and referrals that wait for a decision, in a borough as busy as most. */
const OPEN_PER_BOROUGH = 40

/** The moment of the benchmark where nothing else is said: rows lie before it. */
export const BENCH_NOW = new Date('2026-03-02T09:00:00Z')

/** Who takes and who decides in a borough: accounts, where there are some. */
export type Workers = (borough: string) => { readonly worker: string; readonly officer: string }

/** Writes London into an empty, migrated database. `now`: the moment up to which it has come. */
export async function buildLondon(ownerUrl: string, size: number, boroughs: readonly string[], now: Date = BENCH_NOW, workers?: Workers): Promise<London> {
  const began = performance.now()
  const households = Math.max(700, Math.round((PEOPLE_AT_ONE * size) / 3))
  const at = (sql: string): string => sql.replaceAll('$now$', `'${now.toISOString()}'::timestamptz`)
  await inBulk(ownerUrl, WRITTEN, async (connections) => {
    const [first] = connections.all
    if (first === undefined) return
    await first.query(CHANCE)
    await ground(first, boroughs, workers)
    for (const statement of [...STORY(households, OPEN_PER_BOROUGH), ...ENTRIES]) await first.query(at(statement))
    await first.query('ANALYZE bench.home, bench.person, bench.notice, bench.away, bench.category, bench.heard, bench.work, bench.entry, bench.clock')
    await connections.each(TABLES.map(([table, statements]) => async (client) => {
      for (const statement of statements) await client.query(at(statement)).catch((cause: unknown) => { throw new Error(`${table} could not be written`, { cause }) })
    }))
    await first.query(`INSERT INTO ledger_head (ledger, seq, hash) SELECT ledger, max(seq), repeat('0', 64) FROM entry GROUP BY ledger`)
    await first.query('DROP SCHEMA bench CASCADE')
  })
  return { ...(await countLondon(ownerUrl)), size, seconds: Math.round((performance.now() - began) / 100) / 10 }
}

/** How much of it there is. */
export async function countLondon(ownerUrl: string): Promise<Omit<London, 'size' | 'seconds'>> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Omit<London, 'size' | 'seconds'>>(`SELECT (SELECT count(*)::int FROM person) AS people, (SELECT count(*)::int FROM referral) AS referrals, (SELECT count(*)::int FROM deadline) AS deadlines,
      (SELECT count(*)::int FROM entry) AS entries, (SELECT count(*)::int FROM episode) AS episodes, (SELECT count(*)::int FROM entry WHERE kind IN ('pac-submitted', 'contact-received', 'referral-made')) AS notifications`)
    const [counted] = rows
    if (counted === undefined) throw new Error('nothing could be counted')
    return counted
  } finally {
    await client.end()
  }
}

/** What chance draws from: boroughs as often as they are busy, names as often as London bears them, the duties as the rules say them. */
async function ground(client: pg.Client, boroughs: readonly string[], workers: Workers | undefined): Promise<void> {
  await client.query(`
    CREATE FUNCTION bench.concern(n bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT bench.one_of(n, 300, ARRAY['domestic-abuse','domestic-abuse','domestic-abuse','domestic-abuse','domestic-abuse','neglect','neglect','neglect','neglect','neglect',
      'physical-abuse','physical-abuse','sexual-abuse','serious-neglect','repeat-missing','online-cse','cse','serious-injury','fgm','household-child']) $$;
    CREATE FUNCTION bench.outcome(n bigint, form int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT CASE form WHEN 3 THEN 's47' WHEN 1 THEN 'nfa' ELSE bench.one_of(n, 301, ARRAY['nfa','other-services','s17']) END $$;
    CREATE TABLE bench.slot (slot int, borough text, worker uuid, officer uuid); CREATE TABLE bench.weight (borough text, weight float8, place bigint, worker uuid, officer uuid);
    CREATE TABLE bench.given (slot int, name text); CREATE TABLE bench.family (slot int, name text);
    CREATE TABLE bench.clock (rule text, alert text, basis text, form text, task text, clause text, owed_by text, hours int, day_end boolean, explanation jsonb)`)
  for (const [table, names] of [['given', GIVEN], ['family', FAMILY]] as const) {
    await client.query(`INSERT INTO bench.${table} SELECT n - 1, name FROM unnest($1::text[]) WITH ORDINALITY AS t (name, n)`, [skewed(names)])
  }
  const people = boroughs.map((borough) => workers?.(borough) ?? null)
  await client.query(`INSERT INTO bench.weight SELECT borough, weight, n, coalesce(worker, bench.id_of('account', 1)), coalesce(officer, bench.id_of('account', 2)) FROM unnest($1::text[], $2::float8[], $3::uuid[], $4::uuid[]) WITH ORDINALITY AS t (borough, weight, worker, officer, n)`,
    [boroughs, boroughs.map(weightOf), people.map((one) => one?.worker ?? null), people.map((one) => one?.officer ?? null)])
  await client.query('INSERT INTO bench.slot SELECT n - 1, borough, worker, officer FROM unnest($1::text[]) WITH ORDINALITY AS t (borough, n) JOIN bench.weight USING (borough)', [boroughSlots(boroughs)])
  await client.query('INSERT INTO bench.clock SELECT * FROM jsonb_populate_recordset(NULL::bench.clock, $1::jsonb)', [JSON.stringify(clocks())])
  await client.query('ANALYZE bench.slot, bench.weight, bench.given, bench.family')
}
