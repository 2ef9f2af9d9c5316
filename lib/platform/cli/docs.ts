/** `npm run -s docs`: writes what is published from the rules themselves, and from what the migrations made, into docs/. Tests tell when it was not run. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { databaseDocuments } from '@/lib/platform/database-documents'
import { openScratchDatabase } from '@/lib/platform/postgres/open'
import { classificationDocument } from '@/lib/wording/classification-table'

const folder = path.resolve('docs')
mkdirSync(folder, { recursive: true })
writeFileSync(path.join(folder, 'classification-table.md'), classificationDocument())
process.stdout.write('docs/classification-table.md\n')

const database = await openScratchDatabase()
try {
  const client = new pg.Client({ connectionString: database.urls.owner })
  await client.connect()
  const documents = await databaseDocuments(client).finally(() => client.end())
  const below = path.join(folder, 'database')
  // What is no more must not stay as if it were.
  for (const kind of ['functions', 'tables']) {
    rmSync(path.join(below, kind), { recursive: true, force: true })
    mkdirSync(path.join(below, kind), { recursive: true })
  }
  for (const [name, text] of documents) writeFileSync(path.join(below, name), text)
  process.stdout.write(`docs/database: ${documents.size} files\n`)
} finally {
  await database.release()
}
