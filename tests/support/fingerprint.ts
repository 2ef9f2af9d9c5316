import { createHash } from 'node:crypto'
import type { TestDatabase } from './database'

/** What every table holds, as one word each: equal before and after means that no row was touched. */
export async function fingerprint(database: TestDatabase, except: readonly string[] = []): Promise<Record<string, string>> {
  const tables = await database.admin<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`)
  const prints: Record<string, string> = {}
  for (const { name } of tables) {
    if (except.includes(name)) continue
    const rows = await database.admin<{ row: string }>(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`)
    prints[name] = createHash('sha256').update(rows.map(({ row }) => row).join('\n')).digest('hex').slice(0, 16)
  }
  return prints
}
