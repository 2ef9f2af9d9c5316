import 'server-only'
import { withTransaction, type Tx } from '@/lib/platform/db'
import type { Actor } from './actor'
import { wallSettings } from './visibility'

/** One read model in one transaction, with the actor in it: the second wall stands for everything `read` asks. */
export function readAs<T>(actor: Actor, read: (tx: Tx) => Promise<T>): Promise<T> {
  return withTransaction(wallSettings(actor), read)
}
