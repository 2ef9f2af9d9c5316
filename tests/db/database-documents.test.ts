import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { databaseDocuments } from '@/lib/platform/database-documents'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
const below = path.resolve('docs/database')

async function made(): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: database.urls.owner })
  await client.connect()
  return databaseDocuments(client).finally(() => client.end())
}

const written = (): string[] => ['functions', 'tables'].flatMap((kind) => readdirSync(path.join(below, kind)).map((file) => `${kind}/${file}`))

describe('docs/database says what the migrations made', () => {
  it('has a file for each function and each table, and none for what is no more (npm run -s docs)', async () => {
    expect(written().sort()).toEqual([...(await made()).keys()].sort())
  })

  it('tells each as it is (npm run -s docs)', async () => {
    const other = [...await made()].filter(([name, text]) => !existsSync(path.join(below, name)) || readFileSync(path.join(below, name), 'utf8') !== text).map(([name]) => name)
    expect(other).toEqual([])
  })

  it('sees a wall that is let down, a right that is given and a function that is changed', async () => {
    const before = await made()
    await database.admin('CREATE POLICY also ON referral FOR SELECT TO holdfast_app USING (true)')
    await database.admin('GRANT UPDATE (heading) ON entry TO holdfast_app')
    await database.admin('ALTER FUNCTION find_people SECURITY INVOKER')
    await database.admin('ALTER TABLE flag DISABLE ROW LEVEL SECURITY')
    const after = await made()
    expect([...after.keys()].filter((name) => after.get(name) !== before.get(name)).sort()).toEqual(['functions/find_people.sql', 'tables/entry.sql', 'tables/flag.sql', 'tables/referral.sql'])
  })
})
