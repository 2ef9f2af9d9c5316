import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packNamed } from '@/lib/policy/packs'
import { tableRows, type Row } from '@/lib/policy/missing/table'
import { useDatabase } from '../support/database'

/**
 * The published classification table against the database alone: each of its rows written by hand, in SQL, with no act and no screen between.
 * What the table closes the database refuses; what the table leaves open it takes.
 */
const database = useDatabase()
const REPORTED = '2016-05-16T08:00:00Z'
const NOBODY = '00000000-0000-4000-8000-00000000000a'
const app: { client?: pg.Client } = {}
beforeAll(async () => { app.client = new pg.Client({ connectionString: database.urls.admin }); await app.client.connect() })
afterAll(() => app.client?.end())

const YEARS: Readonly<Record<Row['age'], number | null>> = { 'under-13': 12, '13-to-17': 13, 'not-known': null }
/** When the flag was added and removed. */
const FLAG: Readonly<Record<Row['flag'], readonly [string, string | null] | null>> = {
  never: null, flagged: ['2016-01-01', null], 'removed-within-24-months': ['2014-01-01', '2014-05-17'], 'removed-before': ['2013-01-01', '2014-05-15'],
}
/** The question whose yes tells of the risk; plan, health and an open concern are on record and no answer. */
const ASKED: Readonly<Partial<Record<Row['risk'], string>>> = {
  suicide: 'suicide_attempt', substance: 'substance', harm: 'harm', 'unsafe-adult': 'unsafe_adult', trafficking: 'trafficking', 'to-others': 'risk_to_others', 'out-of-character': 'out_of_character',
}

async function take(row: Row, pack: string, episode: { reason: boolean; class: 'absent' | 'missing'; grade: string | null }): Promise<string | null> {
  const client = app.client
  if (client === undefined) throw new Error('not connected')
  const person = '00000000-0000-4000-8000-00000000000b'
  const away = (reference: string, at: string, returned: string | null, more = `'{}', 'missing', '${at}', NULL, NULL, false, NULL`): string =>
    `INSERT INTO episode (id, reference, person_id, borough, pack, reported_at, entry_id, recorded_at, recorded_by, caller_kind, returned_at, answers, class, classed_at, absent_from, absent_until, ex_flag_reason, grade)
     VALUES (gen_random_uuid(), '${reference}', '${person}', 'bromley', '${pack}', '${at}', gen_random_uuid(), '${at}', '${NOBODY}', 'parent', ${returned === null ? 'NULL' : `'${returned}'`}, ${more})`
  await client.query('BEGIN')
  try {
    await client.query(`INSERT INTO person (id, reference, age_stated, age_stated_on, plan_category, health, created_at) VALUES ($1, 'P-WALL-0001', $2, $3, $4, $5, '2016-01-01')`,
      [person, YEARS[row.age], YEARS[row.age] === null ? null : '2016-05-01', row.risk === 'plan' ? 'neglect' : null, row.risk === 'health' ? ['asthma'] : []])
    const flag = FLAG[row.flag]
    if (flag !== null) await client.query(`INSERT INTO flag (id, person_id, code, added_at, added_by, removed_at) VALUES (gen_random_uuid(), $1, 'cse-risk', $2, $3, $4)`, [person, flag[0], NOBODY, flag[1]])
    if (row.repeat === 'yes') for (const day of ['01', '08']) await client.query(away(`E-WALL-00${day}`, `2016-05-${day}T08:00:00Z`, `2016-05-${day}T10:00:00Z`))
    if (row.risk === 'concern') {
      await client.query(`INSERT INTO referral (id, reference, form, borough, channel, from_agency, from_words, to_agency, concern, narrative, urgency, received_at, recorded_at, recorded_by, as_sent)
        VALUES ($1, 'R-WALL-0001', 'referral', 'bromley', 'telephone', 'education', 'school', 'csc', 'neglect', 'Hungry.', 'normal', '2016-05-10', '2016-05-10', $1, '{}')`, [NOBODY])
      await client.query(`INSERT INTO referral_person (referral_id, person_id, role) VALUES ($1, $2, 'child')`, [NOBODY, person])
    }
    const answers = { ...(row.answer === 'not-known' ? {} : { cse_risk: row.answer === 'yes' }), ...(ASKED[row.risk] === undefined ? {} : { [ASKED[row.risk] ?? '']: true }) }
    const absent = episode.class === 'absent'
    await client.query(away('E-WALL-0099', REPORTED, null,
      `'${JSON.stringify(answers)}', '${episode.class}', '${REPORTED}', ${absent ? `'${REPORTED}', '${REPORTED}'::timestamptz + interval '24 hours'` : 'NULL, NULL'}, ${episode.reason}, ${episode.grade === null ? 'NULL' : `'${episode.grade}'`}`))
    await client.query('SET CONSTRAINTS ALL IMMEDIATE')
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    await client.query('ROLLBACK')
  }
}

const named = (row: Row): string => `${row.age}, ${row.flag}, ${row.risk}, repeat ${row.repeat}, says ${row.answer}`

describe.each(['mps-2016', 'app-2017'] as const)('every row of the table of %s', (pack) => {
  it('is refused by the database where the table closes absent, on one of its clauses, and taken where it is open', async () => {
    const wrong: string[] = []
    for (const row of tableRows(packNamed(pack))) {
      const refusal = await take(row, pack, { reason: false, class: 'absent', grade: null })
      const clauses = row.absent.by.map((one) => one.clause)
      const right = row.absent.state === 'open' ? refusal === null : refusal !== null && clauses.some((clause) => refusal.includes(`|${clause}|`))
      if (!right) wrong.push(`${named(row)}: ${row.absent.state} by ${clauses.join(', ') || 'nothing'}, the database says ${refusal ?? 'nothing'}`)
      if (row.absent.state === 'needs-reason' && await take(row, pack, { reason: true, class: 'absent', grade: null }) !== null) wrong.push(`${named(row)}: a reason opens it and the database refuses`)
    }
    expect(wrong).toEqual([])
  }, 120_000)

  it('takes missing at medium, and no grade below', async () => {
    for (const row of tableRows(packNamed(pack)).filter((_, index) => index % 37 === 0)) {
      expect([named(row), await take(row, pack, { reason: false, class: 'missing', grade: 'medium' })]).toEqual([named(row), null])
      expect(await take(row, pack, { reason: false, class: 'missing', grade: 'low' })).toContain('|mis-no-low|')
    }
  }, 60_000)
})
