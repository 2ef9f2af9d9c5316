import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealKey } from '@/lib/chronology/seal'
import { verifyChronology } from '@/lib/chronology/verify'
import { migrate } from '@/lib/platform/migrate'
import { openCluster, type Cluster } from '@/lib/platform/postgres/cluster'
import { prepareRoles, urlFor } from '@/lib/platform/postgres/roles'
import { createDatabase } from '@/lib/platform/postgres/scratch'

const secret = 'a secret of this test alone'
const accountId = randomUUID()
let directory: string
let cluster: Cluster

/** A cluster of its own that keeps what it acknowledged, as the installed one does: not the quick one of the other tests. */
const openHere = (): Promise<Cluster> => openCluster({ directory: path.join(directory, 'postgres'), password: secret })

async function ask<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: cluster.superuserUrl('kept') })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** A process that takes referrals without end, and what was acknowledged to it so far. */
function acting(): { child: ChildProcess; acknowledged: string[]; enough: (count: number) => Promise<void>; ended: Promise<void> } {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(process.cwd(), 'tests/support/keep-acting.ts'), accountId], {
    stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, HOLDFAST_APP_URL: urlFor('holdfast_app', secret, cluster.superuserUrl('kept')), HOLDFAST_SECRET: secret },
  })
  const acknowledged: string[] = []
  let [rest, said] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n')
    rest = lines.pop() ?? ''
    acknowledged.push(...lines)
  })
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const enough = async (count: number): Promise<void> => {
    for (let wait = 0; acknowledged.length < count; wait += 1) {
      if (wait > 1200 || child.exitCode !== null) throw new Error(`it took ${acknowledged.length} and ended: ${said}`)
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
  return { child, acknowledged, enough, ended }
}

/** Everything acknowledged is there, and of what was not nothing or all of it. */
async function expectWhole(acknowledged: readonly string[]): Promise<void> {
  const referrals = await ask<{ id: string }>('SELECT id FROM referral')
  const there = new Set(referrals.map((row) => row.id))
  expect(acknowledged.filter((id) => !there.has(id))).toEqual([])
  // At most the acts that were under way when it was killed are there without having been acknowledged.
  expect(there.size).toBeGreaterThanOrEqual(acknowledged.length)
  const halves = await ask<{ what: string; n: number }>(`
    SELECT what, count(*)::int AS n FROM (
      SELECT 'referral without its one entry' AS what FROM referral r WHERE (SELECT count(*) FROM entry e WHERE e.referral_id = r.id AND e.kind = 'referral-made') <> 1
      UNION ALL SELECT 'entry without its referral' FROM entry e WHERE e.referral_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM referral r WHERE r.id = e.referral_id)
      UNION ALL SELECT 'entry without its words' FROM entry e WHERE NOT EXISTS (SELECT 1 FROM entry_payload p WHERE p.entry_id = e.id)
      UNION ALL SELECT 'entry without its subject' FROM entry e WHERE NOT EXISTS (SELECT 1 FROM entry_subject s WHERE s.entry_id = e.id)
      UNION ALL SELECT 'referral without its child' FROM referral r WHERE NOT EXISTS (SELECT 1 FROM referral_person p JOIN person c ON c.id = p.person_id WHERE p.referral_id = r.id)
      UNION ALL SELECT 'referral without all its clocks' FROM referral r WHERE (SELECT count(*) FROM deadline d WHERE d.referral_id = r.id) <> (SELECT count(*) FROM deadline d WHERE d.referral_id = (SELECT id FROM referral ORDER BY id LIMIT 1))
      UNION ALL SELECT 'clock without what started it' FROM deadline d WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.id = d.started_by)
      UNION ALL SELECT 'key without its referral, or referral without its key' WHERE (SELECT count(*) FROM act_key) <> (SELECT count(*) FROM referral)
    ) AS half GROUP BY what`)
  expect(halves).toEqual([])
  expect((await ask<{ n: number }>(`SELECT count(*)::int AS n FROM deadline WHERE alert = 'strategy-discussion-overdue'`))[0]?.n).toBe(2 * there.size)
  const owner = new pg.Client({ connectionString: urlFor('holdfast_owner', secret, cluster.superuserUrl('kept')) })
  await owner.connect()
  try {
    const walked = await verifyChronology(owner, [], await sealKey(directory))
    expect(walked.map((ledger) => ledger.broken)).toEqual([null])
    expect(walked[0]?.entries).toBe(there.size)
  } finally {
    await owner.end()
  }
}

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'holdfast-kill-'))
  await chmod(directory, 0o755)
  cluster = await openHere()
  await createDatabase(cluster, 'kept')
  await prepareRoles(cluster.superuserUrl('kept'), secret)
  await migrate(urlFor('holdfast_owner', secret, cluster.superuserUrl('kept')))
  const [teamId, long] = [randomUUID(), new Date('2010-01-01T00:00:00Z')]
  await ask('INSERT INTO account (id, email, name, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)', [accountId, 'a@example.invalid', 'A MASH officer', 'none', long])
  await ask('INSERT INTO team (id, code, name, agency, kind, boroughs) VALUES ($1, $2, $3, $4, $5, $6)', [teamId, 't', 'MASH', 'police', 'test', ['bromley']])
  await ask('INSERT INTO membership (id, account_id, team_id, role, since) VALUES ($1, $2, $3, $4, $5)', [randomUUID(), accountId, teamId, 'mash-officer', long])
}, 120_000)

afterAll(async () => {
  await cluster.release()
  await rm(directory, { recursive: true, force: true })
}, 60_000)

describe('killed in the middle of writing', () => {
  const acknowledged: string[] = []

  it('the process: what it was told is there, and nothing is half done', async () => {
    const { child, acknowledged: told, enough, ended } = acting()
    await enough(25)
    child.kill('SIGKILL')
    await ended
    acknowledged.push(...told)
    // PostgreSQL notices a lost connection when it next speaks to it: let what was under way end.
    await expect.poll(async () => (await ask<{ n: number }>(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE usename = 'holdfast_app'`))[0]?.n, { timeout: 20_000 }).toBe(0)
    await expectWhole(acknowledged)
  }, 120_000)

  it('the database: started again it has all it had acknowledged, and nothing by halves', async () => {
    const { child, acknowledged: told, enough, ended } = acting()
    await enough(25)
    const pid = Number((await readFile(path.join(directory, 'postgres', 'data', 'postmaster.pid'), 'utf8')).split('\n')[0])
    process.kill(pid, 'SIGKILL')
    // The process loses its database; whatever it still says it was told before.
    await new Promise((resolve) => setTimeout(resolve, 1500))
    child.kill('SIGKILL')
    await ended
    cluster = await openHere()
    acknowledged.push(...told)
    await expectWhole(acknowledged)
  }, 120_000)

  it('and it goes on working', async () => {
    const { child, acknowledged: told, enough, ended } = acting()
    await enough(5)
    child.kill('SIGKILL')
    await ended
    await expect.poll(async () => (await ask<{ n: number }>(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE usename = 'holdfast_app'`))[0]?.n, { timeout: 20_000 }).toBe(0)
    await expectWhole([...acknowledged, ...told])
  }, 120_000)
})
