import pg from 'pg'
import { loadActor } from '@/lib/access/load-actor'
import type { Actor } from '@/lib/access/actor'
import { wallSettings } from '@/lib/access/visibility'
import { syncDeadlines } from '@/lib/deadlines/sync'
import { closeDb, withTransaction } from '@/lib/platform/db'
import type { OpenDatabase } from '@/lib/platform/postgres/open'
import { accountOf } from '@/prisma/seed/accounts'
import { measures, type Cast, type Ground } from './measures'

/** What the database itself was at work for one turn, in milliseconds, by its own count; and for the same written by hand. */
export interface DatabaseTaken { readonly name: string; readonly product: number; readonly byHand: number | null }

/** Whom and what the turns are about: the same kind of children and names at every size. */
export interface Material { readonly children: string[]; readonly names: string[]; readonly noted: string[] }

/** Children of the borough's referrals whose page opens to its worker, with a middling history: some thirty to eighty entries. */
const CHILDREN = `
  SELECT s.person_id AS is FROM entry_subject s WHERE s.person_id IN (
    SELECT rp.person_id FROM referral_person rp JOIN referral r ON r.id = rp.referral_id JOIN person p ON p.id = rp.person_id AND NOT p.restricted WHERE r.borough = 'bromley' AND rp.role = 'child' AND r.decided_at IS NOT NULL ORDER BY rp.person_id LIMIT 4000)
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
    const product = await perTurn(database, turns, async (many) => {
      for (let turn = 0; turn < many; turn += 1) await measure.product(turn)
      await closeDb()
    })
    const { byHand } = measure
    const byHandMs = byHand === null ? null : await perTurn(database, turns, async (many) => {
      client = new pg.Client({ connectionString: database.urls.app })
      await client.connect()
      try {
        for (let turn = 0; turn < many; turn += 1) await byHand(turn)
      } finally {
        await client.end()
      }
    })
    taken.push({ name: measure.name, product, byHand: byHandMs })
  }
  return taken
}

/** A long run less a short one: planning on a fresh connection falls out. A connection tells what it counted when it ends. */
async function perTurn(database: OpenDatabase, turns: number, run: (many: number) => Promise<void>): Promise<number> {
  const few = Math.max(8, Math.floor(turns / 3))
  const short = await atWork(database, () => run(few))
  const long = await atWork(database, () => run(few + turns))
  return Math.round(((long - short) / turns) * 100) / 100
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
