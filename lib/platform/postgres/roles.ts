import { createHmac } from 'node:crypto'
import pg from 'pg'

/**
 * holdfast_owner owns and migrates; holdfast_app is what the product connects as: it owns nothing,
 * bypasses nothing, makes nothing; holdfast_worker has the app's rights and the job queue's schema;
 * holdfast_search cannot log in and owns only the narrow functions that look past row-level security.
 */
export type LoginRole = 'holdfast_owner' | 'holdfast_app' | 'holdfast_worker'

export const loginRoles: readonly LoginRole[] = ['holdfast_owner', 'holdfast_app', 'holdfast_worker']

/** Longer than a page waits for its transaction (lib/platform/db: 30 s): what runs on is nobody's. The worker, a role of its own, is not cut. */
export const LONGEST_STATEMENT = '45s'

/** A role's password follows from the installation's secret, so no second secret has to be kept or passed on. */
export function rolePassword(secret: string, role: LoginRole): string {
  return createHmac('sha256', secret).update(`role:${role}`).digest('base64url')
}

/** The address of the same database for another role. */
export function urlFor(role: LoginRole, secret: string, baseUrl: string): string {
  const url = new URL(baseUrl)
  url.username = role
  url.password = rolePassword(secret, role)
  return url.toString()
}

/**
 * Makes the roles of the cluster and their rights in the database of `adminUrl`. May run again.
 * @throws Error naming what a database administrator has to do when the connection may not make roles.
 */
export async function prepareRoles(adminUrl: string, secret: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    // Two starts at once would both find a role missing and one would fail making it.
    await client.query("SELECT pg_advisory_lock(hashtext('holdfast roles'))")
    const may = await client.query<{ may: boolean }>('SELECT rolsuper OR rolcreaterole AS may FROM pg_roles WHERE rolname = current_user')
    if (may.rows[0]?.may !== true) {
      throw new Error('The user of DATABASE_URL may not make roles: give it CREATEROLE, or make holdfast_owner, holdfast_app, holdfast_worker and holdfast_search and set HOLDFAST_OWNER_URL, HOLDFAST_APP_URL and HOLDFAST_WORKER_URL.')
    }
    const there = new Set((await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles')).rows.map((row) => row.rolname))
    for (const role of loginRoles) {
      const password = client.escapeLiteral(rolePassword(secret, role))
      // Altered by password only: whoever is no superuser may not even repeat the other attributes.
      await client.query(there.has(role) ? `ALTER ROLE ${role} PASSWORD ${password}` : `CREATE ROLE ${role} LOGIN INHERIT PASSWORD ${password}`)
    }
    await client.query(`ALTER ROLE holdfast_app SET statement_timeout = '${LONGEST_STATEMENT}'`)
    if (!there.has('holdfast_search')) await client.query('CREATE ROLE holdfast_search NOLOGIN')
    await client.query('GRANT holdfast_app TO holdfast_worker')
    // So that a migration may hand a function over to it.
    await client.query('GRANT holdfast_search TO holdfast_owner')

    const database = client.escapeIdentifier(new URL(adminUrl).pathname.slice(1))
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`)
    await client.query(`GRANT CONNECT, CREATE, TEMPORARY ON DATABASE ${database} TO holdfast_owner`)
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO holdfast_app, holdfast_worker`)
    await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC')
    await client.query('GRANT ALL ON SCHEMA public TO holdfast_owner WITH GRANT OPTION')
    await client.query('GRANT USAGE ON SCHEMA public TO holdfast_app, holdfast_worker, holdfast_search')
    await client.query('GRANT holdfast_worker TO current_user')
    await client.query('CREATE SCHEMA IF NOT EXISTS jobs AUTHORIZATION holdfast_worker')
  } finally {
    await client.end()
  }
}
