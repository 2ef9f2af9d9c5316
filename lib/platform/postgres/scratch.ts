import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openCluster, type Cluster } from './cluster'
import { processAlive } from './holders'

/** A cluster of its own for tests, replays, benchmarks and comparing models; gone when released. */
export interface ScratchCluster extends Cluster {
  secret: string
}

const prefix = 'holdfast-scratch-'

/** In the machine's temporary folder: there the user that PostgreSQL runs as can reach it whoever we are. */
export async function openScratchCluster(): Promise<ScratchCluster> {
  await clearAbandoned()
  const directory = await mkdtemp(path.join(tmpdir(), `${prefix}${process.pid}-`))
  // mkdtemp makes the folder private; the user postgres must be able to pass through it.
  await chmod(directory, 0o755)
  const secret = randomBytes(16).toString('hex')
  const cluster = await openCluster({ directory, password: secret, scratch: true })
  return {
    ...cluster,
    secret,
    release: async () => {
      await cluster.release()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** A killed test run cannot stop its cluster: the next one does. */
async function clearAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue
    const owner = Number(name.slice(prefix.length).split('-')[0])
    if (processAlive(owner)) continue
    const directory = path.join(tmpdir(), name)
    const pid = Number((await readFile(path.join(directory, 'data', 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0])
    if (pid > 0 && processAlive(pid)) process.kill(pid, 'SIGQUIT')
    await rm(directory, { recursive: true, force: true })
  }
}

/** An empty database on a cluster. */
export async function createDatabase(cluster: Cluster, name: string, template?: string): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.superuserUrl() })
  await client.connect()
  try {
    const from = template === undefined ? '' : ` TEMPLATE ${client.escapeIdentifier(template)}`
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${from}`)
  } finally {
    await client.end()
  }
}
