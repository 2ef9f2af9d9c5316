import { AsyncLocalStorage } from 'node:async_hooks'
import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { nameOf } from './statement'

/** The connection on which our own transaction is open, for Prisma to speak on. */
const open = new AsyncLocalStorage<pg.PoolClient>()

/** Runs what begins a transaction of Prisma: it begins nothing of its own, but speaks within ours. */
export const within = <T>(client: pg.PoolClient, begin: () => T): T => open.run(client, begin)

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
      const client = open.getStore()
      if (client === undefined) return begin(isolation)
      const nothing = (): Promise<void> => Promise.resolve()
      // The driver sends what it is asked through its `client`: on a copy of it that is the one connection instead of the pool.
      return Object.assign(Object.create(adapter) as Adapter, { client, options: { usePhantomQuery: true }, commit: nothing, rollback: nothing })
    }
    return adapter
  }
}
