import { chown, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openCluster, type Cluster } from '@/lib/platform/postgres/cluster'
import { unprivilegedIdentity } from '@/lib/platform/postgres/unprivileged'

/** A streaming replica of a scratch cluster, from a base backup of its files, as PostgreSQL's own manual makes one; gone when released. */
export async function aReplicaOf(primary: Cluster & { secret: string }): Promise<Cluster> {
  const directory = await mkdtemp(path.join(tmpdir(), `holdfast-scratch-${process.pid}-replica-`))
  const data = path.join(directory, 'data')
  const client = new pg.Client({ connectionString: primary.superuserUrl() })
  await client.connect()
  try {
    const { rows: [of] } = await client.query<{ data_directory: string }>('SHOW data_directory')
    await client.query(`SELECT pg_backup_start('replica', true)`)
    const from = of?.data_directory ?? ''
    const leftOut = ['postmaster.pid', 'postmaster.opts', 'pg_wal', 'pg_replslot'].map((name) => path.join(from, name))
    await cp(from, data, { recursive: true, filter: (file) => !leftOut.some((out) => file === out || file.startsWith(`${out}${path.sep}`)) })
    const { rows: [stopped] } = await client.query<{ labelfile: string }>('SELECT labelfile FROM pg_backup_stop(false)')
    for (const folder of ['pg_wal', 'pg_wal/archive_status', 'pg_wal/summaries', 'pg_replslot']) await mkdir(path.join(data, folder), { recursive: true })
    await writeFile(path.join(data, 'backup_label'), stopped?.labelfile ?? '')
    await writeFile(path.join(data, 'standby.signal'), '')
    await writeFile(path.join(data, 'postgresql.auto.conf'), `primary_conninfo = 'host=127.0.0.1 port=${primary.port} user=postgres password=${primary.secret}'\n`)
  } finally {
    await client.end()
  }
  const { uid, gid } = await unprivilegedIdentity()
  if (uid !== undefined && gid !== undefined) {
    const all = await readdir(directory, { recursive: true })
    for (const name of ['.', ...all]) await chown(path.join(directory, name), uid, gid)
  }
  const cluster = await openCluster({ directory, password: primary.secret, scratch: true })
  return { ...cluster, release: async () => { await cluster.release(); await rm(directory, { recursive: true, force: true }) } }
}
