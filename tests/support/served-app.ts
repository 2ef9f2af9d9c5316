import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { closeDb } from '../../lib/platform/db'
import { openScratchDatabase, useDatabaseHere } from '../../lib/platform/postgres/open'
import { buildIfNeeded } from '../../lib/platform/serve/build'
import { seedScratch } from '../../lib/platform/serve/seed'
import { anyFreePort, startServer, startWorker, untilHealthy } from '../../lib/platform/serve/server'

/**
 * The product as `npm start` runs it, on a scratch database with the demonstration, for the length of a browser run.
 * Its address is in HOLDFAST_E2E_URL; when that is given from outside, the server there is used and nothing is started.
 */
export default async function serve(): Promise<() => Promise<void>> {
  if (process.env['HOLDFAST_E2E_URL']) return () => Promise.resolve()
  await buildIfNeeded()
  // The worker writes its seals there: those of a scratch database must not mix with the installation's.
  const home = await mkdtemp(path.join(tmpdir(), 'holdfast-home-'))
  process.env['HOLDFAST_HOME'] = home
  const database = await openScratchDatabase()
  useDatabaseHere(database)
  await seedScratch()
  await closeDb()
  process.env['HOLDFAST_DEMONSTRATION'] = '1'
  const port = await anyFreePort()
  const server = startServer(database, port)
  const worker = startWorker(database)
  const origin = `http://localhost:${port}`
  await untilHealthy(origin, server)
  process.env['HOLDFAST_E2E_URL'] = origin
  return async () => {
    await Promise.all([server.stop(), worker.stop()])
    await database.release()
    await rm(home, { recursive: true, force: true })
  }
}
