import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { closeDb } from '../db'
import { openDatabase, useDatabaseHere, type OpenDatabase } from '../postgres/open'
import { workerLock } from '../worker-lock'

/**
 * The timed work. Started by `npm start` with its address given, or alone by `npm run worker`. Only one
 * works at a time: another waits for the lock and takes over when the first is gone.
 */
interface JobsModule {
  startJobs: () => Promise<{ stop: () => Promise<void> }>
}

let database: OpenDatabase | undefined
let jobs: Awaited<ReturnType<JobsModule['startJobs']>> | undefined
/** The connection that holds the lock, once there is one. */
const held: { client?: pg.Client } = {}
let ending = false

async function end(code: number): Promise<void> {
  if (ending) return
  ending = true
  await jobs?.stop()
  await closeDb()
  await held.client?.end().catch(() => undefined)
  await database?.release()
  process.exit(code)
}

process.on('SIGINT', () => void end(0))
process.on('SIGTERM', () => void end(0))

if (!process.env['HOLDFAST_WORKER_URL']) {
  database = await openDatabase()
  useDatabaseHere(database, 'worker')
}
const holder = new pg.Client({ connectionString: process.env['HOLDFAST_WORKER_URL'], keepAlive: true })
// Without its connection it no longer holds the lock and must not go on beside a successor.
holder.on('error', () => void end(1))
held.client = holder
await holder.connect()
await holder.query('SELECT pg_advisory_lock($1, $2)', [workerLock.space, workerLock.key])

const file = path.resolve('lib/platform/jobs/index.ts')
if (existsSync(file)) {
  const module = (await import(pathToFileURL(file).href)) as JobsModule
  jobs = await module.startJobs()
}
