import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { applyFolder } from './schema-engine'

/**
 * Applies the migrations that the database of `ownerUrl` (role holdfast_owner) has not had yet.
 * @returns their names, in order; empty when there was nothing to do.
 * @throws Error when one fails, or when one that was applied has been altered since.
 */
export async function migrate(ownerUrl: string, folder = path.resolve('prisma/migrations')): Promise<string[]> {
  const wanted = await checksums(folder)
  const applied = await appliedMigrations(ownerUrl)
  for (const [name, checksum] of wanted) {
    const before = applied.get(name)
    // The engine would pass over it, and this database would differ from a new one without anyone knowing.
    if (before !== undefined && before !== checksum) throw new Error(`The migration ${name} was applied and has been altered since: put the change into a migration of its own.`)
  }
  // Starting the engine costs a third of a second: not for nothing.
  if (wanted.size === applied.size && [...wanted.keys()].every((name) => applied.has(name))) return []
  const done = await applyFolder(ownerUrl, folder)
  await vacuumWrittenAnew(ownerUrl)
  return done
}

/**
 * A table that a migration has written anew has no map of what everybody may see, and nothing makes one until a fifth of it has changed: what an index
 * alone can tell would be looked up row by row until then. Under a hundred pages nobody would notice.
 */
async function vacuumWrittenAnew(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const tables = await client.query<{ name: string }>(
      `SELECT oid::regclass::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relpages >= 100 AND relallvisible = 0 AND pg_has_role(relowner, 'USAGE')`,
    )
    for (const { name } of tables.rows) await client.query(`VACUUM (ANALYZE) ${name}`)
  } finally {
    await client.end()
  }
}

/** Name and SHA-256 (as Prisma takes it) of each migration. */
async function checksums(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()
  const pairs = names.map(async (name) => [name, createHash('sha256').update(await readFile(path.join(folder, name, 'migration.sql'))).digest('hex')] as const)
  return new Map(await Promise.all(pairs))
}

/** Migrations that were applied to their end, with their checksums. */
async function appliedMigrations(url: string): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const table = await client.query<{ there: boolean }>("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there")
    if (!table.rows[0]?.there) return new Map()
    const rows = await client.query<{ migration_name: string; checksum: string }>(
      'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    return new Map(rows.rows.map((row) => [row.migration_name, row.checksum]))
  } finally {
    await client.end()
  }
}
