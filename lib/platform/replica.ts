import 'server-only'
import { db, end, makeClient, appUrl, withTransaction, type Database, type How, type TransactionSettings, type Tx } from './db'
import { env } from './env'
import { tookTooLong } from './too-long'

/**
 * A streaming replica for what counts and writes nothing. It answers only where it has replayed everything that the database had written when
 * the question was asked: a figure from it is never older than one from the database itself, and whoever has just recorded something finds it
 * counted. Behind, away, promoted or cancelling, the database answers. Claims, deadlines and every page that writes the reading log never come here: the transaction may not write, wherever it runs.
 */
const held = globalThis as { holdfastReplica?: { readonly url: string; readonly client: Database; awayUntil: number } }

/** How long a question waits for the replica to catch up, and how often it looks. Longer, and the database had better answer itself. */
const WAIT = { looks: 10, every: 20 }
/** How long it is left alone after it failed to answer: nobody's figures wait for a machine that is gone, one after the other. */
const LEFT_ALONE = 15_000

export async function withReplica<T>(settings: TransactionSettings, read: (tx: Tx) => Promise<T>, how: Pick<How, 'patience'> = {}): Promise<T> {
  const replica = replicaHeld()
  if (replica === null || Date.now() < replica.awayUntil) return withTransaction(settings, read, { ...how, readOnly: true })
  try {
    if (await hasCaughtUp(replica.client.outside)) return await withTransaction(settings, read, { ...how, on: replica.client, readOnly: true })
  } catch (error) {
    // Given up for its length: the database would take as long.
    if (tookTooLong(error)) throw error
    replica.awayUntil = Date.now() + LEFT_ALONE
    // A conflict with what it replays, or it has gone: the same question can be asked of the database, for it changes nothing.
    process.stderr.write(`The replica for figures did not answer, the database does: ${error instanceof Error ? error.message.replaceAll(/\s+/g, ' ').slice(-200) : 'no reason given'}\n`)
  }
  return withTransaction(settings, read, { ...how, readOnly: true })
}

/** Ends its connections; the next question opens them anew. */
export async function closeReplica(): Promise<void> {
  const open = held.holdfastReplica
  held.holdfastReplica = undefined
  await end(open?.client)
}

function replicaHeld() {
  const { HOLDFAST_FIGURES_URL: given } = env()
  if (given === undefined) return null
  if (held.holdfastReplica?.url !== given) {
    void closeReplica()
    const [url, own] = [new URL(given), new URL(appUrl())]
    // Roles and passwords are replicated with everything else.
    if (url.username === '') Object.assign(url, { username: own.username, password: own.password })
    held.holdfastReplica = { url: given, client: makeClient(url.toString(), 2_000), awayUntil: 0 }
  }
  return held.holdfastReplica
}

/** Whether it has replayed all that is written by now. What is not in recovery is no replica: promoted, it goes its own way. */
async function hasCaughtUp(replica: Tx): Promise<boolean> {
  const [written] = await db().$queryRaw<{ upTo: string }[]>`SELECT pg_current_wal_insert_lsn()::text AS "upTo"`
  for (let look = 0; look < WAIT.looks; look += 1) {
    const [is] = await replica.$queryRaw<{ replica: boolean; there: boolean | null }[]>`
      SELECT pg_is_in_recovery() AS replica, CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() >= ${written?.upTo ?? null}::pg_lsn END AS there`
    if (is?.replica !== true) return false
    if (is.there === true) return true
    await new Promise((resolve) => setTimeout(resolve, WAIT.every))
  }
  return false
}
