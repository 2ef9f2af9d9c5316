import { createHash } from 'node:crypto'
import type pg from 'pg'
import { COLUMNS, placeOf } from './columns'

/** A connection keeps every statement it has a name for: those of lists of every length must not fill the server's memory. */
const mostNamed = 400
const mostPlaces = 40
const named = new Map<string, string>()

/**
 * The name under which a connection keeps a statement ready, so that it is parsed and planned once and not at every page: under
 * row-level security planning takes as long as reading. Empty for what is not kept.
 */
export function nameOf({ sql, args }: { sql: string; args: readonly unknown[] }): string {
  if (args.length === 0 || args.length > mostPlaces) return ''
  const known = named.get(sql)
  if (known !== undefined || named.size >= mostNamed) return known ?? ''
  const name = `hf${createHash('sha256').update(sql).digest('base64url').slice(0, 22)}`
  named.set(sql, name)
  return name
}

/** Sends one statement down a connection, behind whatever was sent before it, and does not wait for that to be answered. */
export function send(on: pg.PoolClient | pg.Pool, text: string, values: readonly unknown[] = []): Promise<pg.QueryResult> {
  if ('connection' in on) gather(on.connection)
  const args = values.map(placeOf)
  const name = nameOf({ sql: text, args })
  return on.query({ ...(name === '' ? {} : { name }), text, values: args, types: COLUMNS })
}

/** What is sent in one breath travels as one packet: each statement a system call of its own was a fifteenth of the server's work for a page. */
export function gather({ stream }: pg.Connection): void {
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => { stream.uncork() })
}
