import pg from 'pg'
import { hashPassword } from '@/lib/platform/auth/password'
import { ACCOUNTS, accountOf, DEMONSTRATION_PASSWORD } from '@/prisma/seed/accounts'
import { TEAMS, teamOf } from '@/prisma/seed/teams'
import type { Workers } from './london'

/** The accounts of the demonstration in the benchmark's London: who signs in there is an ordinary user. */
export async function putAccounts(ownerUrl: string, now: Date): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const [since, hash] = [new Date(now.getTime() - 2000 * 86_400_000), await hashPassword(DEMONSTRATION_PASSWORD)]
    const put = (table: string, rows: readonly object[]): Promise<unknown> => client.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`, [JSON.stringify(rows)])
    await put('team', TEAMS)
    await put('account', ACCOUNTS.map(({ id, email, name }) => ({ id, email, name, password_hash: hash, created_at: since })))
    await put('membership', ACCOUNTS.map((one) => ({ id: one.membershipId, account_id: one.id, team_id: teamOf(one.team).id, role: one.role, rank: one.rank, since })))
  } finally {
    await client.end()
  }
}

/** Who took and who decided: every borough has a social worker and a police officer in its MASH. */
export const workersOf: Workers = (borough) => ({ worker: accountOf(`social-worker.${borough}`).id, officer: accountOf(`mash-officer.${borough}`).id })
