import pg from 'pg'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { GET } from '@/app/api/health/route'
import { closeDb } from '@/lib/platform/db'
import { workerLock } from '@/lib/platform/worker-lock'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()

afterEach(async () => {
  vi.unstubAllEnvs()
  await closeDb()
})

async function health() {
  const answer = await GET()
  return { status: answer.status, body: (await answer.json()) as unknown }
}

describe('health', () => {
  it('is 200 with the database up, and sees the worker by the lock it holds', async () => {
    expect(await health()).toEqual({ status: 200, body: { status: 'ok', database: 'up', worker: 'down', version: '0.1.0' } })
    const worker = new pg.Client({ connectionString: database.urls.worker })
    await worker.connect()
    await worker.query('SELECT pg_advisory_lock($1, $2)', [workerLock.space, workerLock.key])
    expect(await health()).toMatchObject({ body: { worker: 'up' } })
    await worker.end()
    await expect.poll(health).toMatchObject({ body: { worker: 'down' } })
  })

  it('is 503 when the database is away', async () => {
    await closeDb()
    vi.stubEnv('HOLDFAST_APP_URL', 'postgresql://holdfast_app:x@127.0.0.1:1/none')
    expect(await health()).toEqual({ status: 503, body: { status: 'down', database: 'down', worker: 'unknown', version: '0.1.0' } })
  })

  it('is read-only when the database takes no writes', async () => {
    await database.admin('ALTER ROLE holdfast_app IN DATABASE ' + new URL(database.urls.app).pathname.slice(1) + ' SET default_transaction_read_only = on')
    await closeDb()
    expect(await health()).toMatchObject({ status: 200, body: { status: 'read-only', database: 'up' } })
  })
})
