import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { closeDb } from '@/lib/platform/db'
import { urlFor } from '@/lib/platform/postgres/roles'

/** A migrated database of this test file alone, with the real roles. */
export interface TestDatabase {
  /** Addresses for each role; `admin` is the superuser, for arranging what no role of ours may do. */
  urls: { admin: string; owner: string; app: string; worker: string }
  secret: string
  /** One statement as the superuser (sees and may everything): for arranging and for looking at what was left. */
  admin: <Row extends pg.QueryResultRow = pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>
}

/**
 * Call at the top of a test file (or a describe): makes the copy before the tests, points `db()` at it as
 * holdfast_app, and drops it after.
 */
export function useDatabase(): TestDatabase {
  const cluster = inject('cluster')
  const name = `t_${randomBytes(6).toString('hex')}`
  const address = new URL(cluster.adminUrl)
  address.pathname = `/${name}`
  const admin = address.toString()
  const urls = {
    admin,
    owner: urlFor('holdfast_owner', cluster.secret, admin),
    app: urlFor('holdfast_app', cluster.secret, admin),
    worker: urlFor('holdfast_worker', cluster.secret, admin),
  }
  let pool: pg.Pool | undefined

  beforeAll(async () => {
    await maintenance(cluster.adminUrl, async (client) => {
      // Copying fails while another copy of the same template is being made: one at a time.
      await client.query("SELECT pg_advisory_lock(hashtext('template'))")
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${cluster.template} STRATEGY FILE_COPY`)
      // Rights on a database itself are not copied with it.
      await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`)
      await client.query(`GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${name} TO holdfast_owner`)
      await client.query(`GRANT CONNECT ON DATABASE ${name} TO holdfast_app, holdfast_worker`)
    })
    process.env['HOLDFAST_APP_URL'] = urls.app
    process.env['HOLDFAST_OWNER_URL'] = urls.owner
    process.env['HOLDFAST_WORKER_URL'] = urls.worker
    process.env['HOLDFAST_SECRET'] = cluster.secret
    pool = new pg.Pool({ connectionString: admin, max: 2 })
  })

  afterAll(async () => {
    await closeDb()
    await pool?.end()
    await maintenance(cluster.adminUrl, async (client) => {
      await allGone(client, name)
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    })
  })

  return {
    urls,
    secret: cluster.secret,
    admin: async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) => {
      if (!pool) throw new Error('useDatabase() makes its database before the first test; ask inside a test or hook.')
      return (await pool.query<Row>(sql, values)).rows
    },
  }
}

/**
 * A connection that was ended is still there for a moment. Cut off then, it says so as an error that nobody listens to any more, and the run
 * fails for it. What a test left open is cut off all the same.
 */
async function allGone(client: pg.Client, name: string): Promise<void> {
  for (let look = 0; look < 100; look += 1) {
    const { rows } = await client.query<{ many: number }>('SELECT count(*)::int AS many FROM pg_stat_activity WHERE datname = $1', [name])
    if (rows[0]?.many === 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function maintenance(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
