import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { migrate } from '@/lib/platform/migrate'
import { prepareRoles, urlFor } from '@/lib/platform/postgres/roles'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()

describe('migrations', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'holdfast-migrations-'))
    await write('20000101000000_first', 'CREATE TABLE probe (id int); CREATE FUNCTION probe_one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;')
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function write(name: string, sql: string): Promise<void> {
    await mkdir(path.join(folder, name))
    await writeFile(path.join(folder, name, 'migration.sql'), sql)
  }

  async function emptyDatabase(name: string): Promise<string> {
    const url = new URL(database.urls.admin)
    await database.admin(`CREATE DATABASE ${name}`)
    url.pathname = `/${name}`
    return url.toString()
  }

  it('are applied once, and recorded as Prisma records them', async () => {
    const url = await emptyDatabase('migrated_once')
    expect(await migrate(url, folder)).toEqual(['20000101000000_first'])
    expect(await migrate(url, folder)).toEqual([])
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const rows = await client.query('SELECT migration_name, finished_at IS NOT NULL AS finished, applied_steps_count, length(checksum) AS length FROM _prisma_migrations')
    await client.end()
    expect(rows.rows).toEqual([{ migration_name: '20000101000000_first', finished: true, applied_steps_count: 1, length: 64 }])
    await database.admin('DROP DATABASE migrated_once WITH (FORCE)')
  })

  it('of ours go upon an installation that has the earlier ones, each in a session of its own', async () => {
    const { secret } = inject('cluster')
    const admin = await emptyDatabase('upgraded_step_by_step')
    await prepareRoles(admin, secret)
    const owner = urlFor('holdfast_owner', secret, admin)
    const ours = path.resolve('prisma/migrations')
    const steps = await mkdtemp(path.join(tmpdir(), 'holdfast-steps-'))
    await cp(path.join(ours, 'migration_lock.toml'), path.join(steps, 'migration_lock.toml'))
    const names = (await readdir(ours, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()
    for (const name of names) {
      await cp(path.join(ours, name), path.join(steps, name), { recursive: true })
      expect(await migrate(owner, steps)).toEqual([name])
    }
    await rm(steps, { recursive: true })
    await database.admin('DROP DATABASE upgraded_step_by_step WITH (FORCE)')
  }, 120_000)

  it('that write a large table anew have it vacuumed, and none that they leave as it is: what an index alone tells is not looked up row by row', async () => {
    const url = await emptyDatabase('written_anew')
    const steps = await mkdtemp(path.join(tmpdir(), 'holdfast-anew-'))
    const step = async (name: string, sql: string): Promise<void> => {
      await mkdir(path.join(steps, name))
      await writeFile(path.join(steps, name, 'migration.sql'), sql)
    }
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const table = (name: string): string => `CREATE TABLE ${name} (id int PRIMARY KEY, words text[]); INSERT INTO ${name} SELECT n, ARRAY['a', 'b'] FROM generate_series(1, 30000) AS n; ANALYZE ${name}; `
    await step('20000101000000_large', `${table('large')} ${table('other')} CREATE TABLE small (id int)`)
    await migrate(url, steps)
    // Whoever still looks at the database (the server's own analysis does) keeps its pages from being told visible: then it is as if written anew.
    await expect.poll(async () => {
      await client.query('VACUUM other, large')
      return (await client.query("SELECT 1 FROM pg_class WHERE relname IN ('large', 'other') AND relpages >= 100 AND relallvisible = relpages")).rowCount
    }, { timeout: 60_000 }).toBe(2)
    const vacuumed = async (): Promise<unknown> => (await client.query('SELECT relname AS name, vacuum_count::int AS times FROM pg_stat_user_tables WHERE schemaname = $1 AND relname <> $2 ORDER BY 1', ['public', '_prisma_migrations'])).rows
    const before = await vacuumed() as { name: string; times: number }[]
    await step('20000102000000_anew', 'ALTER TABLE large ALTER COLUMN words TYPE int[] USING ARRAY[1, 2]')
    await migrate(url, steps)
    await expect.poll(vacuumed).toEqual(before.map(({ name, times }) => ({ name, times: times + (name === 'large' ? 1 : 0) })))
    await client.end()
    await rm(steps, { recursive: true })
    await database.admin('DROP DATABASE written_anew WITH (FORCE)')
  }, 120_000)

  it('that were applied may not be altered', async () => {
    const url = await emptyDatabase('migrated_then_altered')
    await migrate(url, folder)
    const file = path.join(folder, '20000101000000_first', 'migration.sql')
    const before = await readFile(file, 'utf8')
    await writeFile(file, `${before}-- altered`)
    await expect(migrate(url, folder)).rejects.toThrow(/20000101000000_first was applied and has been altered/)
    await writeFile(file, before)
    expect(await migrate(url, folder)).toEqual([])
    await database.admin('DROP DATABASE migrated_then_altered WITH (FORCE)')
  })

  it('that fail say so and stop what follows', async () => {
    const url = await emptyDatabase('migrated_badly')
    await write('20000102000000_broken', 'CREATE TABLE probe (id int);')
    await expect(migrate(url, folder)).rejects.toThrow(/already exists/)
    await expect(migrate(url, folder)).rejects.toThrow(/failed migrations/)
    await database.admin('DROP DATABASE migrated_badly WITH (FORCE)')
  })
})
