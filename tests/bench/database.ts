import pg from 'pg'
import { loadActor } from '@/lib/access/load-actor'
import type { Actor } from '@/lib/access/actor'
import { wallSettings } from '@/lib/access/visibility'
import { syncDeadlines } from '@/lib/deadlines/sync'
import { closeDb, withTransaction } from '@/lib/platform/db'
import type { OpenDatabase } from '@/lib/platform/postgres/open'
import { accountOf } from '@/prisma/seed/accounts'
import { at } from './figures'
import { measures, type Cast, type Ground } from './measures'

/** What the database itself was at work for one turn, in milliseconds, by its own count; and for the same written by hand. */
export interface DatabaseTaken { readonly name: string; readonly product: number; readonly byHand: number | null }

/** Whom and what the turns are about: the same kind of children and names at every size. */
export interface Material { readonly children: string[]; readonly names: string[]; readonly noted: string[] }

/** Children of the borough's referrals whose page opens to its worker, with a middling history. Who was referred there once and has moved since is another borough's. */
const CHILDREN = `
  SELECT s.person_id AS is FROM entry_subject s WHERE s.person_id IN (
    SELECT rp.person_id FROM referral_person rp JOIN referral r ON r.id = rp.referral_id JOIN person p ON p.id = rp.person_id AND NOT p.restricted WHERE r.borough = 'bromley' AND rp.role = 'child' AND r.decided_at IS NOT NULL
      AND EXISTS (SELECT 1 FROM person_reach pr WHERE pr.person_id = rp.person_id AND pr.borough = 'bromley' AND pr.until IS NULL) ORDER BY rp.person_id LIMIT 4000)
  GROUP BY 1 HAVING count(*) BETWEEN 15 AND 60 ORDER BY 1 LIMIT 80`
const NAMES = `SELECT given_name || ' ' || family_name AS is FROM person WHERE id > '40000000-0000-4000-8000-000000000000' AND NOT restricted ORDER BY id LIMIT 80`

export async function materialOf(database: OpenDatabase): Promise<Material> {
  const owner = new pg.Client({ connectionString: database.urls.owner })
  await owner.connect()
  try {
    const list = async (sql: string): Promise<string[]> => (await owner.query<{ is: string }>(sql)).rows.map((row) => row.is)
    const children = await list(CHILDREN)
    // Each is asked for three times in sixty turns: who is worked on today is in memory. The first looks, from disk, are among the slowest twentieth.
    return { children: children.slice(0, 20), names: (await list(NAMES)).slice(0, 20), noted: children.slice(-20) }
  } finally {
    await owner.end()
  }
}

async function castAt(now: Date): Promise<Cast> {
  const as = async (local: string): Promise<Actor> => {
    const actor = await loadActor(accountOf(local).id, now)
    if (actor === null) throw new Error(`${local} may do nothing`)
    return actor
  }
  return { worker: await as('social-worker.bromley'), officer: await as('mash-officer.bromley'), supervisor: await as('cait-supervisor.bromley'), manager: await as('manager.bromley'), lead: await as('london-lead') }
}

/** The builder writes duties in bulk and not as the policy would: without this each note would first put them right. */
export async function settle(noted: readonly string[], now: Date): Promise<void> {
  const { officer } = await castAt(now)
  await withTransaction(wallSettings(officer), (tx) => syncDeadlines(tx, [...noted], now))
}

/** `useDatabaseHere` has pointed at this database before. */
export async function measureDatabase(database: OpenDatabase, material: Material, turns: number, now: Date, dashboards = true): Promise<DatabaseTaken[]> {
  const cast = await castAt(now)
  let client: pg.Client | null = null
  const ground: Ground = { ...material, cast, now, client: () => client ?? fail() }
  const taken: DatabaseTaken[] = []
  for (const measure of measures(ground)) {
    // A London that was measured often has nobody left of a middling history: each run writes notes about some of them.
    if ((measure.name === 'Child’s page' && material.children.length === 0) || (measure.name === 'Save a note' && material.noted.length === 0) || (!dashboards && measure.name.endsWith('dashboard'))) continue
    const runs: Run[] = [async (many) => {
      for (let turn = 0; turn < many; turn += 1) await measure.product(turn)
      await closeDb()
    }]
    const { byHand } = measure
    if (byHand !== null) runs.push(async (many) => {
      client = new pg.Client({ connectionString: database.urls.app })
      await client.connect()
      try {
        for (let turn = 0; turn < many; turn += 1) await byHand(turn)
      } finally {
        await client.end()
      }
    })
    const [product = 0, byHandMs = null] = await perTurn(database, turns, runs)
    taken.push({ name: measure.name, product, byHand: byHandMs })
  }
  return taken
}

type Run = (many: number) => Promise<void>

/** Odd, so that one of them is in the middle. */
const ROUNDS = 5

/**
 * Of each way the middle of five rounds, by turns, so that what else the machine does falls on all. A round is a long run less a short one: planning on
 * a fresh connection falls out. One run before warms the memory: without it the first short run reads from the disk and the difference says nothing.
 */
async function perTurn(database: OpenDatabase, turns: number, runs: readonly Run[]): Promise<number[]> {
  const few = 8
  const long = Math.max(few, Math.ceil(turns / ROUNDS))
  const rounds: number[][] = runs.map(() => [])
  for (const run of runs) await run(few + long)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [place, run] of runs.entries()) {
      const less = await atWork(database, () => run(few))
      rounds[place]?.push((await atWork(database, () => run(few + long)) - less) / long)
    }
  }
  return rounds.map((taken) => Math.round(at(taken, 0.5) * 100) / 100)
}

async function atWork(database: OpenDatabase, work: () => Promise<void>): Promise<number> {
  const read = async (): Promise<number> => {
    const client = new pg.Client({ connectionString: database.urls.owner })
    await client.connect()
    try {
      await client.query('SELECT pg_sleep(0.3)')
      return Number((await client.query<{ active_time: string }>('SELECT active_time FROM pg_stat_database WHERE datname = current_database()')).rows[0]?.active_time ?? 0)
    } finally {
      await client.end()
    }
  }
  const before = await read()
  await work()
  // Reading costs what the connection above costs, sleep and all: its own time is counted when it ends, after it was read.
  return (await read()) - before - 300
}

function fail(): never {
  throw new Error('no connection is open')
}
