import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { openScratchCluster } from '../postgres/scratch'
import { differenceSql, readSchema } from '../schema-engine'

/**
 * `npm run migration -- <name>`: writes prisma/migrations/<time>_<name>/migration.sql with what leads from the
 * model of the last migration (kept beside the migrations) to the model of now. Review it and add by hand
 * what a model cannot say: row-level security, grants, checks, triggers, functions.
 */
const name = process.argv[2]
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('Usage: npm run migration -- <name_in_lower_case>\n')
  process.exit(2)
}

const migrations = path.resolve('prisma/migrations')
const snapshot = path.join(migrations, 'model.prisma')
const now = await readSchema(path.resolve('prisma/schema'))
const before = await readFile(snapshot, 'utf8').then((content) => [{ path: 'model.prisma', content }], () => [])

// The engine connects even when it compares two models.
const cluster = await openScratchCluster()
const sql = await differenceSql(cluster.superuserUrl(), before, now).finally(cluster.release)
if (sql.trim() === '' || sql.includes('This is an empty migration')) process.stderr.write('The model has not changed: an empty migration for hand-written SQL.\n')

const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const folder = path.join(migrations, `${stamp}_${name}`)
await mkdir(folder, { recursive: true })
await writeFile(path.join(folder, 'migration.sql'), sql)
await writeFile(snapshot, now.map((file) => file.content.trimEnd()).join('\n\n') + '\n')
await writeFile(path.join(migrations, 'migration_lock.toml'), 'provider = "postgresql"\n')
process.stdout.write(`${path.relative(process.cwd(), path.join(folder, 'migration.sql'))}\n`)
