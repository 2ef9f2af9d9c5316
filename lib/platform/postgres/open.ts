import path from 'node:path'
import pg from 'pg'
import { holdfastHome, installationSecret } from '../home'
import { migrate } from '../migrate'
import { openCluster, type ClusterOptions } from './cluster'
import { prepareRoles, rolePassword, urlFor } from './roles'
import { createDatabase, openScratchCluster } from './scratch'

/** A migrated database and the addresses of its roles. */
export interface OpenDatabase {
  /** True for our own cluster under `.holdfast/`; false for one named by DATABASE_URL. */
  embedded: boolean
  urls: { owner: string; app: string; worker: string }
  secret: string
  /** Names of the migrations applied just now. */
  migrated: string[]
  release: () => Promise<void>
}

const databaseName = 'holdfast'

/**
 * The installation's database, started (or joined) and migrated: the embedded one, or DATABASE_URL's.
 * HOLDFAST_OWNER_URL, HOLDFAST_APP_URL and HOLDFAST_WORKER_URL together stand in for making the roles ourselves.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  const home = holdfastHome()
  const given = process.env['DATABASE_URL']
  if (given !== undefined && given !== '') return openGiven(given, await installationSecret(home))
  return openDatabaseIn(home)
}

/** The embedded one of this folder, whatever DATABASE_URL says. `settings`: of the cluster, where it is started now. */
export async function openDatabaseIn(home: string, options: Pick<ClusterOptions, 'scratch' | 'settings'> = {}): Promise<OpenDatabase> {
  const secret = await installationSecret(home)
  const cluster = await openCluster({ directory: path.join(home, 'postgres'), password: rolePassword(secret, 'holdfast_owner'), ...options })
  try {
    await ensureDatabase(cluster.superuserUrl(), () => createDatabase(cluster, databaseName))
    const admin = cluster.superuserUrl(databaseName)
    await prepareRoles(admin, secret)
    return { embedded: true, ...(await addresses(admin, secret)), secret, release: cluster.release }
  } catch (error) {
    await cluster.release()
    throw error
  }
}

/** The same, empty and migrated, on a cluster of its own that is gone when released: for replays and benchmarks. */
export async function openScratchDatabase(): Promise<OpenDatabase> {
  const cluster = await openScratchCluster()
  try {
    await createDatabase(cluster, databaseName)
    const admin = cluster.superuserUrl(databaseName)
    await prepareRoles(admin, cluster.secret)
    return { embedded: true, ...(await addresses(admin, cluster.secret)), secret: cluster.secret, release: cluster.release }
  } catch (error) {
    await cluster.release()
    throw error
  }
}

/** Points this process's `db()` at a database; `as` is the role it acts in. */
export function useDatabaseHere(database: OpenDatabase, as: 'app' | 'worker' = 'app'): void {
  process.env['HOLDFAST_APP_URL'] = database.urls[as]
  process.env['HOLDFAST_OWNER_URL'] = database.urls.owner
  process.env['HOLDFAST_WORKER_URL'] = database.urls.worker
  process.env['HOLDFAST_SECRET'] = database.secret
}

async function openGiven(adminUrl: string, secret: string): Promise<OpenDatabase> {
  const owner = process.env['HOLDFAST_OWNER_URL']
  const app = process.env['HOLDFAST_APP_URL']
  const worker = process.env['HOLDFAST_WORKER_URL']
  const release = () => Promise.resolve()
  if (owner && app && worker) {
    return { embedded: false, urls: { owner, app, worker }, secret, migrated: await migrate(owner), release }
  }
  await prepareRoles(adminUrl, secret)
  return { embedded: false, ...(await addresses(adminUrl, secret)), secret, release }
}

async function addresses(adminUrl: string, secret: string): Promise<Pick<OpenDatabase, 'urls' | 'migrated'>> {
  const urls = {
    owner: urlFor('holdfast_owner', secret, adminUrl),
    app: urlFor('holdfast_app', secret, adminUrl),
    worker: urlFor('holdfast_worker', secret, adminUrl),
  }
  return { urls, migrated: await migrate(urls.owner) }
}

async function ensureDatabase(maintenanceUrl: string, create: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: maintenanceUrl })
  await client.connect()
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName])
    if (found.rowCount === 0) await create()
  } finally {
    await client.end()
  }
}
