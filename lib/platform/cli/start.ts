import { closeDb } from '../db'
import { env } from '../env'
import { openDatabase, useDatabaseHere, type OpenDatabase } from '../postgres/open'
import { buildIfNeeded } from '../serve/build'
import type { Child } from '../serve/children'
import { demonstrationAccounts, demonstrationWanted, seedOnce } from '../serve/seed'
import { requireFreePort, startServer, startWorker, untilHealthy } from '../serve/server'
import { accountTable } from '../serve/account-table'

/** `npm start` (and `npm run dev`): database, migrations, demonstration, build, server, worker; then the address on stdout. */
const development = process.argv.includes('--dev')
const { PORT, HOLDFAST_ORIGIN } = env()
const children: Child[] = []
let database: OpenDatabase | undefined
let ending = false

async function end(code: number): Promise<never> {
  if (ending) return new Promise(() => undefined)
  ending = true
  await Promise.all(children.map((child) => child.stop()))
  await closeDb()
  // After everything that uses it.
  await database?.release()
  process.exit(code)
}

process.on('SIGINT', () => void end(0))
process.on('SIGTERM', () => void end(0))
process.on('SIGHUP', () => void end(0))

/** When `child` ends by itself. Ctrl-C in a terminal reaches the children too, perhaps before us: hence the moment's wait. */
function whenItEnds(child: Child, then: (how: string) => void): void {
  void child.ended.then(async (how) => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    if (!ending) then(how)
  })
}

function runWorker(opened: OpenDatabase): void {
  const worker = startWorker(opened)
  children.push(worker)
  whenItEnds(worker, (how) => {
    children.splice(children.indexOf(worker), 1)
    process.stderr.write(`${how}; starting it again.\n`)
    setTimeout(() => {
      if (!ending) runWorker(opened)
    }, 3_000)
  })
}

try {
  await requireFreePort(PORT)
  database = await openDatabase()
  if (database.migrated.length > 0) process.stderr.write(`Migrated: ${database.migrated.join(', ')}\n`)
  useDatabaseHere(database)
  const demonstration = demonstrationWanted(database)
  // Side by side: each keeps one core busy for a minute, and neither needs the other.
  await Promise.all([demonstration ? seedOnce() : undefined, development ? undefined : buildIfNeeded()])
  if (demonstration) process.env['HOLDFAST_DEMONSTRATION'] = '1'
  await closeDb()

  const server = startServer(database, PORT, development)
  children.push(server)
  whenItEnds(server, (how) => {
    process.stderr.write(`${how}.\n`)
    void end(1)
  })
  await untilHealthy(`http://127.0.0.1:${PORT}`, server)
  runWorker(database)

  process.stdout.write(`\nHoldfast is ready at ${HOLDFAST_ORIGIN ?? `http://localhost:${PORT}`}\n`)
  if (demonstration) process.stdout.write(accountTable(await demonstrationAccounts()))
} catch (error) {
  if (!ending) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  await end(1)
}
