import type pg from 'pg'
import { Prisma, type PrismaClient } from '../generated/client'

export type PlainTx = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>
type Raw = Pick<PlainTx, '$queryRaw' | '$queryRawUnsafe' | '$executeRaw' | '$executeRawUnsafe'>
/** Sends one statement and answers with what came of it. */
export type Run = (text: string, values: readonly unknown[]) => Promise<pg.QueryResult>

/** What reads and acts ask through: statements of our own straight down the connection, and Prisma's models by their names. */
export function asked(run: Run, model: (name: string) => unknown): PlainTx {
  const known = new Map<string, unknown>(Object.entries(statements(run)))
  return new Proxy({} as PlainTx, {
    get(_, name) {
      // Awaited by mistake, it is no promise.
      if (typeof name !== 'string' || name === 'then') return undefined
      if (!known.has(name)) known.set(name, model(name))
      return known.get(name)
    },
  })
}

/** As Prisma's, they are sent when somebody waits for them, and no sooner. */
function statements(run: Run): Raw {
  const sql = (query: TemplateStringsArray | Prisma.Sql, values: readonly unknown[]): Prisma.Sql => ('raw' in query ? Prisma.sql(query, ...values) : query)
  const send = (query: TemplateStringsArray | Prisma.Sql, values: readonly unknown[]): Promise<pg.QueryResult> => {
    const { text, values: places } = sql(query, values)
    return run(text, places)
  }
  return {
    $queryRaw: (query, ...values) => waitedFor(() => send(query, values).then(rows)),
    $executeRaw: (query, ...values) => waitedFor(() => send(query, values).then(many)),
    $queryRawUnsafe: (text, ...values) => waitedFor(() => run(text, values).then(rows)),
    $executeRawUnsafe: (text, ...values) => waitedFor(() => run(text, values).then(many)),
  }
}

const rows = (answer: pg.QueryResult): unknown => answer.rows
const many = (answer: pg.QueryResult): number => answer.rowCount ?? 0

/** A promise that begins when somebody waits for it. */
export function waitedFor<T>(begin: () => Promise<unknown>): Prisma.PrismaPromise<T> {
  let begun: Promise<T> | undefined
  const now = (): Promise<T> => begun ??= begin() as Promise<T>
  return {
    then: (kept, failed) => now().then(kept, failed),
    catch: (failed) => now().catch(failed),
    finally: (after) => now().finally(after),
    [Symbol.toStringTag]: 'PrismaPromise',
  }
}
