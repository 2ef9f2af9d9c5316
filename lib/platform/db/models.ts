import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { nameOf } from './statement'

/** The connection on which our own transaction is open, for Prisma to speak on. */
export interface Lent { readonly client: pg.PoolClient; taken: boolean }
/** On the process, not the module, as the client itself is: Next loads modules more than once, and the driver of one would not see what another lends. */
const lending = globalThis as { holdfastLent?: AsyncLocalStorage<Lent> }
const lent = lending.holdfastLent ??= new AsyncLocalStorage<Lent>()

/** Runs what begins a transaction of Prisma: it begins nothing of its own, but speaks on the connection that is lent, and marks it as taken. */
export const lend = <T>(what: Lent, begin: () => T): T => lent.run(what, begin)

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>

/** Prisma's own driver. Where a transaction of ours is open, it sends its statements there, and leaves begin and commit to us. */
export class WithinOurs extends PrismaPg {
  constructor(pool: pg.Pool) {
    super(pool, { statementNameGenerator: nameOf })
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect()
    const begin: Adapter['startTransaction'] = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (isolation) => {
      const ours = lent.getStore()
      if (ours === undefined) return begin(isolation)
      // Lent once, for one transaction: whoever finds it taken stands in somebody else's.
      if (ours.taken) throw new Error('The connection is lent to another transaction of Prisma.')
      ours.taken = true
      const nothing = (): Promise<void> => Promise.resolve()
      // The driver sends what it is asked through its `client`: on a copy of it that is the one connection instead of the pool.
      return Object.assign(Object.create(adapter) as Adapter, { client: ours.client, options: { usePhantomQuery: true }, commit: nothing, rollback: nothing })
    }
    return adapter
  }
}
