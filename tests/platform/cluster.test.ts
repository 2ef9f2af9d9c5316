import { execFile, spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCluster, sharedBuffers } from '@/lib/platform/postgres/cluster'
import { processAlive } from '@/lib/platform/postgres/holders'

const run = promisify(execFile)
const options = () => ({ directory, password: 'secret', scratch: true })
let directory: string

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'holdfast-cluster-test-'))
  await chmod(directory, 0o755)
})
afterEach(() => rm(directory, { recursive: true, force: true }))

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** A process of its own that opens the cluster, says so, and lets go (or not) when its input ends. */
function another(release: boolean) {
  const script = path.join(process.cwd(), 'tests/support/open-cluster.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, directory, release ? 'release' : 'keep'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const port = new Promise<number>((resolve) => child.stdout.once('data', (chunk: Buffer) => resolve(Number(chunk.toString()))))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return { child, port, ended }
}

const GB = 1024 ** 3
it.each([[GB / 4, '128MB'], [8 * GB, '2048MB'], [24 * GB, '4096MB']])('of %d bytes of memory it takes a quarter, within bounds', (memory, taken) => {
  expect(sharedBuffers(memory)).toBe(taken)
})

describe('the embedded cluster', () => {
  it('starts as UTF-8 with the C collation, reached only with its password, and stops', async () => {
    const cluster = await openCluster(options())
    const rows = await ask(cluster.superuserUrl(), `
      SELECT pg_encoding_to_char(encoding) AS encoding, datcollate AS collate, current_setting('timezone') AS zone, current_setting('listen_addresses') AS listens
      FROM pg_database WHERE datname = current_database()`)
    expect(rows).toEqual([{ encoding: 'UTF8', collate: 'C.UTF-8', zone: 'UTC', listens: '127.0.0.1' }])
    const wrong = cluster.superuserUrl().replace('secret', 'guess')
    await expect(ask(wrong, 'SELECT 1')).rejects.toThrow(/password authentication failed/)
    await cluster.release()
    await expect(ask(cluster.superuserUrl(), 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/)
  })

  it('keeps what was written, and its port, from one start to the next', async () => {
    const first = await openCluster(options())
    await ask(first.superuserUrl(), 'CREATE TABLE kept AS SELECT 7 AS n')
    await first.release()
    const second = await openCluster(options())
    expect(await ask(second.superuserUrl(), 'SELECT n FROM kept')).toEqual([{ n: 7 }])
    expect(second.port).toBe(first.port)
    await second.release()
  })

  it('is joined by a second process, and stopped by whoever leaves last', async () => {
    const starter = another(true)
    const port = await starter.port
    const here = await openCluster(options())
    expect(here.port).toBe(port)
    starter.child.stdin.end()
    await starter.ended
    expect(await ask(here.superuserUrl(), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await here.release()
    await expect(ask(here.superuserUrl(), 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/)
  })

  it('is taken over from a process that was killed', async () => {
    const starter = another(false)
    const port = await starter.port
    starter.child.kill('SIGKILL')
    await starter.ended
    const here = await openCluster(options())
    expect(here.port).toBe(port)
    await here.release()
    await expect(ask(here.superuserUrl(), 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/)
  })

  it('starts over what a crashed server left behind', async () => {
    const first = await openCluster(options())
    const rows = await ask<{ pid: string }>(first.superuserUrl(), "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS pid")
    const pid = Number(rows[0]?.pid)
    process.kill(pid, 'SIGQUIT')
    await expect.poll(() => processAlive(pid), { timeout: 10_000 }).toBe(false)
    const again = await openCluster(options())
    expect(await ask(again.superuserUrl(), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await again.release()
    await first.release()
  })

  it('waits for the children of a server that was killed to end', async () => {
    const first = await openCluster(options())
    const asked = new pg.Client({ connectionString: first.superuserUrl() })
    asked.on('error', () => undefined)
    await asked.connect()
    const [{ child } = { child: 0 }] = (await asked.query<{ child: number }>('SELECT pg_backend_pid() AS child')).rows
    const [{ pid } = { pid: '' }] = await ask<{ pid: string }>(first.superuserUrl(), "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1) AS pid")
    // Held, it cannot see that its server is gone.
    process.kill(child, 'SIGSTOP')
    process.kill(Number(pid), 'SIGKILL')
    await expect.poll(() => processAlive(Number(pid)), { timeout: 10_000 }).toBe(false)
    const opening = openCluster(options())
    const said = (): Promise<string> => readFile(path.join(directory, 'log'), 'utf8')
    await expect.poll(said, { timeout: 20_000 }).toContain('pre-existing shared memory block')
    process.kill(child, 'SIGCONT')
    const again = await opening
    expect(await ask(again.superuserUrl(), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await again.release()
    await first.release()
  })

  it('starts over a file that names a process of another program: the machine lost its power', async () => {
    const first = await openCluster(options())
    const file = path.join(directory, 'data', 'postmaster.pid')
    const was = await readFile(file, 'utf8')
    await first.release()
    // The first process of the machine is always there, and never a database.
    await writeFile(file, was.replace(/^\d+/, '1'))
    const again = await openCluster(options())
    expect(await ask(again.superuserUrl(), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await again.release()
  })

  it('starts in a folder that is closed to everybody else, as root\'s own folders are', async () => {
    await chmod(directory, 0o700)
    const cluster = await openCluster({ ...options(), directory: path.join(directory, 'inside') })
    const rows = await ask(cluster.superuserUrl(), 'SELECT 1 AS one')
    expect(rows).toEqual([{ one: 1 }])
    await cluster.release()
  })

  it('says what PostgreSQL said when it does not start', async () => {
    const cluster = await openCluster(options())
    await cluster.release()
    await writeFile(path.join(directory, 'data', 'postgresql.conf'), 'nonsense = 1\n')
    await expect(openCluster(options())).rejects.toThrow(/did not start[\s\S]*nonsense/)
  })
})

describe('the machine', () => {
  it('keeps no process of an ended cluster', async () => {
    const { stdout } = await run('ps', ['-eo', 'args'])
    expect(stdout.split('\n').filter((line) => line.includes('holdfast-cluster-test-') && line.includes('postgres'))).toEqual([])
  })
})
