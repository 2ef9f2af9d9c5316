import pg from 'pg'

/**
 * London in bulk, for measuring reads: the same rows from the same size, written by SQL as the owner of the tables. ×1 is
 * five years of it. What is open does not grow with the years, what is closed does; so `size` scales the history alone.
 */
export interface London {
  readonly people: number
  readonly referrals: number
  readonly deadlines: number
  readonly entries: number
  readonly seconds: number
}

const AT_ONE = { people: 500_000, closed: 250_000 }
const OPEN_PER_BOROUGH = 40
const BATCH = 20_000

/** The demonstration's moment for the benchmark: rows lie before it. */
export const BENCH_NOW = new Date('2026-03-02T09:00:00Z')

export async function buildLondon(ownerUrl: string, size: number, boroughs: readonly string[]): Promise<London> {
  const began = performance.now()
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(HELPERS)
    const people = Math.max(2000, Math.round(AT_ONE.people * size))
    const open = OPEN_PER_BOROUGH * boroughs.length
    const referrals = Math.round(AT_ONE.closed * size) + open
    await inBatches(people, (from, to) => client.query(PEOPLE, [from, to, boroughs, BENCH_NOW]))
    await client.query(ADDRESSES, [people])
    await client.query(FLAGS, [people, BENCH_NOW])
    await inBatches(referrals, async (from, to) => {
      await client.query(REFERRALS, [from, to, boroughs, BENCH_NOW, open, people])
      await client.query(ENTRIES, [from, to])
      for (const [alert, basis, rule, owed, hours] of CLOCKS) await client.query(DEADLINES, [from, to, BENCH_NOW, open, alert, basis, rule, owed, hours, EXPLANATION])
    })
    await client.query(`INSERT INTO ledger_head (ledger, seq, hash) SELECT ledger, max(seq), repeat('0', 64) FROM entry GROUP BY ledger`)
    // As autovacuum leaves a table that stands: without it, whether it had already passed by would decide the plans.
    await client.query('VACUUM ANALYZE')
    const counted = await client.query<{ deadlines: number; entries: number }>('SELECT (SELECT count(*)::int FROM deadline) AS deadlines, (SELECT count(*)::int FROM entry) AS entries')
    return { people, referrals, deadlines: counted.rows[0]?.deadlines ?? 0, entries: counted.rows[0]?.entries ?? 0, seconds: Math.round((performance.now() - began) / 100) / 10 }
  } finally {
    await client.end()
  }
}

async function inBatches(all: number, write: (from: number, to: number) => Promise<unknown>): Promise<void> {
  for (let from = 1; from <= all; from += BATCH) await write(from, Math.min(all, from + BATCH - 1))
}

/** Chance that follows from a number and a word, so that every run builds the same London. */
const HELPERS = `
  CREATE FUNCTION pg_temp.luck(i bigint, what text, n int) RETURNS int LANGUAGE sql IMMUTABLE AS
    $$ SELECT ((('x' || substr(md5(i::text || what), 1, 8))::bit(32)::bigint) % n)::int $$;
  CREATE FUNCTION pg_temp.id_of(i bigint, what text) RETURNS uuid LANGUAGE sql IMMUTABLE AS
    $$ SELECT overlay(overlay(md5(what || i::text) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid $$;
  CREATE FUNCTION pg_temp.name_of(i bigint, what text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT (ARRAY['Brack','Thistle','Lantern','Marrow','Quill','Fennel','Osier','Wherry','Saltern','Tansy','Copper','Hollow','Ember','Linden','Merrow','Nettle'])[1 + pg_temp.luck(i, what, 16)]
      || (ARRAY['water','wick','dale','feather','mere','stone','combe','garth','shaw','lock','moor','strand','bourne','fold','heath','croft'])[1 + pg_temp.luck(i, what || '2', 16)] $$`

const PEOPLE = `
  WITH p AS (SELECT i, pg_temp.id_of(i, 'person') AS id, $3::text[] AS b FROM generate_series($1::int, $2::int) AS i),
  made AS (
    INSERT INTO person (id, reference, given_name, family_name, born_on, age_disputed, unborn, home_borough, health, restricted, created_at)
    SELECT id, 'P-' || upper(lpad(to_hex(i), 8, '0')), initcap(pg_temp.name_of(i, 'given')), initcap(pg_temp.name_of(i, 'family')),
      CASE WHEN i % 5 = 0 THEN date '1985-01-01' + pg_temp.luck(i, 'born', 5000) ELSE date '2010-01-01' + pg_temp.luck(i, 'born', 5500) END,
      false, false, b[1 + i % cardinality(b)], '{}', i % 997 = 0, $4::timestamptz - interval '5 years' FROM p RETURNING id, home_borough, created_at)
  INSERT INTO person_reach (person_id, borough, why, since) SELECT id, home_borough, 'referred', created_at FROM made`

const ADDRESSES = `
  INSERT INTO person_address (id, person_id, line, postcode, borough, since, created_at)
  SELECT pg_temp.id_of(i, 'address'), pg_temp.id_of(i, 'person'), 1 + pg_temp.luck(i, 'house', 140) || ' ' || pg_temp.name_of(i / 3, 'street') || ' Road',
    'ZZ' || 10 + pg_temp.luck(i / 3, 'code', 30) || ' ' || 1 + pg_temp.luck(i / 3, 'unit', 9) || 'AA', p.home_borough, p.created_at, p.created_at
  FROM generate_series(1, $1::int) AS i JOIN person p ON p.id = pg_temp.id_of(i, 'person')`

/** The first `open` are open; the others were decided at some moment of the five years. */
const REFERRALS = `
  WITH r AS (
    SELECT i, pg_temp.id_of(i, 'referral') AS id, ($3::text[])[1 + i % cardinality($3::text[])] AS borough,
      CASE WHEN i <= $5::int THEN $4::timestamptz - make_interval(mins => 3 + pg_temp.luck(i, 'ago', 6 * 1440))
        ELSE $4::timestamptz - make_interval(mins => 20000 + pg_temp.luck(i, 'ago', 5 * 365 * 1440)) END AS received,
      i > $5::int AS closed FROM generate_series($1::int, $2::int) AS i),
  made AS (
    INSERT INTO referral (id, reference, form, borough, channel, from_agency, from_words, to_agency, concern, other_concerns, indicators, narrative, rag,
      received_at, recorded_at, recorded_by, as_sent, claimed_by, claimed_at, outcome, outcome_reason, decided_at, decided_by)
    SELECT id, 'R-' || upper(lpad(to_hex(i), 8, '0')), 'referral', borough, 'online', 'education', 'school', 'csc', 'neglect', '{}', '{}', 'Invented for measuring.',
      (ARRAY['red','amber','amber','green'])[1 + pg_temp.luck(i, 'rag', 4)], received, received, pg_temp.id_of(1, 'account'), '{}',
      CASE WHEN closed THEN pg_temp.id_of(1, 'account') END, CASE WHEN closed THEN received + interval '1 hour' END,
      CASE WHEN closed THEN 's17' END, CASE WHEN closed THEN 'Invented' END, CASE WHEN closed THEN received + interval '6 hours' END, CASE WHEN closed THEN pg_temp.id_of(1, 'account') END
    FROM r RETURNING id),
  named AS (
    SELECT r.id, r.borough, r.received, pg_temp.id_of(1 + (r.i::bigint * 7919) % $6::int, 'person') AS child,
      pg_temp.id_of(1 + (r.i::bigint * 104729 + 1) % $6::int, 'person') AS parent FROM r),
  -- As taking a referral does: from then on the borough knows them, and they are tied to each other.
  known AS (
    INSERT INTO person_reach (person_id, borough, why, since)
    SELECT who, borough, 'referred', min(received) FROM (SELECT child AS who, borough, received FROM named UNION ALL SELECT parent, borough, received FROM named) AS of_them
    GROUP BY 1, 2 ON CONFLICT DO NOTHING RETURNING 1),
  tied AS (
    INSERT INTO relationship (id, person_id, other_id, kind, since)
    SELECT gen_random_uuid(), parent, child, 'mother', min(received) FROM named WHERE parent <> child GROUP BY parent, child ON CONFLICT DO NOTHING RETURNING 1)
  INSERT INTO referral_person (referral_id, person_id, role)
  SELECT id, child, 'child' FROM named UNION SELECT id, parent, 'parent' FROM named`

/** A flag on one person in seven. */
const FLAGS = `
  INSERT INTO flag (id, person_id, code, reason, added_at, added_by)
  SELECT pg_temp.id_of(i, 'flag'), pg_temp.id_of(i, 'person'), (ARRAY['cse-risk','missing-history','violence'])[1 + i % 3], 'Invented for measuring.', $2::timestamptz - interval '1 year', pg_temp.id_of(1, 'account')
  FROM generate_series(7, $1::int, 7) AS i`

/** Four entries for each referral that was decided, one for each that waits. The chain is not made: nothing here is verified, and reads do not ask it. */
const ENTRIES = `
  WITH e AS (
    SELECT r.borough, r.id AS referral, r.received_at + make_interval(hours => n) AS at, pg_temp.id_of(i * 10 + n, 'entry') AS id, i * 10 + n AS seq,
      (ARRAY['referral-made','referral-claimed','referral-acknowledged','referral-decided'])[n] AS kind,
      (SELECT person_id FROM referral_person WHERE referral_id = r.id AND role = 'child' LIMIT 1) AS child
    FROM generate_series($1::bigint, $2::bigint) AS i JOIN referral r ON r.id = pg_temp.id_of(i, 'referral') CROSS JOIN generate_series(1, 4) AS n
    WHERE n = 1 OR r.decided_at IS NOT NULL),
  made AS (
    INSERT INTO entry (id, ledger, seq, kind, heading, occurred_at, recorded_at, recorded_by, agency, referral_id, subject_ids, payload_digest, prev_hash, hash)
    SELECT id, borough, seq, kind, 'Invented for measuring', at, at, pg_temp.id_of(1, 'account'), 'csc', referral, ARRAY[child], '', '', '' FROM e RETURNING 1),
  said AS (
    INSERT INTO entry_payload (entry_id, salt, body) SELECT id, 'x', CASE WHEN kind = 'referral-made' THEN '{"concern":"neglect","from":"school","to":"csc"}'::jsonb WHEN kind = 'referral-decided' THEN '{"outcome":"s17"}' ELSE '{}' END FROM e RETURNING 1)
  INSERT INTO entry_subject (entry_id, person_id, occurred_at, kind, agency) SELECT id, child, at, kind, 'csc' FROM e`

const CLOCKS = [
  ['mash-assessment-overdue', null, 'mash/assessment', 'mash', 34], ['referral-decision-overdue', null, 'referral/decision', 'mash', 39],
  ['allocation-overdue', null, 'allocation/named-worker', 'mash', 39], ['strategy-discussion-overdue', 'force-24h', 'strategy-discussion/force-24h', 'police', 24],
  ['strategy-discussion-overdue', 'standard', 'strategy-discussion/standard', 'csc', 87],
] as const

const DEADLINES = `
  INSERT INTO deadline (id, key, rule, alert, basis, form, child_id, borough, referral_id, owed_by, started_by, starts_at, due_at, day_end, pack, pack_version, clause,
    explanation, created_at, met_at, met_by, met_recorded_at, escalation_level)
  SELECT pg_temp.id_of(i, 'deadline' || $7::text), $7::text || ':' || i, $7::text, $5::text, $6::text, 'clock', rp.person_id, r.borough, r.id, $8::text, pg_temp.id_of(i * 10 + 1, 'entry'),
    r.received_at, r.received_at + make_interval(hours => $9::int), $9::int <> 24, 'mps-2016', '1', 'sd-default', $10::jsonb, r.received_at,
    CASE WHEN i > $4::int THEN r.received_at + make_interval(hours => pg_temp.luck(i, 'met', ($9::int * 1.3)::int)) END,
    CASE WHEN i > $4::int THEN pg_temp.id_of(i * 10 + 4, 'entry') END, CASE WHEN i > $4::int THEN r.received_at + interval '6 hours' END, 0
  FROM generate_series($1::bigint, $2::bigint) AS i JOIN referral r ON r.id = pg_temp.id_of(i, 'referral')
  JOIN referral_person rp ON rp.referral_id = r.id AND rp.role = 'child' WHERE $3::timestamptz IS NOT NULL`

const EXPLANATION = JSON.stringify({
  title: 'Invented for measuring', plain: 'Invented for measuring.', meets: 'Invented.', because: ['the concern is neglect'], days: [], startedByKind: 'referral-made', parameter: null,
  duration: '3 working days', clause: { id: 'sd-default', title: '', text: '', source: '', edition: '', certainty: 'A' }, parameterCertainty: 'A', packTitle: 'London',
})
