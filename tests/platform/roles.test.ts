import { Socket } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()

describe.each(['app', 'worker'] as const)('the %s role', (role) => {
  let client: pg.Client
  beforeAll(async () => {
    client = new pg.Client({ connectionString: database.urls[role] })
    await client.connect()
  })
  afterAll(() => client.end())

  it('is neither superuser nor owner of anything in public, and bypasses no row-level security', async () => {
    const { rows } = await client.query(`
      SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles WHERE rolname = current_user`)
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false }])
    const owned = await client.query(`
      SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND pg_get_userbyid(relowner) = current_user`)
    expect(owned.rows).toEqual([])
  })

  it.each([
    ['make a table', 'CREATE TABLE public.mine (id int)'],
    ['alter a table', 'ALTER TABLE account ADD COLUMN mine int'],
    ['drop a table', 'DROP TABLE session'],
    ['switch off row-level security', 'ALTER TABLE person DISABLE ROW LEVEL SECURITY'],
    ['drop a policy', 'DROP POLICY see ON person'],
    ['drop a trigger', 'DROP TRIGGER entry_append_only ON entry'],
    ['switch off triggers for itself', "SET session_replication_role = 'replica'"],
    ['become the owner', 'SET ROLE holdfast_owner'],
    ['become the search role', 'SET ROLE holdfast_search'],
    ['make a role', 'CREATE ROLE mine'],
    ['make a schema', 'CREATE SCHEMA mine'],
    ['write the ledger by hand', "INSERT INTO ledger_head (ledger, seq, hash) VALUES ('bromley', 9, 'x')"],
    ['delete an account', 'DELETE FROM account'],
    ['forget a sign-in attempt', 'DELETE FROM sign_in_attempt'],
  ])('may not %s', async (_what, sql) => {
    await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' })
  })

  it('sees no person when the transaction does not say who asks', async () => {
    const columns = await requiredColumns('person')
    await database.admin(`INSERT INTO person (${columns.names}) VALUES (${columns.values}) ON CONFLICT DO NOTHING`)
    expect(await database.admin('SELECT id FROM person')).not.toEqual([])
    expect((await client.query('SELECT id FROM person')).rows).toEqual([])
  })
})

describe('a statement that nobody waits for', () => {
  const ask = async (role: 'app' | 'worker' | 'owner', sql: string): Promise<unknown> => {
    const client = new pg.Client({ connectionString: database.urls[role] })
    await client.connect()
    try {
      return Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0]
    } finally {
      await client.end()
    }
  }

  it('of the application is given up when no page can be waiting for it; the worker counts for as long as it takes', async () => {
    expect(await ask('app', 'SHOW statement_timeout')).toBe('45s')
    expect(await ask('worker', 'SHOW statement_timeout')).toBe('0')
    expect(await ask('owner', 'SHOW statement_timeout')).toBe('0')
  })

  it('ends soon after whoever asked has gone', async () => {
    expect(await ask('app', 'SHOW client_connection_check_interval')).toBe('5s')
    const socket = new Socket()
    const client = new pg.Client({ connectionString: database.urls.app, stream: () => socket, options: '-c client_connection_check_interval=200ms' })
    client.on('error', () => undefined)
    await client.connect()
    const [{ pid } = { pid: 0 }] = (await client.query<{ pid: number }>(`SELECT pg_backend_pid() AS pid`)).rows
    client.query('SELECT pg_sleep(30)').catch(() => undefined)
    const running = async () => (await database.admin<{ query: string }>(`SELECT query FROM pg_stat_activity WHERE pid = $1 AND state = 'active'`, [pid])).map((row) => row.query)
    await expect.poll(running, { timeout: 5000 }).toEqual(['SELECT pg_sleep(30)'])
    // As a process that was killed goes: without a word.
    socket.destroy()
    await expect.poll(running, { timeout: 5000 }).toEqual([])
  })
})

describe('row-level security', () => {
  it('is on, and forced on the owner too, for every table but those of signing in and of the house', async () => {
    const open = await database.admin<{ relname: string }>(`
      SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND relkind IN ('r', 'p') AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY relname`)
    expect(open.map((row) => row.relname)).toEqual(['_prisma_migrations', 'account', 'membership', 'policy_adoption', 'session', 'sign_in_attempt', 'team'])
  })
})

/** A row of a table with something of the right type in each column that must be filled. */
async function requiredColumns(table: string): Promise<{ names: string; values: string }> {
  const rows = await database.admin<{ column_name: string; data_type: string }>(
    `SELECT column_name, data_type FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_nullable = 'NO' AND column_default IS NULL ORDER BY ordinal_position`,
    [table],
  )
  const filled: Record<string, string> = {
    uuid: "'00000000-0000-4000-8000-000000000001'",
    text: "'x'",
    boolean: 'false',
    date: "'2010-01-01'",
    integer: '0',
    'timestamp with time zone': "'2026-01-01T00:00:00Z'",
    jsonb: "'{}'",
    ARRAY: "'{}'",
  }
  return {
    names: rows.map((row) => `"${row.column_name}"`).join(', '),
    values: rows.map((row) => filled[row.data_type] ?? `NULL /* ${row.data_type} */`).join(', '),
  }
}
