import { spawn } from 'node:child_process'
import { chown, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { totalmem } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { holdWhile, holders, leave, join as joinHolders, processAlive } from './holders'
import { postgresPrograms } from './binaries'
import { launchAs, unprivilegedIdentity, type Identity } from './unprivileged'

/** A running cluster on this machine, reached over the loopback address with the superuser's password. */
export interface Cluster {
  port: number
  superuserUrl: (database?: string) => string
  /** Leaves the cluster; whoever leaves last stops it. */
  release: () => Promise<void>
}

export interface ClusterOptions {
  /** Everything of the cluster: `data/`, `log`, `holders/`, `port`. */
  directory: string
  password: string
  /** For tests and replays: nothing survives a crash, everything is faster. */
  scratch?: boolean
  /** Of PostgreSQL's own, over those given here: for loading in bulk. */
  settings?: Record<string, string>
}

const superuser = 'postgres'

/** A quarter of the machine's memory, from 128 MB to 4 GB: what PostgreSQL's own documentation begins with. Taken as it is used, not at the start. */
export const sharedBuffers = (memory = totalmem()): string => `${Math.min(4096, Math.max(128, Math.floor(memory / 4 / 1_048_576)))}MB`

/**
 * Starts the cluster in `directory`, or joins it when another process already runs it.
 * @throws Error with the end of PostgreSQL's own log when it does not start.
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const { directory, password } = options
  const identity = await unprivilegedIdentity()
  await mkdir(directory, { recursive: true })
  return holdWhile(directory, async () => {
    const running = await runningPort(directory)
    const port = running ?? (await startOverOthers(options, identity))
    await joinHolders(directory)
    return {
      port,
      superuserUrl: (database = 'postgres') => connectionUrl(port, superuser, password, database),
      release: () =>
        holdWhile(directory, async () => {
          await leave(directory)
          if ((await holders(directory)).length === 0) await stop(directory)
        }),
    }
  })
}

export function connectionUrl(port: number, user: string, password: string, database: string): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}

/** The postmaster's pid and port as PostgreSQL itself wrote them, when that process is alive and says it is ready. */
async function runningPort(directory: string): Promise<number | undefined> {
  const file = await postmasterFile(directory)
  if (!file || !processAlive(file.pid)) return undefined
  // A cluster that another process is just ending is neither running nor free: wait for either.
  for (let wait = 0; wait < 600; wait += 1) {
    const again = await postmasterFile(directory)
    if (!again || !processAlive(again.pid)) return undefined
    // A machine that lost its power leaves the file behind, and after it the number may be another program's.
    if (again.status === 'ready') return (await listening(again.port)) ? again.port : undefined
    await pause(50)
  }
  throw new Error('The embedded database is neither starting nor stopping; see its log.')
}

async function postmasterFile(directory: string): Promise<{ pid: number; port: number; status: string } | undefined> {
  const text = await readFile(path.join(directory, 'data', 'postmaster.pid'), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const lines = text.split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() }
}

/** PostgreSQL's word, of a server that was killed, for children of it that still write. */
const OUTLIVED = 'pre-existing shared memory block'

/**
 * `start`, also over a server that was killed (the system does that when memory is short): its children end by themselves, and until the last of them has,
 * PostgreSQL will not start on their data.
 */
async function startOverOthers(options: ClusterOptions, identity: Identity): Promise<number> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await start(options, identity)
    } catch (error) {
      if (attempt === 60 || !(error instanceof Error) || !error.message.includes(OUTLIVED)) throw error
      await pause(500)
    }
  }
}

async function start(options: ClusterOptions, identity: Identity): Promise<number> {
  const { directory, password, scratch = false } = options
  const programs = await postgresPrograms()
  const data = path.join(directory, 'data')
  const made = await readFile(path.join(data, 'PG_VERSION'), 'utf8').then(() => true, () => false)
  if (!made) await initialise(programs.initdb, data, password, identity, scratch)

  const port = await freePort(await lastPort(directory))
  await writeFile(path.join(directory, 'port'), `${port}\n`)
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    max_connections: '200',
    // Tests open several clusters at a time.
    shared_buffers: scratch ? '256MB' : sharedBuffers(),
    // A cost that fits memory and solid-state disks; the default steers to sequential scans.
    random_page_cost: '1.1',
    jit: 'off',
    // Whoever asked may have gone: a statement is not worked on for minutes for nobody.
    client_connection_check_interval: '5s',
    ...(scratch ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum_naptime: '10s' } : {}),
    ...options.settings,
  }
  const log = await open(path.join(directory, 'log'), 'a')
  const before = (await log.stat()).size
  const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const launch = await launchAs(identity, programs.postgres, args, [data])
  // Detached: Ctrl-C in the terminal must end the server before the database under it.
  const child = spawn(launch.command, launch.args, { ...launch.options, detached: true, stdio: ['ignore', log.fd, log.fd] })
  let exited = false
  child.once('exit', () => (exited = true))
  child.once('error', () => (exited = true))
  child.unref()
  await log.close()

  const url = connectionUrl(port, superuser, password, 'postgres')
  for (let attempt = 0; attempt < 1200; attempt += 1) {
    if (exited) throw new Error(`The embedded database did not start:\n${await endOfLog(directory, before)}`)
    if (await answers(url)) return port
    await pause(25)
  }
  throw new Error(`The embedded database did not answer:\n${await endOfLog(directory, before)}`)
}

async function initialise(initdb: string, data: string, password: string, identity: Identity, scratch: boolean): Promise<void> {
  await mkdir(data, { recursive: true, mode: 0o700 })
  if (identity.uid !== undefined && identity.gid !== undefined) await chown(data, identity.uid, identity.gid)
  const passwordFile = `${data}.password`
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (identity.uid !== undefined && identity.gid !== undefined) await chown(passwordFile, identity.uid, identity.gid)
  const args = ['-D', data, '--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', `--username=${superuser}`, `--pwfile=${passwordFile}`]
  if (scratch) args.push('--no-sync')
  const launch = await launchAs(identity, initdb, args, [data])
  const child = spawn(launch.command, launch.args, { ...launch.options, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const code = await ended.catch((error: Error) => {
    said += error.message
    return 1
  })
  await rm(passwordFile, { force: true })
  if (code !== 0) {
    await rm(data, { recursive: true, force: true })
    throw new Error(`The embedded database could not be made:\n${said}`)
  }
}

async function stop(directory: string): Promise<void> {
  const file = await postmasterFile(directory)
  if (!file || !processAlive(file.pid)) return
  // SIGINT is PostgreSQL's fast shutdown: open sessions end, nothing committed is lost.
  process.kill(file.pid, 'SIGINT')
  for (let wait = 0; wait < 1200 && processAlive(file.pid); wait += 1) await pause(25)
}

async function lastPort(directory: string): Promise<number> {
  const text = await readFile(path.join(directory, 'port'), 'utf8').catch(() => '0')
  return Number(text.trim()) || 0
}

/** The wished port when it is free, else any free one. */
async function freePort(wished: number): Promise<number> {
  const listen = (port: number) =>
    new Promise<number>((resolve, reject) => {
      const server = createServer()
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => {
        const address = server.address()
        const got = typeof address === 'object' && address !== null ? address.port : 0
        server.close(() => resolve(got))
      })
    })
  return wished === 0 ? listen(0) : listen(wished).catch(() => listen(0))
}

const listening = (port: number): Promise<boolean> => new Promise((resolve) => {
  const socket = connect({ port, host: '127.0.0.1' })
  socket.once('connect', () => { socket.destroy(); resolve(true) })
  socket.once('error', () => resolve(false))
})

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The last lines that were written since the log was `before` bytes long. */
async function endOfLog(directory: string, before: number): Promise<string> {
  const text = await readFile(path.join(directory, 'log')).catch(() => Buffer.alloc(0))
  return text.subarray(before).toString().split('\n').slice(-15).join('\n')
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
