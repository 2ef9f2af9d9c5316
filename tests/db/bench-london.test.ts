import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { buildLondon, type London } from '../bench/london'
import { useDatabase } from '../support/database'

/** What the benchmark measures is London only if the rows made in bulk are those that the product would have made, in the shape that London has. */
const database = useDatabase()
let london: London
let owner: pg.Client

beforeAll(async () => {
  london = await buildLondon(database.urls.owner, 0.01, BOROUGH_CODES)
  owner = new pg.Client({ connectionString: database.urls.owner })
  await owner.connect()
}, 180_000)
afterAll(() => owner.end())

const one = async <Row extends pg.QueryResultRow>(sql: string): Promise<Row> => (await owner.query<Row>(sql)).rows[0] as Row

/** Rows of the first that are not in the second, and the other way round. */
const differences = (table: string, columns: string): Promise<{ many: number }> => one<{ many: number }>(`SELECT count(*)::int AS many FROM (
  (SELECT ${columns} FROM made_${table} EXCEPT ALL SELECT ${columns} FROM ${table}) UNION ALL (SELECT ${columns} FROM ${table} EXCEPT ALL SELECT ${columns} FROM made_${table})) AS other`)

test('what is found of names is what the product keeps of them', async () => {
  // Of every eighth person: the product makes them one by one, which takes a millisecond each.
  await owner.query(`CREATE TEMP TABLE made_person_search AS SELECT * FROM person_search; SELECT refresh_person_search(ARRAY(SELECT id FROM person WHERE ('x' || right(reference, 8))::bit(32)::int % 8 = 3 OR given_name LIKE 'M%' AND family_name LIKE '% %'))`)
  expect(await one('SELECT count(*)::int > 5000 AS enough FROM person_search')).toEqual({ enough: true })
  expect(await differences('person_search', 'person_id, name, alias, keys, born_on')).toEqual({ many: 0 })
  await owner.query(`CREATE TEMP TABLE made_name_word AS SELECT w AS word, word_keys(w) AS keys FROM (SELECT DISTINCT w FROM person_search, regexp_split_to_table(name, ' ') AS w WHERE length(w) > 1 OFFSET 0) AS words`)
  expect(await differences('name_word', 'word, keys')).toEqual({ many: 0 })
})

test('categories, work and counted facts are what the database writes by itself from the same entries', async () => {
  const counted = `('missing-reported', 'episode-classified', 'act-refused', 'child-returned', 'cse-category-set', 'meeting-held', 'category-countersigned', 'crime-recorded', 'suspect-action', 'intervention-recorded', 'listed-for-meeting')`
  await owner.query(`CREATE TEMP TABLE made_cse_category AS SELECT * FROM cse_category; CREATE TEMP TABLE made_exploitation_work AS SELECT * FROM exploitation_work; CREATE TEMP TABLE made_figure_fact AS SELECT * FROM figure_fact;
    CREATE TEMP TABLE again AS SELECT * FROM entry_subject WHERE kind IN ${counted};
    ALTER TABLE entry_subject DISABLE TRIGGER entry_subject_append_only; ALTER TABLE cse_category DISABLE TRIGGER USER; ALTER TABLE exploitation_work DISABLE TRIGGER USER; ALTER TABLE figure_fact DISABLE TRIGGER USER;
    DELETE FROM figure_fact; DELETE FROM exploitation_work; DELETE FROM cse_category; DELETE FROM entry_subject WHERE kind IN ${counted};
    ALTER TABLE entry_subject ENABLE TRIGGER USER; ALTER TABLE cse_category ENABLE TRIGGER USER; ALTER TABLE exploitation_work ENABLE TRIGGER USER; ALTER TABLE figure_fact ENABLE TRIGGER USER;
    INSERT INTO entry_subject SELECT * FROM again ORDER BY occurred_at, entry_id`)
  expect(await one('SELECT (SELECT count(*)::int > 3000 FROM figure_fact) AS facts, (SELECT count(*)::int > 100 FROM cse_category) AS categories, (SELECT count(*)::int > 100 FROM exploitation_work) AS work')).toEqual({ facts: true, categories: true, work: true })
  expect(await differences('cse_category', 'entry_id, person_id, borough, category, minimum, set_at, set_by, superseded_at')).toEqual({ many: 0 })
  expect(await differences('exploitation_work', 'entry_id, person_id, borough, what, kind, suspect_ids, at, category')).toEqual({ many: 0 })
  expect(await differences('figure_fact', 'entry_id, person_id, kind, borough, word, at, recorded_at')).toEqual({ many: 0 })
})

test('no time away stands in a class that the table of classes closes', async () => {
  // The wall itself, asked about every row: it raises what it refuses.
  await owner.query(`CREATE TRIGGER asked_again AFTER UPDATE ON episode FOR EACH ROW EXECUTE FUNCTION episode_class_wall(); ALTER TABLE episode DISABLE TRIGGER episode_never_edited`)
  await owner.query(`UPDATE episode SET class = class WHERE class = 'absent'`)
  expect(await one(`SELECT count(*)::int > 20 AS enough FROM episode WHERE class = 'absent'`)).toEqual({ enough: true })
})

test('it has the size and the skew that it says', async () => {
  expect(london.people).toBe(5001)
  // A hundredth of 1.3 million notifications and of a million and a quarter duties; what is open stands beside them whatever the size.
  expect(london.notifications / 13_000).toBeCloseTo(1, 0)
  const { closed } = await one<{ closed: number }>('SELECT count(*)::int AS closed FROM deadline WHERE met_at IS NOT NULL OR ended_at IS NOT NULL OR superseded_at IS NOT NULL')
  expect(closed).toBeGreaterThan(11_000)
  expect(closed).toBeLessThan(17_000)
  // Most children came to notice a few times or never, a few very often.
  const repeat = await one<{ top: number; most: number }>(`WITH c AS (SELECT s.person_id, count(*)::int AS n FROM entry_subject s WHERE s.kind IN ('pac-submitted', 'contact-received', 'referral-made') GROUP BY 1), r AS (SELECT n, row_number() OVER (ORDER BY n DESC) AS place FROM c)
    SELECT (sum(n) FILTER (WHERE place <= 333)::float8 / sum(n)) AS top, max(n)::int AS most FROM r`)
  expect(repeat.top).toBeGreaterThan(0.45)
  expect(repeat.most).toBeGreaterThan(50)
  const boroughs = (await owner.query<{ borough: string; n: number }>(`SELECT borough, count(*)::int AS n FROM referral WHERE decided_at IS NOT NULL GROUP BY 1 ORDER BY 2 DESC`)).rows
  expect(boroughs.slice(0, 12).map((row) => row.borough)).toContain('croydon')
  expect((boroughs[0]?.n ?? 0) / (boroughs[Math.floor(boroughs.length / 2)]?.n ?? 1)).toBeGreaterThan(1.4)
  expect(await one(`SELECT count(*)::int BETWEEN 36 AND 44 AS enough FROM referral WHERE borough = 'bromley' AND decided_at IS NULL`)).toEqual({ enough: true })
})

test('the same size makes the same London', async () => {
  const { digest } = await one<{ digest: string }>(`SELECT md5(string_agg(x, '' ORDER BY x)) AS digest FROM (SELECT id::text || given_name || family_name || coalesce(born_on::text, '') AS x FROM person UNION ALL SELECT id::text || borough || received_at::text FROM referral) AS all_of_it`)
  expect(digest).toBe('968532261a689481aa719a165e04eacf')
})
