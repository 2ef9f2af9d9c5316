import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { board } from '@/lib/deadlines/board'
import { closeDb } from '@/lib/platform/db'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { queue } from '@/lib/referrals/queue'
import { castOf } from '../bench/cast'
import { BENCH_NOW, buildLondon } from '../bench/london'
import { useDatabase } from '../support/database'

/** What a database split by borough would stand on (lib/decisions/several-servers-replica-split.md): where each row would live follows from its keys. */
const database = useDatabase()

/** Rows that live with the row they belong to, found by this column. */
const WITH: Readonly<Record<string, readonly [table: string, column: string]>> = {
  action_review: ['meeting_call', 'call_id'], entry_payload: ['entry', 'entry_id'], entry_subject: ['entry', 'entry_id'], episode_entry: ['episode', 'episode_id'], episode_handover: ['episode', 'episode_id'],
  episode_information: ['episode', 'episode_id'], figure_annulled: ['entry', 'entry_id'], handover_item: ['handover', 'handover_id'], information_answer: ['information_request', 'request_id'], item_minute: ['meeting_item', 'item_id'],
  item_option: ['meeting_item', 'item_id'], item_research: ['meeting_item', 'item_id'], meeting_answer: ['meeting_invitation', 'invitation_id'], meeting_attendance: ['meeting_call', 'call_id'],
  meeting_call_child: ['meeting_call', 'call_id'], meeting_child: ['meeting', 'meeting_id'], meeting_copy: ['meeting', 'meeting_id'], meeting_invitation: ['meeting_call', 'call_id'], meeting_not_asked: ['meeting_call', 'call_id'],
  meeting_participant: ['meeting', 'meeting_id'], meeting_position: ['meeting', 'meeting_id'], notice_breach: ['warning_notice', 'notice_id'], referral_emergency: ['referral', 'referral_id'],
  referral_person: ['referral', 'referral_id'], sender_word: ['referral', 'referral_id'],
}

/** Rows of London: a person is one person in whichever borough, and somebody who works signs in once. Copied to every part, or kept apart. */
const LONDON = [
  'person', 'person_join_row', 'person_not_same', 'person_name', 'person_search', 'name_spelling', 'name_word', 'relationship', 'flag', 'account', 'team', 'team_cover', 'membership', 'session', 'sign_in_attempt', 'password_link', 'shift', 'absence', 'training',
  'figure_kept', 'figure_kept_count', 'figure_kept_span', 'figure_wanted', 'form_draft', 'act_key', 'reading_log', 'record_opening', '_prisma_migrations',
]

interface Table { name: string; own: boolean; columns: string[] }
const tables = (): Promise<Table[]> => database.admin<{ name: string; own: boolean; columns: string[] }>(`
  SELECT c.relname AS name, bool_or(a.attname IN ('borough', 'ledger')) AS own, array_agg(a.attname::text) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname ORDER BY 1`)

describe('keys ready for a split by borough', () => {
  it('every table says its borough itself, lives with one that does, or is of all London', async () => {
    const all = await tables()
    const names = all.map((one) => one.name)
    for (const { name, own, columns } of all) {
      const beside = WITH[name]
      const ways = [own, beside !== undefined, LONDON.includes(name)].filter(Boolean).length
      expect(ways, `${name}: says its borough, or stands in one of the two lists`).toBe(1)
      if (beside !== undefined) {
        expect(columns, name).toContain(beside[1])
        expect(names, name).toContain(beside[0])
      }
    }
    expect([...Object.keys(WITH), ...LONDON].filter((name) => !names.includes(name))).toEqual([])
  })

  it('no key is counted up: two parts can make rows without asking each other', async () => {
    const counting = await database.admin<{ of: string }>(`SELECT d.refobjid::regclass::text AS of FROM pg_class s JOIN pg_depend d ON d.objid = s.oid AND d.deptype IN ('a', 'i') WHERE s.relkind = 'S' AND s.relnamespace = 'public'::regnamespace`)
    expect(counting.map((one) => one.of).filter((of) => !LONDON.includes(of))).toEqual([])
    // A chronology has a number of its own in each ledger, and a ledger is a borough's.
    expect(await database.admin(`SELECT 1 FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relname = 'entry' AND i.indisunique AND pg_get_indexdef(i.indexrelid) LIKE '%(ledger, seq)'`)).toHaveLength(1)
  })
})

describe('a trial: referrals and what is owed, split by borough', () => {
  const SPLIT = ['referral', 'deadline'] as const
  let cast: { worker: Actor; supervisor: Actor }
  let before: unknown

  const pages = async () => {
    const [waiting, late] = [await queue(cast.worker, { borough: null, rag: null, who: null, late: false, concern: null, q: null, after: null }, BENCH_NOW), await board(cast.supervisor, { when: null, borough: null, band: null, mine: false, after: null }, BENCH_NOW)]
    return JSON.parse(JSON.stringify({ waiting, late })) as unknown
  }

  beforeAll(async () => {
    await buildLondon(database.urls.owner, 0.002, BOROUGH_CODES)
    cast = await castOf((sql, values) => database.admin<{ is: string }>(sql, values))
    before = await pages()
    await closeDb()
    for (const table of SPLIT) await splitByBorough(table)
  }, 120_000)

  it('the queue and the board are what they were, behind the same walls', async () => {
    expect(await pages()).toEqual(before)
    // The parts have the rows, and the walls of the whole stand over them: nobody is asked about another borough's.
    expect(await database.admin(`SELECT 1 FROM referral r JOIN pg_class c ON c.oid = r.tableoid WHERE c.relname <> 'referral_of_' || r.borough`)).toEqual([])
    const elsewhere = await readAs(cast.worker, (tx) => tx.$queryRaw<{ many: number }[]>`SELECT count(*)::int AS many FROM referral WHERE borough = 'camden'`)
    expect(elsewhere).toEqual([{ many: 0 }])
    expect((await database.admin<{ many: number }>(`SELECT count(*)::int AS many FROM referral_of_camden`))[0]?.many).toBeGreaterThan(0)
  })
})

/** The table in as many parts as there are boroughs, with its policies, its rights and its indexes; the borough joins what was unique. */
async function splitByBorough(table: string): Promise<void> {
  const rows = async <Row extends Record<string, string>>(sql: string) => database.admin<Row>(sql, [table])
  const indexes = await rows<{ def: string; unique: string }>(`SELECT pg_get_indexdef(i.indexrelid) AS def, i.indisunique::text AS unique FROM pg_index i WHERE i.indrelid = $1::regclass`)
  const policies = await rows<{ name: string; cmd: string; roles: string; using: string; check: string }>(`
    SELECT policyname AS name, cmd, array_to_string(roles, ', ') AS roles, coalesce(qual, '') AS using, coalesce(with_check, '') AS check FROM pg_policies WHERE tablename = $1`)
  const grants = await rows<{ def: string }>(`SELECT format('GRANT %s (%I) ON %I TO %I', privilege_type, column_name, table_name, grantee) AS def FROM information_schema.column_privileges WHERE table_name = $1 AND grantee LIKE 'holdfast%'`)
  await database.admin(`ALTER TABLE ${table} RENAME TO ${table}_whole`)
  await database.admin(`CREATE TABLE ${table} (LIKE ${table}_whole INCLUDING DEFAULTS) PARTITION BY LIST (borough)`)
  await database.admin(`ALTER TABLE ${table} OWNER TO holdfast_owner`)
  for (const borough of BOROUGH_CODES) await database.admin(`CREATE TABLE "${table}_of_${borough}" PARTITION OF ${table} FOR VALUES IN ('${borough}')`)
  await database.admin(`INSERT INTO ${table} SELECT * FROM ${table}_whole`)
  for (const [place, { def, unique }] of indexes.entries()) {
    const moved = def.replace(/^CREATE (UNIQUE )?INDEX \S+ ON public\.\S+/, `CREATE $1INDEX ${table}_split_${place} ON ${table}`)
    await database.admin(unique === 'true' ? moved.replace(/\(([^()]+)\)/, '($1, borough)') : moved)
  }
  await database.admin(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`)
  await database.admin(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`)
  for (const { name, cmd, roles, using, check } of policies) {
    await database.admin(`CREATE POLICY "${name}" ON ${table} FOR ${cmd} TO ${roles}${using === '' ? '' : ` USING (${using})`}${check === '' ? '' : ` WITH CHECK (${check})`}`)
  }
  for (const { def } of grants) await database.admin(def)
  await database.admin(`ANALYZE ${table}`)
}
