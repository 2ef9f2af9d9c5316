import 'server-only'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Actor } from '@/lib/access/actor'
import { loadActor } from '@/lib/access/load-actor'
import type { Agency, Rank, Role } from '@/lib/access/roles'
import { closeDb } from '@/lib/platform/db'
import { openScratchDatabase, useDatabaseHere } from '@/lib/platform/postgres/open'

/** The people who act in a replay: one of each role that may write, working for all of London. */
const CAST: readonly { role: Role; agency: Agency; rank: Rank | null; name: string }[] = [
  { role: 'mash-officer', agency: 'police', rank: 'sergeant', name: 'Replay MASH officer' },
  { role: 'mash-social-worker', agency: 'csc', rank: null, name: 'Replay MASH social worker' },
  { role: 'mash-decision-maker', agency: 'csc', rank: null, name: 'Replay MASH decision maker' },
  { role: 'cait-supervisor', agency: 'police', rank: 'inspector', name: 'Replay CAIT supervisor' },
  { role: 'auditor', agency: 'other', rank: null, name: 'Replay auditor' },
]
export type CastRole = 'mash-officer' | 'mash-social-worker' | 'mash-decision-maker' | 'cait-supervisor' | 'auditor'

/** A scratch database with a cast, where histories are played one after the other. */
export interface Stage {
  actor(role: CastRole): Actor
  /** One statement as the owner of the tables: for what was so before a history begins, and for nothing else. */
  arrange(sql: string, values: readonly unknown[]): Promise<void>
  close(): Promise<void>
}

/** Opens the one database of a run. Whoever calls this gives its process to the replay: `db()` points there until closed. */
export async function openStage(): Promise<Stage> {
  const database = await openScratchDatabase()
  useDatabaseHere(database)
  const pool = new pg.Pool({ connectionString: database.urls.owner, max: 1 })
  const close = async (): Promise<void> => {
    await closeDb()
    await pool.end()
    await database.release()
  }
  try {
    return await dress(pool, close)
  } catch (error) {
    await close()
    throw error
  }
}

/** The stage in a database that is there already (a test's own copy): `ownerUrl` is the owner's address. */
export function stageIn(ownerUrl: string): Promise<Stage> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 })
  return dress(pool, () => pool.end())
}

async function dress(pool: pg.Pool, close: () => Promise<void>): Promise<Stage> {
  // An idle connection that the server ends (a scratch database going away) must not end the process.
  pool.on('error', () => undefined)
  const actors = new Map<Role, Actor>()
  const long = new Date('2000-01-01T00:00:00Z')
  for (const part of CAST) {
    const [accountId, teamId] = [randomUUID(), randomUUID()]
    await pool.query('INSERT INTO account (id, email, name, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)',
      [accountId, `${accountId}@replay.invalid`, part.name, 'none', long])
    await pool.query('INSERT INTO team (id, code, name, agency, kind, boroughs) VALUES ($1, $2, $3, $4, $5, $6)',
      [teamId, teamId, `${part.name}s`, part.agency, 'replay', []])
    await pool.query('INSERT INTO membership (id, account_id, team_id, role, rank, since) VALUES ($1, $2, $3, $4, $5, $6)',
      [randomUUID(), accountId, teamId, part.role, part.rank, long])
    const actor = await loadActor(accountId, new Date('2009-01-01T00:00:00Z'))
    if (actor === null) throw new Error(`the ${part.name} may do nothing`)
    actors.set(part.role, actor)
  }
  return {
    actor(role) {
      const actor = actors.get(role)
      if (actor === undefined) throw new Error(`the replay has no ${role}`)
      return actor
    },
    async arrange(sql, values) {
      await pool.query(sql, [...values])
    },
    close,
  }
}
