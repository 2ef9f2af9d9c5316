import { cpus, totalmem } from 'node:os'
import pg from 'pg'

/** What a figure depends on of the machine, and nothing else of it. */
export interface Machine { readonly processor: string; readonly cores: number; readonly memoryGb: number; readonly node: string; readonly postgres: string }

export async function machine(url: string): Promise<Machine> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
    return { processor: cpus()[0]?.model.trim() ?? 'not known', cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), node: process.versions.node, postgres: rows[0]?.server_version.split(' ')[0] ?? 'not known' }
  } finally {
    await client.end()
  }
}

export const machineWords = (one: Machine): string => `${one.processor}, ${one.cores} cores, ${one.memoryGb} GB, Node ${one.node}, PostgreSQL ${one.postgres}`
