import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { countAs } from '@/lib/access/read-as'
import type { Actor } from '@/lib/access/actor'
import { dashboard } from '@/lib/figures/dashboard'
import { closeDb } from '@/lib/platform/db'
import type { Cluster } from '@/lib/platform/postgres/cluster'
import { migrate } from '@/lib/platform/migrate'
import { prepareRoles, urlFor } from '@/lib/platform/postgres/roles'
import { createDatabase, openScratchCluster, type ScratchCluster } from '@/lib/platform/postgres/scratch'
import { closeReplica } from '@/lib/platform/replica'
import { anActor, aMashOfficer } from '@/tests/support/actors'
import type { TestDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'
import { aReplicaOf } from '@/tests/support/replica'

/** A primary and a replica of our own: what is replicated is the whole cluster, and this one is stopped and promoted. */
let [primary, replica]: [ScratchCluster | undefined, Cluster | undefined] = [undefined, undefined]
let [officer, manager]: Actor[] = []
const THAT_DAY = new Date('2016-05-18T09:00:00Z')
let written: string[] = []
let clock = Date.now()

async function asked<Row extends pg.QueryResultRow>(cluster: Cluster | undefined, sql: string, given: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: cluster?.superuserUrl('holdfast') })
  await client.connect()
  try {
    return (await client.query<Row>(sql, given)).rows
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  primary = await openScratchCluster()
  await createDatabase(primary, 'holdfast')
  const admin = primary.superuserUrl('holdfast')
  await prepareRoles(admin, primary.secret)
  const urls = { admin, owner: urlFor('holdfast_owner', primary.secret, admin), app: urlFor('holdfast_app', primary.secret, admin), worker: urlFor('holdfast_worker', primary.secret, admin) }
  await migrate(urls.owner)
  replica = await aReplicaOf(primary)
  vi.stubEnv('HOLDFAST_APP_URL', urls.app)
  vi.stubEnv('HOLDFAST_SECRET', primary.secret)
  // The address of the machine alone: roles and passwords are replicated.
  vi.stubEnv('HOLDFAST_FIGURES_URL', `postgresql://127.0.0.1:${replica.port}/holdfast`)
  const database: TestDatabase = { urls, secret: primary.secret, admin: (sql, values) => asked(primary, sql, values) }
  officer = await aMashOfficer(database, 'sutton')
  manager = await anActor(database, { role: 'borough-manager', agency: 'police', boroughs: ['sutton'], rank: 'superintendent' })
  vi.spyOn(process.stderr, 'write').mockImplementation((said) => { written.push(String(said)); return true })
  vi.spyOn(Date, 'now').mockImplementation(() => clock)
}, 180_000)

afterAll(async () => {
  vi.restoreAllMocks()
  await closeReplica()
  await closeDb()
  await replica?.release()
  await primary?.release()
  vi.unstubAllEnvs()
})

const given = <T>(one: T | undefined): T => {
  if (one === undefined) throw new Error('not made yet')
  return one
}

/** Where a count of this moment runs. */
const runsOnReplica = async (): Promise<boolean> =>
  (await countAs(given(manager), (tx) => tx.$queryRaw<{ is: boolean }[]>`SELECT pg_is_in_recovery() AS is`))[0]?.is === true

/** Open and late on the dashboard: every child referred on Monday. */
async function lateNow(): Promise<number> {
  const view = await dashboard(given(manager), { which: 'manager', period: 'year', borough: 'sutton', day: null }, THAT_DAY)
  const figure = view?.duties.find((one) => one.measure === 'strategy-24h')
  return figure?.openLate ?? -1
}

const refer = () => aReferral(given(officer), { borough: 'sutton', children: [{ givenName: 'Child', familyName: randomUUID().slice(0, 8), bornOn: '2007-03-01' }] })

it('a figure comes from the replica, and what was recorded a moment ago is in it', async () => {
  for (const many of [1, 2, 3, 4, 5]) {
    await refer()
    expect(await lateNow()).toBe(many)
  }
  expect(await runsOnReplica()).toBe(true)
  expect(written).toEqual([])
})

it('a replica that is behind is not asked: the database answers, with what was recorded since', async () => {
  await asked(replica, 'SELECT pg_wal_replay_pause()')
  await refer()
  expect(await lateNow()).toBe(6)
  expect(await runsOnReplica()).toBe(false)
  await asked(replica, 'SELECT pg_wal_replay_resume()')
  await vi.waitFor(async () => expect(await runsOnReplica()).toBe(true), { timeout: 20_000, interval: 100 })
})

it('nothing is ever written where figures are counted, on the replica nor on the database in its stead', async () => {
  const write = () => countAs(given(manager), (tx) => tx.$executeRaw`UPDATE account SET name = 'Changed'`)
  await expect(write()).rejects.toThrow(/read-only transaction/)
  clock += 60_000
  vi.stubEnv('HOLDFAST_FIGURES_URL', '')
  await expect(write()).rejects.toThrow(/read-only transaction/)
  vi.stubEnv('HOLDFAST_FIGURES_URL', `postgresql://127.0.0.1:${replica?.port}/holdfast`)
  expect(await asked(primary, `SELECT 1 FROM account WHERE name = 'Changed'`)).toEqual([])
})

it('a replica that is gone costs nobody a figure, and is left alone for a while', async () => {
  expect(await runsOnReplica()).toBe(true)
  written = []
  const port = given(replica).port
  await given(replica).release()
  replica = undefined
  expect(await lateNow()).toBe(6)
  expect(await lateNow()).toBe(6)
  // Said once, and asked again only later.
  expect(written).toHaveLength(1)
  clock += 16_000
  expect(await lateNow()).toBe(6)
  expect(written).toHaveLength(2)
  expect(written.join('')).not.toMatch(new RegExp(`Child|${given(primary).secret}`))
  expect(port).toBeGreaterThan(0)
})

it('a replica that was promoted goes its own way and is not asked', async () => {
  clock += 16_000
  replica = await aReplicaOf(given(primary))
  vi.stubEnv('HOLDFAST_FIGURES_URL', `postgresql://127.0.0.1:${replica.port}/holdfast`)
  await vi.waitFor(async () => expect(await runsOnReplica()).toBe(true), { timeout: 20_000, interval: 100 })
  await asked(replica, 'SELECT pg_promote()')
  await refer()
  expect(await runsOnReplica()).toBe(false)
  expect(await lateNow()).toBe(7)
})
