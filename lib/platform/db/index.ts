import 'server-only'
import pg from 'pg'
import { PrismaClient } from '../generated/client'
import { asked } from './asked'
import { WithinOurs } from './models'
import { send } from './statement'
import { transactionOn, type How, type TransactionSettings } from './transaction'

/**
 * The only place that makes a database client. It connects as holdfast_app (HOLDFAST_APP_URL; the
 * worker process is given the worker's address in that variable): a role that owns nothing.
 */

export { allSent, byTheEnd } from './transaction'
export type { How, TransactionSettings }
/** The connections to one database, Prisma's models on them, and what is asked outside any transaction. */
export interface Database { readonly pool: pg.Pool; readonly models: ReturnType<typeof prismaOn>; readonly outside: Tx }
/** What runs inside one transaction. */
export type Tx = Omit<ReturnType<typeof prismaOn>, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

/**
 * Columns of words: the application may not select them (migration 800), so no read asks for them. They are read through
 * lib/access/words, which tells them at the depth of the reader and never of a restricted person.
 */
export const WORDS = {
  referral: {
    narrative: true, asSent: true, outcomeReason: true, complexReason: true, complexManager: true, referrerName: true, referrerContact: true, suspectRelationship: true,
  },
  meeting: { informationShared: true, riskAnalysis: true, decisionReason: true, medical: true, interviewPlan: true, otherChildren: true },
  meetingParticipant: { brought: true },
  meetingPosition: { says: true },
  action: { what: true, evidence: true, carriedWhy: true },
  meetingAnswer: { brings: true },
  mail: { toAddress: true },
} as const

const poolSize = 16
/** Milliseconds for which a transaction may be open, unless whoever asks for it says otherwise. */
const MOST = 30_000

/** On the process, not the module: Next loads modules more than once, and each client would hold a pool. */
const held = globalThis as { holdfastDb?: Database }

const database = (): Database => held.holdfastDb ??= makeClient(appUrl())

/** Outside any transaction: sessions, accounts, the house itself. Records are behind the walls, and the walls stand in a transaction. */
export const db = (): Tx => database().outside

/** Where this process's database is, as the role it acts in. @throws Error where nobody said. */
export function appUrl(): string {
  const url = process.env['HOLDFAST_APP_URL']
  if (url === undefined || url === '') throw new Error('HOLDFAST_APP_URL is not set: start through npm start (or openDatabase in lib/platform/postgres/open).')
  return url
}

/** A client of its own for a database; whoever makes one ends it (lib/platform/replica is the only other that does). */
export function makeClient(connectionString: string, connectionTimeoutMillis = 10_000): Database {
  // `pipeline`: a statement is sent without waiting for the answer to the one before it.
  const pool = new pg.Pool({ connectionString, max: poolSize, connectionTimeoutMillis, idleTimeoutMillis: 60_000, pipeline: true })
  // A database that ends idle connections (it was restarted) must not end this process; the next statement opens a new one.
  pool.on('error', () => undefined)
  const models = prismaOn(pool)
  const outside = asked((text, values) => send(pool, text, values), (name) => models[name as 'account']) as unknown as Tx
  return { pool, models, outside }
}

const prismaOn = (pool: pg.Pool) => new PrismaClient({
  adapter: new WithinOurs(pool),
  omit: WORDS,
  // The default wait of 2 s for a free connection fails fifty claims at once.
  transactionOptions: { maxWait: MOST, timeout: MOST },
})

/**
 * Runs `work` in one transaction with the given settings. Everything in it succeeds or nothing does; `readOnly`: PostgreSQL refuses any write in it.
 * @throws what `work` throws, after rolling back.
 */
export function withTransaction<T>(
  settings: TransactionSettings,
  work: (tx: Tx) => Promise<T>,
  { on = database(), isolationLevel, timeout = MOST, readOnly = false, planned, patience }: { isolationLevel?: How['isolation']; timeout?: number; on?: Database; readOnly?: boolean } & Pick<How, 'planned' | 'patience'> = {},
): Promise<T> {
  // Prisma types what runs in a transaction as if nothing were left out of it (WORDS): the fields would be there, and undefined.
  return transactionOn(on.pool, on.models as unknown as PrismaClient, settings, { isolation: isolationLevel, readOnly, most: timeout, planned, patience }, work as unknown as (tx: unknown) => Promise<T>)
}

/** Ends the connections of a client, when what is under way on them has ended: Prisma, asked first, would wait for ever for what waits for it. */
export async function end(open: Database | undefined): Promise<void> {
  await open?.pool.end()
  await open?.models.$disconnect()
}

/** Ends the connections; the next `db()` opens them anew. */
export async function closeDb(): Promise<void> {
  const open = held.holdfastDb
  held.holdfastDb = undefined
  await end(open)
}
