import 'server-only'
import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from './generated/client'

/**
 * The only place that makes a database client. It connects as holdfast_app (HOLDFAST_APP_URL; the
 * worker process is given the worker's address in that variable): a role that owns nothing.
 */

export type Db = ReturnType<typeof makeClient>
/** What runs inside one transaction. */
export type Tx = Omit<Db, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

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

/** On the process, not the module: Next loads modules more than once, and each client would hold a pool. */
const held = globalThis as { holdfastDb?: Db }

export function db(): Db {
  held.holdfastDb ??= makeClient(appUrl())
  return held.holdfastDb
}

/** Where this process's database is, as the role it acts in. @throws Error where nobody said. */
export function appUrl(): string {
  const url = process.env['HOLDFAST_APP_URL']
  if (url === undefined || url === '') throw new Error('HOLDFAST_APP_URL is not set: start through npm start (or openDatabase in lib/platform/postgres/open).')
  return url
}

/** A client of its own for a database; whoever makes one ends it (lib/platform/replica is the only other that does). */
export function makeClient(connectionString: string, connectionTimeoutMillis = 10_000) {
  const adapter = new PrismaPg({ connectionString, max: poolSize, connectionTimeoutMillis, idleTimeoutMillis: 60_000 }, { statementNameGenerator: nameOf })
  return new PrismaClient({
    adapter,
    omit: WORDS,
    // The default wait of 2 s for a free connection fails fifty claims at once.
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
  })
}

/** A connection keeps every statement it has a name for: those of lists of every length must not fill the server's memory. */
const mostNamed = 400
const mostPlaces = 40
const named = new Map<string, string>()

/**
 * The name under which a connection keeps a statement ready, so that it is parsed and planned once and not at every page: under
 * row-level security planning takes as long as reading. Empty for what is not kept.
 */
function nameOf({ sql, args }: { sql: string; args: unknown[] }): string {
  if (args.length === 0 || args.length > mostPlaces) return ''
  const known = named.get(sql)
  if (known !== undefined || named.size >= mostNamed) return known ?? ''
  const name = `hf${createHash('sha256').update(sql).digest('base64url').slice(0, 22)}`
  named.set(sql, name)
  return name
}

/** Settings for the length of one transaction, read by row-level security: names begin with `app.`. */
export type TransactionSettings = Record<`app.${string}`, string>

/**
 * Runs `work` in one transaction with the given settings. Everything in it succeeds or nothing does; `readOnly`: PostgreSQL refuses any write in it.
 * @throws what `work` throws, after rolling back.
 */
export function withTransaction<T>(
  settings: TransactionSettings,
  work: (tx: Tx) => Promise<T>,
  options: { isolationLevel?: Prisma.TransactionIsolationLevel; timeout?: number; on?: Db; readOnly?: boolean } = {},
): Promise<T> {
  const { on = db(), readOnly = false, ...how } = options
  return on.$transaction(async (plain) => {
    // Prisma types what runs in a transaction as if nothing were left out of it (WORDS): the fields would be there, and undefined.
    const tx = plain as unknown as Tx
    const names = Object.entries({ ...settings, ...(readOnly ? { transaction_read_only: 'on' } : {}) })
    if (names.length > 0) {
      const calls = names.map(([name, value]) => Prisma.sql`set_config(${name}, ${value}, true)`)
      await tx.$queryRaw(Prisma.sql`SELECT ${Prisma.join(calls)}`)
    }
    return work(tx)
  }, how)
}

/** Ends the connections; the next `db()` opens them anew. */
export async function closeDb(): Promise<void> {
  const client = held.holdfastDb
  held.holdfastDb = undefined
  await client?.$disconnect()
}
