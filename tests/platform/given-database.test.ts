import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDatabase } from '@/lib/platform/postgres/open'
import { createDatabase, openScratchCluster, type ScratchCluster } from '@/lib/platform/postgres/scratch'

let cluster: ScratchCluster
let home: string

async function ask(url: string, sql: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<pg.QueryResultRow>(sql)).rows
  } finally {
    await client.end()
  }
}

/** A database with an owner who is no superuser, as an organisation's administrator would hand it over. */
async function handedOver(name: string, rights: string): Promise<string> {
  await createDatabase(cluster, name)
  await ask(cluster.superuserUrl(), `CREATE ROLE ${name}_owner LOGIN PASSWORD 'given' ${rights}`)
  await ask(cluster.superuserUrl(), `ALTER DATABASE ${name} OWNER TO ${name}_owner`)
  const url = new URL(cluster.superuserUrl(name))
  url.username = `${name}_owner`
  url.password = 'given'
  return url.toString()
}

beforeAll(async () => {
  cluster = await openScratchCluster()
  home = await mkdtemp(path.join(tmpdir(), 'holdfast-home-'))
})
afterAll(async () => {
  await cluster.release()
  await rm(home, { recursive: true, force: true })
})
afterEach(() => vi.unstubAllEnvs())

describe('a database given by DATABASE_URL', () => {
  it('is used with roles of our own, made by an owner who may make roles and is no superuser', async () => {
    vi.stubEnv('HOLDFAST_HOME', home)
    vi.stubEnv('HOLDFAST_SECRET', '')
    vi.stubEnv('DATABASE_URL', await handedOver('given', 'CREATEROLE'))
    const first = await openDatabase()
    expect(first.embedded).toBe(false)
    expect(first.migrated.length).toBeGreaterThan(0)
    expect(await ask(first.urls.app, 'SELECT current_user AS me, current_database() AS here')).toEqual([{ me: 'holdfast_app', here: 'given' }])
    await expect(ask(first.urls.app, 'CREATE TABLE mine (id int)')).rejects.toThrow(/permission denied/)
    await first.release()
    const again = await openDatabase()
    expect(again.migrated).toEqual([])
    expect(again.urls).toEqual(first.urls)
  })

  it('is refused, with what to do, when its user may not make roles', async () => {
    vi.stubEnv('HOLDFAST_HOME', home)
    vi.stubEnv('DATABASE_URL', await handedOver('bare', ''))
    await expect(openDatabase()).rejects.toThrow(/CREATEROLE/)
  })
})
