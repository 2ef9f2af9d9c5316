import 'server-only'
import { withTransaction, type How, type Tx } from '@/lib/platform/db'
import { withReplica } from '@/lib/platform/replica'
import type { Actor } from './actor'
import { wallSettings } from './visibility'

/** One read model in one transaction, with the actor in it: the second wall stands for everything `read` asks. */
export function readAs<T>(actor: Actor, read: (tx: Tx) => Promise<T>, how: Pick<How, 'planned' | 'patience'> = {}): Promise<T> {
  return withTransaction(wallSettings(actor), read, how)
}

/** Numbers alone, nobody's record and so nothing for the reading log: counted on a replica where the installation has one, behind the same walls. */
export function countAs<T>(actor: Actor, count: (tx: Tx) => Promise<T>, how: Pick<How, 'patience'> = {}): Promise<T> {
  return withReplica(wallSettings(actor), count, how)
}
