import type { Actor } from '@/lib/access/actor'
import { loadActor } from '@/lib/access/load-actor'
import { BENCH_NOW } from './london'

/** One statement as the owner of the tables. */
export type AsOwner = (sql: string, values?: unknown[]) => Promise<{ is: string }[]>

/** Puts somebody with this role into the London of the benchmark, in a team of these boroughs. */
async function anActor(run: AsOwner, role: string, agency: string, boroughs: readonly string[]): Promise<Actor> {
  const id = async (what: string): Promise<string> => (await run('SELECT md5($1)::uuid::text AS is', [`${what} ${role}`]))[0]?.is ?? ''
  const [account, team, membership] = [await id('account'), await id('team'), await id('membership')]
  const since = new Date('2015-01-01T00:00:00Z')
  await run('INSERT INTO account (id, email, name, password_hash, created_at) VALUES ($1, $2, $3, $4, $5)', [account, `${role}@bench.invalid`, role, 'none', since])
  await run('INSERT INTO team (id, code, name, agency, kind, boroughs) VALUES ($1, $2, $3, $4, $5, $6)', [team, role, `Team of the ${role}`, agency, 'bench', boroughs])
  await run('INSERT INTO membership (id, account_id, team_id, role, since) VALUES ($1, $2, $3, $4, $5)', [membership, account, team, role, since])
  const actor = await loadActor(account, BENCH_NOW)
  if (actor === null) throw new Error(`the ${role} of the benchmark may do nothing`)
  return actor
}

/** Who asks in the benchmark: a social worker of one borough's MASH, a supervisor of three boroughs. */
export async function castOf(run: AsOwner): Promise<{ worker: Actor; supervisor: Actor }> {
  return {
    worker: await anActor(run, 'mash-social-worker', 'csc', ['bromley']),
    supervisor: await anActor(run, 'cait-supervisor', 'police', ['bromley', 'bexley', 'greenwich']),
  }
}

/** Children of Bromley's referrals whose page opens to its worker. */
export const BROMLEY_CHILDREN = `
  SELECT DISTINCT rp.person_id AS is FROM referral_person rp JOIN referral r ON r.id = rp.referral_id JOIN person p ON p.id = rp.person_id
  WHERE r.borough = 'bromley' AND NOT p.restricted AND rp.role = 'child' ORDER BY 1 LIMIT 200`
