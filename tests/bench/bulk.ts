import pg from 'pg'

/**
 * Loading in bulk: what stands on the tables and costs at every row (indexes, keys, triggers) is taken off, put back when all rows are
 * there, and is then as the migrations made it. A constraint put back is checked against every row, so what was loaded is consistent.
 */
export async function inBulk(ownerUrl: string, tables: readonly string[], load: (pool: Connections) => Promise<void>): Promise<void> {
  await withConnections(ownerUrl, 3, async (connections) => {
    const [first] = connections.all
    if (first === undefined) return
    const taken = await takeOff(first, tables)
    await load(connections)
    await connections.each(taken.indexes.map((sql) => (client) => client.query(sql)))
    // A foreign key stands on the index of what it points to.
    await connections.each(taken.foreign.map((sql) => (client) => client.query(sql)))
    for (const table of tables) await first.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
    // As autovacuum leaves a table that stands: without it, whether it had already passed by would decide the plans.
    await connections.each(tables.map((table) => (client) => client.query(`VACUUM ANALYZE ${table}`)))
  })
}

export interface Connections {
  readonly all: readonly pg.Client[]
  /** Every piece of work on whichever connection is free next, in the order given. */
  each(work: readonly ((client: pg.Client) => Promise<unknown>)[]): Promise<void>
}

async function withConnections(url: string, many: number, use: (connections: Connections) => Promise<void>): Promise<void> {
  const all = Array.from({ length: many }, () => new pg.Client({ connectionString: url }))
  try {
    for (const client of all) {
      await client.connect()
      await client.query(`SET synchronous_commit = off; SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'; SET jit = off`)
    }
    await use({
      all,
      each: async (work) => {
        const waiting = [...work]
        await Promise.all(all.map(async (client) => {
          for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next(client)
        }))
      },
    })
  } finally {
    for (const client of all) await client.end().catch(() => undefined)
  }
}

async function takeOff(client: pg.Client, tables: readonly string[]): Promise<{ indexes: string[]; foreign: string[] }> {
  const { rows: foreign } = await client.query<{ of: string; name: string; says: string }>(
    `SELECT conrelid::regclass::text AS of, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS says FROM pg_constraint
     WHERE contype = 'f' AND (conrelid = ANY ($1::regclass[]) OR confrelid = ANY ($1::regclass[])) ORDER BY 1, 2`, [tables])
  const { rows: keys } = await client.query<{ of: string; name: string; says: string }>(
    `SELECT conrelid::regclass::text AS of, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS says FROM pg_constraint
     WHERE contype IN ('p', 'u') AND conrelid = ANY ($1::regclass[]) ORDER BY 1, 2`, [tables])
  const { rows: indexes } = await client.query<{ name: string; says: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS says FROM pg_index
     WHERE indrelid = ANY ($1::regclass[]) AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u')) ORDER BY 1`, [tables])
  for (const one of foreign) await client.query(`ALTER TABLE ${one.of} DROP CONSTRAINT ${one.name}`)
  for (const one of keys) await client.query(`ALTER TABLE ${one.of} DROP CONSTRAINT ${one.name}`)
  for (const one of indexes) await client.query(`DROP INDEX ${one.name}`)
  for (const table of tables) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
  const put = (one: { of: string; name: string; says: string }): string => `ALTER TABLE ${one.of} ADD CONSTRAINT ${one.name} ${one.says}`
  // By size of what they stand on they would go best; by name keys of one table wait for each other, which a third connection fills.
  return { indexes: spread([...keys.map(put), ...indexes.map((one) => one.says)]), foreign: foreign.map(put) }
}

/** An index and a key of one table cannot be made at once: neighbours are put apart. */
function spread(statements: readonly string[]): string[] {
  const [even, odd] = [statements.filter((_, index) => index % 2 === 0), statements.filter((_, index) => index % 2 === 1)]
  return [...even, ...odd]
}
