import { readFile, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bindMigrationAwareSqlAdapterFactory, DriverAdapterError } from '@prisma/driver-adapter-utils'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'

/**
 * Prisma's own migration engine as WebAssembly: the Prisma command would download a native
 * binary, which a closed network does not allow. It keeps the same `_prisma_migrations` table.
 */

export interface SchemaFile {
  path: string
  content: string
}

/**
 * The adapter cuts a script at every semicolon, which breaks function bodies and comments. Sent whole, PostgreSQL
 * cuts it rightly, and a migration that fails halfway leaves nothing of itself behind.
 */
class WholeScripts extends PrismaPg {
  private readonly pool: pg.Pool

  constructor(pool: pg.Pool) {
    super(pool)
    this.pool = pool
  }

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect()
    adapter.executeScript = async (script) => {
      await this.pool.query(script).catch((error: pg.DatabaseError) => {
        const { code = 'XX000', severity = 'ERROR', message, detail, column, hint } = error
        throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint })
      })
    }
    return adapter
  }
}

const noFilter = { externalTables: [], externalEnums: [] }
let ready: Promise<void> | undefined

async function instantiate(): Promise<void> {
  const require = createRequire(import.meta.url)
  const directory = path.dirname(require.resolve('@prisma/schema-engine-wasm'))
  const bytes = await readFile(path.join(directory, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': engineImports() })
  engineModule.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
}

/** What the engine calls of ours. It leaves a timer of ten seconds running that would keep every short command waiting. */
function engineImports(): WebAssembly.ModuleImports {
  const imports: WebAssembly.ModuleImports = {}
  for (const [name, value] of Object.entries(engineModule)) {
    imports[name] = name.startsWith('__wbg_setTimeout') ? startUnreferencedTimer : value
  }
  return imports
}

function startUnreferencedTimer(work: () => void, milliseconds: number): NodeJS.Timeout {
  return setTimeout(work, milliseconds >>> 0).unref()
}

/** Runs `work` with an engine on the database at `url`; the connection is closed afterwards. */
async function withEngine<T>(url: string, work: (engine: engineModule.SchemaEngine) => Promise<T>): Promise<T> {
  ready ??= instantiate()
  await ready
  // A pool of our own: the engine leaves its connections open, and its migration lock with them.
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool))
  const engine = await engineModule.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter)
  try {
    return await work(engine)
  } finally {
    engine.free()
    await pool.end()
  }
}

/** Every `.prisma` file of a folder in name order. */
export async function readSchema(folder: string): Promise<SchemaFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.prisma')).sort()
  return Promise.all(names.map(async (name) => ({ path: name, content: await readFile(path.join(folder, name), 'utf8') })))
}

/** SQL that leads from one model to another. Model against model, so hand-written indexes and policies survive. */
export async function differenceSql(url: string, from: SchemaFile[], to: SchemaFile[]): Promise<string> {
  return withEngine(url, async (engine) => {
    const result = await engine.diff({
      from: from.length === 0 ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: from },
      to: { tag: 'schemaDatamodel', files: to },
      script: true,
      exitCode: null,
      filters: noFilter,
    })
    return result.stdout ?? ''
  })
}

/**
 * Applies what `folder` has and the database has not.
 * @returns the names applied now, in order.
 * @throws the engine's error when a migration fails; the failed row stays in `_prisma_migrations`.
 */
export async function applyFolder(url: string, folder: string): Promise<string[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()
  const migrationDirectories = await Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(path.join(folder, name, 'migration.sql'), 'utf8') },
      },
    })),
  )
  return withEngine(url, async (engine) => {
    const result = await engine.applyMigrations({
      migrationsList: {
        baseDir: folder,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories,
      },
      filters: noFilter,
    })
    return result.appliedMigrationNames
  })
}
