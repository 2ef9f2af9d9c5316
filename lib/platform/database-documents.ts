import type pg from 'pg'

/**
 * What the migrations together have made, as files by name below docs/database: one for each function, one for each table with who may do what to it,
 * its walls, checks, triggers and indexes. A function that nine migrations have changed is read here as it is, and a change of it shows as the lines that
 * changed. Columns and relations are in prisma/schema. Made from the catalogue of a migrated database, in an order that no installation changes.
 * @param client of any role: the catalogue is open to all; its search_path is set
 */
export async function databaseDocuments(client: pg.ClientBase): Promise<Map<string, string>> {
  const documents = new Map<string, string>()
  const add = async (folder: string, sql: string): Promise<void> => {
    const { rows } = await client.query<{ name: string; text: string }>(sql)
    for (const { name, text } of rows) documents.set(`${folder}/${name}.sql`, `${text.trimEnd()}\n`)
  }
  // Names are written without their schema wherever they are found without it.
  await client.query('SET search_path = public')
  await add('functions', FUNCTIONS)
  await add('tables', TABLES)
  return documents
}

/** What an extension brought is not ours. */
const OURS = (catalogue: string, row: string): string => `NOT EXISTS (SELECT 1 FROM pg_depend x WHERE x.classid = '${catalogue}'::regclass AND x.objid = ${row}.oid AND x.deptype = 'e')`

const WHO = "CASE WHEN g.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(g.grantee) END"

/** Each function with its namesakes of other arguments, and who besides the owner may run it. */
const FUNCTIONS = `
  SELECT p.proname AS name, string_agg(rtrim(pg_get_functiondef(p.oid), E' \\n') || E';\\n' || coalesce((
      SELECT string_agg('GRANT EXECUTE ON FUNCTION ' || p.oid::regprocedure || ' TO ' || ${WHO} || E';\\n', '' ORDER BY ${WHO} COLLATE "C")
      FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g WHERE g.grantee <> p.proowner), ''), E'\\n' ORDER BY pg_get_function_identity_arguments(p.oid) COLLATE "C") AS text
  FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prokind IN ('f', 'p') AND ${OURS('pg_proc', 'p')} GROUP BY p.proname`

const part = (from: string, line: string, order: string): string => `coalesce(E'\\n' || (SELECT string_agg(${line} || E';\\n', '' ORDER BY ${order} COLLATE "C") FROM ${from}), '')`

const RIGHTS = part(
  `(SELECT ${WHO} AS who, string_agg(g.privilege_type, ', ' ORDER BY g.privilege_type COLLATE "C") AS what FROM aclexplode(c.relacl) g WHERE g.grantee <> c.relowner GROUP BY 1) r`,
  "'GRANT ' || r.what || ' ON ' || c.relname || ' TO ' || r.who", 'r.who')
const COLUMN_RIGHTS = part(
  `(SELECT ${WHO} AS who, g.privilege_type AS what, string_agg(a.attname, ', ' ORDER BY a.attnum) AS columns FROM pg_attribute a, aclexplode(a.attacl) g WHERE a.attrelid = c.oid AND g.grantee <> c.relowner GROUP BY 1, 2) r`,
  "'GRANT ' || r.what || ' (' || r.columns || ') ON ' || c.relname || ' TO ' || r.who", 'r.who || r.what')
const POLICIES = part(
  'pg_policies y WHERE y.schemaname = \'public\' AND y.tablename = c.relname',
  `'CREATE POLICY ' || y.policyname || ' ON ' || y.tablename || CASE WHEN y.permissive = 'PERMISSIVE' THEN '' ELSE ' AS RESTRICTIVE' END || ' FOR ' || y.cmd || ' TO ' || array_to_string(y.roles, ', ')
    || coalesce(E'\\n  USING (' || y.qual || ')', '') || coalesce(E'\\n  WITH CHECK (' || y.with_check || ')', '')`, 'y.policyname || y.cmd')
const CHECKS = part(
  "pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('c', 'x')", "'ALTER TABLE ' || c.relname || ' ADD CONSTRAINT ' || k.conname || ' ' || pg_get_constraintdef(k.oid)", 'k.conname')
const TRIGGERS = part('pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal', 'pg_get_triggerdef(t.oid, true)', 't.tgname')
const INDEXES = part('pg_index i JOIN pg_class n ON n.oid = i.indexrelid WHERE i.indrelid = c.oid', 'pg_get_indexdef(i.indexrelid, 0, false)', 'n.relname')

/** Tables and views: what the model in prisma/schema does not say of them. */
const TABLES = `
  SELECT c.relname AS name, CASE WHEN c.relkind = 'v' THEN 'CREATE VIEW ' || c.relname || E' AS\\n' || pg_get_viewdef(c.oid, true) || E'\\n' ELSE '' END
    || CASE WHEN c.relrowsecurity THEN 'ALTER TABLE ' || c.relname || E' ENABLE ROW LEVEL SECURITY;\\n' WHEN c.relkind = 'r' THEN E'-- no row-level security\\n' ELSE '' END
    || CASE WHEN c.relforcerowsecurity THEN 'ALTER TABLE ' || c.relname || E' FORCE ROW LEVEL SECURITY;\\n' ELSE '' END
    || ${[RIGHTS, COLUMN_RIGHTS, POLICIES, CHECKS, TRIGGERS, INDEXES].join('\n    || ')} AS text
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'p') AND c.relname <> '_prisma_migrations' AND ${OURS('pg_class', 'c')}`
