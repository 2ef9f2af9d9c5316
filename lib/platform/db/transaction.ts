import type pg from 'pg'
import type { PrismaClient } from '../generated/client'
import { asked, waitedFor, type PlainTx, type Run } from './asked'
import { lend } from './models'
import { gather, send } from './statement'

/** Settings for the length of one transaction, read by row-level security: names begin with `app.`. */
export type TransactionSettings = Record<`app.${string}`, string>

export interface How {
  readonly isolation?: 'ReadCommitted' | 'RepeatableRead' | 'Serializable'
  readonly readOnly: boolean
  /** Milliseconds after which PostgreSQL ends it, whatever it is at (25P04). */
  readonly most: number
  /**
   * `once`: a connection plans each statement of it for any values, and not anew for those of every page: under the walls planning takes longer than
   * reading. Only for statements whose best plan does not depend on the values; what a reader typed decides how a search is best begun.
   */
  readonly planned?: 'once' | undefined
  /** Milliseconds after which PostgreSQL gives up a statement of it (57014), where that is shorter than what the role has. */
  readonly patience?: number | undefined
}

const LEVELS = { ReadCommitted: 'READ COMMITTED', RepeatableRead: 'REPEATABLE READ', Serializable: 'SERIALIZABLE' } as const

/**
 * One transaction on one connection. BEGIN, the settings and the first statements go out together: nothing waits for the answer to what cannot
 * fail alone, and PostgreSQL takes them in their order. No answer is handed on before the settings are known to stand.
 * @throws what `work` throws, after rolling back; an error where a statement failed, `work` did not heed it and so nothing was kept.
 */
export async function transactionOn<T>(pool: pg.Pool, prisma: PrismaClient, settings: TransactionSettings, how: How, work: (tx: PlainTx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  // Without a listener, a connection that breaks while it is ours would end the process; every statement on it fails anyway.
  const broken = (): void => undefined
  client.on('error', broken)
  const over = { closed: false }
  let lost: Error | undefined
  try {
    const opened = begin(client, settings, how)
    const models = modelsOn(client, prisma, over, how)
    const tx = asked(runOn(client, over, opened), models.model)
    const unanswered: Promise<unknown>[] = []
    left.set(tx, unanswered)
    let committing: Promise<pg.QueryResult> | undefined
    const commit = (): Promise<pg.QueryResult> => {
      over.closed = true
      committing ??= client.query('COMMIT')
      // Whoever sends it before its work is done waits for the answers to that first.
      committing.catch(() => undefined)
      return committing
    }
    ends.set(tx, () => { if (!models.lent()) void commit() })
    try {
      const answer = await work(tx)
      await opened
      over.closed = true
      await models.end()
      const [{ command }] = await Promise.all([commit(), ...unanswered])
      if (command !== 'COMMIT') throw new Error('A statement of this transaction failed and the work went on without heeding it: nothing of it was kept.')
      return answer
    } catch (error) {
      over.closed = true
      await models.end()
      // A connection that cannot even take this is not used again; what was open on it PostgreSQL rolls back.
      await (committing ?? client.query('ROLLBACK')).catch((failed: Error) => { lost = failed })
      throw await reasonOf(error, unanswered)
    }
  } finally {
    client.off('error', broken)
    client.release(lost)
  }
}

/** Of transactions under way: what was left to their ends. */
const left = new WeakMap<object, Promise<unknown>[]>()

/**
 * Sends a statement now and leaves its answer to the end of the transaction, which keeps nothing and answers nothing where it failed: what is written and
 * not read need not be waited for twice. Outside any transaction it is waited for here.
 */
export function byTheEnd(tx: object, statement: PromiseLike<unknown>): Promise<unknown> {
  const answered = Promise.resolve(statement)
  const unanswered = left.get(tx)
  if (unanswered === undefined) return answered
  answered.catch(() => undefined)
  unanswered.push(answered)
  return Promise.resolve()
}

/** Of transactions under way: how the COMMIT is sent before the work with what was read is done. */
const ends = new WeakMap<object, () => void>()

/**
 * Says that nothing will be asked in this transaction but what is being asked now: COMMIT travels right behind it, and there is no waiting for the answers
 * first and for COMMIT then. What is kept is kept even where the work with the answers then fails: for reads with their line in the reading log, not for acts.
 * Nothing is answered unless it succeeded, as always; a statement after it is refused. Where one of Prisma's models was asked, and outside any transaction, it says nothing.
 */
export function allSent(tx: object): void {
  const end = ends.get(tx)
  // A statement leaves when it is first waited for, within this run of promises; a tick that is asked for among them comes after the last of them.
  if (end !== undefined) void Promise.resolve().then(() => { process.nextTick(end) })
}

/** What failed first is the reason that is told: behind it PostgreSQL refuses every statement, and says only that. */
async function reasonOf(error: unknown, unanswered: readonly Promise<unknown>[]): Promise<unknown> {
  if (!refusedBehind(error)) return error
  const failed = (await Promise.allSettled(unanswered)).flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
  return failed.find((each) => !refusedBehind(each)) ?? error
}
const refusedBehind = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '25P02'

interface Over { closed: boolean }

/** What was left running after its transaction ended must not speak on a connection that is somebody else's by then, behind their walls. */
function refuseIfClosed({ closed }: Over): void {
  if (closed) throw new Error('The transaction is over: a statement was sent after its end.')
}

/** The statements that begin it, sent and not waited for. */
function begin(client: pg.PoolClient, settings: TransactionSettings, { isolation, readOnly, most, planned, patience }: How): Promise<unknown> {
  const names = Object.entries({ ...settings, ...(planned === 'once' ? { plan_cache_mode: 'force_generic_plan' } : {}), ...(patience === undefined ? {} : { statement_timeout: String(patience) }) })
  const level = isolation === undefined ? '' : ` ISOLATION LEVEL ${LEVELS[isolation]}`
  gather(client.connection)
  const sent = [client.query(`BEGIN${level}${readOnly ? ' READ ONLY' : ''}; SET LOCAL transaction_timeout = ${most}`)]
  if (names.length > 0) sent.push(send(client, `SELECT ${names.map((_, place) => `set_config($${2 * place + 1}, $${2 * place + 2}, true)`).join(', ')}`, names.flat()))
  const opened = Promise.all(sent)
  // Whoever waits for it is told; where `work` fails before it waits for anything, nobody does.
  opened.catch(() => undefined)
  return opened
}

/** Statements within the transaction: none after its end, and no answer before its settings stand. */
const runOn = (client: pg.PoolClient, over: Over, opened: Promise<unknown>): Run => async (text, values) => {
  refuseIfClosed(over)
  const answered = send(client, text, values)
  // Where the settings failed, that is the reason that is told, and not what it did to the statement behind them.
  answered.catch(() => undefined)
  await opened
  return answered
}

/** Prisma's models on the same connection: its transaction is made when the first of them is asked for, for most reads ask for none. */
function modelsOn(client: pg.PoolClient, prisma: PrismaClient, over: Over, { most }: How) {
  let finish: () => void = () => undefined
  let whole: Promise<void> | undefined
  let begun: Promise<PlainTx> | undefined
  const plain = (): Promise<PlainTx> => begun ??= new Promise((resolve, reject) => {
    const finished = new Promise<void>((done) => { finish = done })
    // Ours ends first: Prisma's clock must not close what is still open here.
    const lent = { client, taken: false }
    whole = lend(lent, () => prisma.$transaction((tx) => {
      // Elsewhere it would be without our settings, and what it writes would stay when ours is rolled back.
      if (!lent.taken) throw new Error('Prisma speaks on another connection than its transaction.')
      resolve(tx)
      return finished
    }, { maxWait: most, timeout: 2 * most }))
    whole.catch(reject)
  })
  const model = (name: string): unknown => new Proxy({}, {
    get: (_, method: string) => (...values: unknown[]) => waitedFor(async () => {
      refuseIfClosed(over)
      const asked = (await plain())[name as 'account'][method as 'findMany'] as (...values: unknown[]) => Promise<unknown>
      return asked(...values)
    }),
  })
  return { model, lent: (): boolean => begun !== undefined, end: async (): Promise<void> => { finish(); await whole?.catch(() => undefined) } }
}
