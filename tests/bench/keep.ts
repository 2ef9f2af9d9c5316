import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { openDatabaseIn, openScratchDatabase, type OpenDatabase } from '@/lib/platform/postgres/open'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { putAccounts, workersOf } from './accounts'
import { buildLondon, type London } from './london'

export interface OpenLondon {
  readonly database: OpenDatabase
  readonly built: London & { readonly now: string }
}

/** Loading in bulk needs no log to recover from; what stands is opened with the settings that every installation has. */
const LOADING = { wal_level: 'minimal', max_wal_senders: '0', max_wal_size: '8GB', shared_buffers: '1GB', autovacuum: 'off' }

/**
 * London of that size, with the accounts of the demonstration: in a scratch database that is gone when released; or in `folder`/london-<size>, built
 * there once and used again by the next run (`mustStand`: never built). Such a folder is an installation's: HOLDFAST_HOME may name it.
 */
export async function openLondon(size: number, folder: string | null, mustStand = false): Promise<OpenLondon> {
  const now = new Date(Math.floor(Date.now() / 60_000) * 60_000)
  if (folder === null) {
    const database = await openScratchDatabase()
    try {
      return { database, built: await build(database, size, now) }
    } catch (error) {
      await database.release()
      throw error
    }
  }
  const home = path.resolve(folder, `london-${size}`)
  const mark = path.join(home, 'london.json')
  if (!existsSync(mark)) {
    if (mustStand) throw new Error(`${home} holds no London of that size: build it with --keep`)
    await mkdir(home, { recursive: true })
    const loading = await openDatabaseIn(home, { scratch: true, settings: LOADING })
    try {
      await writeFile(mark, `${JSON.stringify(await build(loading, size, now), null, 2)}\n`)
      // Nothing more is seeded into it by whoever starts an installation on this folder.
      await writeFile(path.join(home, 'postgres', 'seeded'), '')
    } finally {
      await loading.release()
    }
  }
  // Not scratch: what is measured waits for the disk where an installation does.
  return { database: await openDatabaseIn(home), built: JSON.parse(await readFile(mark, 'utf8')) as OpenLondon['built'] }
}

async function build(database: OpenDatabase, size: number, now: Date): Promise<OpenLondon['built']> {
  process.stderr.write(`London ×${size}: building…\n`)
  await putAccounts(database.urls.owner, now)
  const built = await buildLondon(database.urls.owner, size, BOROUGH_CODES, now, workersOf)
  process.stderr.write(`London ×${size}: ${built.people} people, ${built.notifications} notifications, ${built.deadlines} duties, ${built.entries} entries, in ${built.seconds} s\n`)
  return { ...built, now: now.toISOString() }
}
