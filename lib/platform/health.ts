import 'server-only'
import packageJson from '../../package.json'
import { db } from './db'
import { workerLock } from './worker-lock'

export interface Health {
  /** `ok`; `read-only` when the database takes no writes (a standby, or set so); `down` when it does not answer. */
  status: 'ok' | 'read-only' | 'down'
  database: 'up' | 'down'
  worker: 'up' | 'down' | 'unknown'
  version: string
}

/** Longer than any healthy answer takes, shorter than a balancer's patience. */
const patience = 3_000

export async function readHealth(): Promise<Health> {
  const version = packageJson.version
  try {
    const rows = await within(
      patience,
      db().$queryRaw<{ worker: boolean; read_only: boolean }[]>`
        SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted
                        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                        AND classid::bigint = ${workerLock.space} AND objid::bigint = ${workerLock.key} AND objsubid = 2) AS worker,
               pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on' AS read_only`,
    )
    const row = rows[0]
    return { status: row?.read_only ? 'read-only' : 'ok', database: 'up', worker: row?.worker ? 'up' : 'down', version }
  } catch {
    return { status: 'down', database: 'down', worker: 'unknown', version }
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
