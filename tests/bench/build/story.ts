/**
 * What happened in London, told once in plain rows, from which every table is then written: households, people, what came in about them, times
 * away, exploitation, meetings. How much happens to one household does not depend on how many households there are: a larger London has more of
 * them, not busier ones. `$now$` is the moment it is told at.
 */
export const STORY = (households: number, openPerBorough: number): readonly string[] => [
  `CREATE UNLOGGED TABLE bench.home AS
    SELECT h, s.borough, o.borough AS other, s.worker, s.officer, CASE WHEN bench.luck(h, 3, 4) = 0 THEN t.name ELSE f.name END || CASE WHEN h % 12 = 0 THEN ' ' || g.name ELSE '' END AS family,
      CASE WHEN l.n < 350 THEN 0 WHEN l.n < 550 THEN 2 WHEN l.n < 700 THEN 6 WHEN l.n < 820 THEN 9 WHEN l.n < 900 THEN 15 WHEN l.n < 960 THEN 25 WHEN l.n < 990 THEN 45 WHEN l.n < 998 THEN 90 ELSE 230 END AS notices,
      CASE WHEN a.n < 850 THEN 0 WHEN a.n < 930 THEN 1 WHEN a.n < 965 THEN 4 WHEN a.n < 985 THEN 10 WHEN a.n < 995 THEN 20 WHEN a.n < 999 THEN 50 ELSE 120 END AS times_away,
      bench.luck(h, 51, 1000) < 48 AS exploited, row_number() OVER (PARTITION BY s.borough ORDER BY hashint8extended(h, 9), h) AS place, count(*) OVER (PARTITION BY s.borough) AS of_borough
    FROM generate_series(1, ${households}::bigint) AS h
    JOIN bench.slot s ON s.slot = bench.luck(h, 1, 1000) JOIN bench.slot o ON o.slot = bench.luck(h, 2, 1000)
    JOIN bench.tail t ON t.slot = bench.luck(h, 600, 28800) JOIN bench.family f ON f.slot = bench.luck(h, 4, 1024) JOIN bench.family g ON g.slot = bench.luck(h, 5, 1024)
    CROSS JOIN LATERAL (SELECT bench.luck(h, 6, 1000) AS n) l CROSS JOIN LATERAL (SELECT bench.luck(h, 7, 1000) AS n) a`,
  // Of each household an adult (0), an older child (1) and a younger one (2): person 3h - 2 + part.
  `CREATE UNLOGGED TABLE bench.person AS
    SELECT i, bench.id_of('person', i) AS id, h.h, part, h.borough, h.exploited,
      CASE WHEN bench.luck(i, 62, 9) = 0 THEN t.name ELSE g.name END AS given,
      CASE WHEN part > 0 OR bench.luck(i, 63, 10) < 7 THEN h.family ELSE f.name END AS family,
      CASE part WHEN 1 THEN $now$::date - (3650 + bench.luck(i, 64, 4400)) WHEN 2 THEN $now$::date - bench.luck(i, 64, 5500)
        ELSE CASE WHEN bench.luck(i, 65, 9) > 0 THEN $now$::date - (8400 + bench.luck(i, 64, 14000)) END END AS born
    FROM bench.home h CROSS JOIN generate_series(0, 2) AS part CROSS JOIN LATERAL (SELECT 3 * h.h - 2 + part AS i) x
    JOIN bench.tail t ON t.slot = bench.luck(x.i, 610, 28800) JOIN bench.given g ON g.slot = bench.luck(x.i, 60, 1024) JOIN bench.family f ON f.slot = bench.luck(x.i, 61, 1024)`,
  `CREATE UNLOGGED TABLE bench.other_name AS SELECT i, id, born, a.name || ' ' || b.name AS name FROM bench.person JOIN bench.tail a ON a.slot = bench.luck(i, 620, 28800) JOIN bench.tail b ON b.slot = bench.luck(i, 630, 28800) WHERE i % 12 = 0`,
  // Where each lives, and one household in six lived before. Drawn first and named after: named in one step, the streets would be walked for every person.
  `CREATE UNLOGGED TABLE bench.lived AS SELECT i, id, borough, h AS house, '' AS was, bench.luck(h / 40, 650, 28800) AS street FROM bench.person
    UNION ALL SELECT i, id, borough, h + 7919, 'before', bench.luck((h + 7919) / 40, 650, 28800) FROM bench.person WHERE bench.luck(h, 642, 6) = 0`, 'ANALYZE bench.lived',
  // form: 0 a police notification without more, 1 a contact, 2 a referral, 3 a referral that becomes an enquiry. Everything closed is two weeks old at least.
  `CREATE UNLOGGED TABLE bench.notice AS
    WITH came AS (
      SELECT h.h * 256 + k AS n, h.h, k, 'closed' AS stage, CASE WHEN bench.luck(h.h * 256 + k, 12, 16) = 0 THEN h.other ELSE h.borough END AS borough, h.worker, h.officer,
        date_trunc('minute', $now$ - interval '15 days' - bench.luck(h.h * 256 + k, 13, 1811 * 1440) * interval '1 minute') AS at,
        CASE WHEN f.n < 800 THEN 0 WHEN f.n < 900 THEN 1 WHEN f.n < 955 THEN 2 ELSE 3 END AS form
      FROM bench.home h CROSS JOIN generate_series(1, h.notices) AS k CROSS JOIN LATERAL (SELECT bench.luck(h.h * 256 + k, 14, 1000) AS n) f
      UNION ALL
      -- What is open does not grow with the years: of each borough so many wait, so many have their discussion to come, so many are enquired into.
      SELECT -(h.h * 256 + o), h.h, o, s.stage, h.borough, h.worker, h.officer,
        date_trunc('minute', $now$ - (CASE s.stage WHEN 'enquiry' THEN 2 * 1440 ELSE 3 END + bench.luck(h.h * 256 + o, 15, 4 * 1440)) * interval '1 minute'),
        CASE WHEN s.stage <> 'waiting' THEN 3 WHEN bench.luck(h.h * 256 + o, 16, 3) = 0 THEN 1 ELSE 2 END
      FROM bench.weight w CROSS JOIN generate_series(1, ceil(least(w.weight, 2) * ${openPerBorough} * 7 / 4.0)::int) AS o
      JOIN bench.home h ON h.borough = w.borough AND h.place = 1 + (o - 1) % h.of_borough CROSS JOIN LATERAL (SELECT CASE WHEN o % 7 < 4 THEN 'waiting' WHEN o % 7 < 6 THEN 'strategy' ELSE 'enquiry' END AS stage) s)
    SELECT c.*, bench.id_of('referral', n) AS id, bench.id_of('person', 3 * h - 2 + child) AS child, bench.id_of('person', 3 * h - 2) AS parent, child AS part, decided,
      CASE WHEN form >= 2 AND stage <> 'waiting' THEN at + (decided - at) * 0.2 END AS claimed, held.moment AS held_at, bench.luck(n, 30, 100) < 94 AS quorate,
      CASE WHEN form = 3 AND stage <> 'strategy' THEN least(decided + bench.took(n, 23, 46), $now$ - interval '90 minutes') END AS allocated,
      CASE WHEN form = 3 AND stage = 'closed' THEN least(decided + bench.took(n, 24, 105), $now$ - interval '80 minutes') END AS seen,
      CASE WHEN form = 3 AND stage = 'closed' THEN least(held.moment + bench.took(n, 25, 650), $now$ - interval '70 minutes') END AS reviewed,
      form = 3 AND stage <> 'strategy' AND bench.luck(n, 27, 2) = 0 AS acted,
      CASE WHEN form = 3 AND stage = 'closed' THEN least(held.moment + bench.took(n, 26, 190), $now$ - interval '60 minutes') END AS done
    FROM came c CROSS JOIN LATERAL (SELECT CASE WHEN bench.luck(n, 11, 3) = 0 THEN 2 ELSE 1 END AS child,
        CASE WHEN form = 0 OR stage = 'waiting' THEN NULL WHEN stage = 'closed' THEN at + bench.took(n, 21, CASE form WHEN 1 THEN 24 ELSE 38 END) ELSE at + interval '2 minutes' END AS decided) x
      CROSS JOIN LATERAL (SELECT CASE WHEN form = 3 AND stage = 'closed' THEN greatest(decided, at + bench.took(n, 22, 60)) WHEN form = 3 AND stage = 'enquiry' THEN at + interval '20 hours' END AS moment) held`,
  // Of the older child; spread over the years, so that one time away ends before the next begins.
  `CREATE UNLOGGED TABLE bench.away AS
    WITH gone AS (
      SELECT h.h * 256 + k AS n, h.h, k, h.borough, h.officer, date_trunc('minute', $now$ - interval '25 days' - ((k - 0.2 - 0.6 * bench.luck(h.h * 256 + k, 41, 1000) / 1000.0) / h.times_away) * interval '1795 days') AS at,
        h.times_away <= 4 AND NOT h.exploited AND bench.luck(h.h * 256 + k, 45, 100) < 30 AS less, h.times_away
      FROM bench.home h CROSS JOIN generate_series(1, h.times_away) AS k)
    SELECT g.*, bench.id_of('episode', n) AS id, p.id AS child, bench.id_of('reported', n) AS entry, bench.id_of('returned', n) AS return_entry,
      CASE WHEN absent THEN 'absent' ELSE 'missing' END AS class, b.returned, s.seen, i.interviewed, greatest(s.seen, i.interviewed) + interval '1 hour' AS closed
    FROM gone g JOIN bench.person p ON p.h = g.h AND p.part = 1
    CROSS JOIN LATERAL (SELECT g.less AND p.born <= (g.at - interval '13 years 1 day')::date AS absent) c
    CROSS JOIN LATERAL (SELECT g.at + CASE WHEN c.absent THEN make_interval(mins => 60 + bench.luck(n, 42, 900)) WHEN bench.luck(n, 43, 100) < 92 THEN make_interval(mins => 60 + bench.luck(n, 42, 1380))
      ELSE make_interval(hours => 24 + bench.luck(n, 42, 60)) END AS returned) b
    CROSS JOIN LATERAL (SELECT b.returned + bench.took(n, 44, 10) AS seen) s CROSS JOIN LATERAL (SELECT CASE WHEN bench.luck(n, 46, 10) < 7 THEN b.returned + bench.took(n, 47, 72) END AS interviewed) i
    UNION ALL
    -- Forty are out tonight.
    SELECT -h.h * 256, h.h, 0, h.borough, h.officer, date_trunc('minute', $now$ - make_interval(mins => 30 + bench.luck(h.h, 48, 3000))), false, 0, bench.id_of('episode', -h.h * 256), p.id, bench.id_of('reported', -h.h * 256), NULL,
      'missing', NULL, NULL, NULL, NULL
    FROM (SELECT * FROM bench.home WHERE times_away = 0 ORDER BY hashint8extended(h, 49), h LIMIT 40) h JOIN bench.person p ON p.h = h.h AND p.part = 1`,
  `CREATE UNLOGGED TABLE bench.category AS
    SELECT h.h * 16 + k AS n, h.h, k, bench.id_of('category', h.h * 16 + k) AS entry, p.id AS child, h.borough, h.officer, CASE WHEN bench.luck(h.h * 16 + k, 52, 10) = 0 THEN 'london' ELSE h.borough END AS ledger,
      (ARRAY[1,1,2,2,2,3,3,0])[1 + bench.luck(h.h * 16 + k, 53, 8)] AS category, many,
      date_trunc('minute', $now$ - interval '40 days' - ((k - 0.1 - 0.6 * bench.luck(h.h * 16 + k, 54, 1000) / 1000.0) / many) * interval '1700 days') AS at
    FROM bench.home h JOIN bench.person p ON p.h = h.h AND p.part = 1 CROSS JOIN LATERAL (SELECT 1 + bench.luck(h.h, 55, 4) AS many) m CROSS JOIN generate_series(1, m.many) AS k WHERE h.exploited`,
  'CREATE INDEX ON bench.category (child, at)', 'ANALYZE bench.category',
  // The MASE of each borough and month; those set a category are heard at the next.
  `CREATE UNLOGGED TABLE bench.mase AS
    SELECT w.place * 1000 + m AS n, bench.id_of('mase', w.place * 1000 + m) AS id, w.borough, w.officer, to_char(first, 'YYYY-MM') AS month, first + interval '6 days 10 hours' AS at
    FROM bench.weight w CROSS JOIN generate_series(1, 60) AS m CROSS JOIN LATERAL (SELECT date_trunc('month', $now$) - make_interval(months => m) AS first) x`,
  `CREATE UNLOGGED TABLE bench.heard AS
    SELECT DISTINCT ON (m.id, c.child) c.n, m.id AS meeting, m.at, m.month, c.child, c.h, c.borough, c.officer, c.entry AS category, bench.id_of('item', c.n) AS item, bench.id_of('heard', c.n) AS entry, bench.id_of('listed', c.n) AS listed,
      CASE WHEN bench.luck(c.n, 56, 100) < 15 THEN 'absent' WHEN bench.luck(c.n, 56, 100) < 27 THEN 'no-research' ELSE 'contributed' END AS how
    FROM bench.category c JOIN bench.mase m ON m.borough = c.borough AND m.month = to_char(c.at + interval '1 month', 'YYYY-MM') ORDER BY m.id, c.child, c.n`,
  `CREATE UNLOGGED TABLE bench.work AS
    SELECT c.n * 8 + j AS n, bench.id_of('work', c.n * 8 + j) AS entry, c.child, c.borough, c.officer, c.at + make_interval(days => 1 + bench.luck(c.n * 8 + j, 57, 35)) AS at,
      (ARRAY['intervention','intervention','disruption','disruption','crime','crime','charge'])[1 + bench.luck(c.n * 8 + j, 58, 7)] AS what
    FROM bench.category c CROSS JOIN generate_series(1, 2) AS j WHERE c.category > 0`,
]

/** Every entry of the chronology: what the ledger, the payloads and the subjects are written from. */
const ENTRY_COLUMNS = 'id, ledger, kind, heading, occurred, recorded, by, agency, source, referral, subjects, body'
export const ENTRIES: readonly string[] = [
  `CREATE UNLOGGED TABLE bench.entry (id uuid, ledger text, kind text, heading text, occurred timestamptz, recorded timestamptz, by uuid, agency text, source text, referral uuid, subjects uuid[], body jsonb)`,
  `INSERT INTO bench.entry (${ENTRY_COLUMNS})
    SELECT bench.id_of('pac', n), borough, 'pac-submitted', 'Merlin checklist submitted', at, at + interval '20 minutes', officer, 'police', NULL, NULL::uuid, ARRAY[child], jsonb_build_object('complete', true, 'account', 'Came to notice of police: invented for measuring.')
    FROM bench.notice WHERE form = 0
    UNION ALL
    SELECT bench.id_of('came', n), borough, CASE form WHEN 1 THEN 'contact-received' ELSE 'referral-made' END, CASE form WHEN 1 THEN 'Contact from education' ELSE 'Referral from education to children''s social care' END, at, at + interval '5 minutes', worker, 'csc', 'education', id, ARRAY[child],
      jsonb_build_object('to', 'csc', 'from', 'school', 'channel', 'online', 'narrative', 'Invented for measuring.', 'new_incident', true) || CASE form WHEN 1 THEN '{}' ELSE jsonb_build_object('concern', bench.concern(n)) END
    FROM bench.notice WHERE form > 0
    UNION ALL
    SELECT bench.id_of('claimed', n), borough, 'referral-claimed', 'Claimed', claimed, claimed, worker, 'csc', NULL, id, ARRAY[child], '{"by": "Invented for measuring"}' FROM bench.notice WHERE claimed IS NOT NULL
    UNION ALL
    SELECT bench.id_of('decided', n), borough, 'referral-decided', CASE form WHEN 3 THEN 'Decided: Strategy discussion, section 47' ELSE 'Decided' END, decided, decided, worker, 'csc', NULL, id, ARRAY[child],
      jsonb_build_object('outcome', bench.outcome(n, form), 'reason', 'Invented for measuring.', 'by_role', 'mash-decision-maker', 'second_line', false) FROM bench.notice WHERE decided IS NOT NULL
    UNION ALL
    SELECT bench.id_of('told', n), borough, 'referrer-told', 'Outcome told to the referrer', decided + interval '2 hours', decided + interval '2 hours', worker, 'csc', NULL, id, ARRAY[child], '{"note": null}' FROM bench.notice WHERE form >= 2 AND stage = 'closed'`,
  `INSERT INTO bench.entry (${ENTRY_COLUMNS})
    SELECT bench.id_of('held', n), borough, 'strategy-discussion-held', 'Strategy discussion held', held_at, held_at + interval '40 minutes', worker, 'csc', NULL, id, ARRAY[child],
      jsonb_build_object('mode', 'meeting', 'quorate', quorate, 'missing', CASE WHEN quorate THEN '[]'::jsonb ELSE '["health"]' END, 'meeting_id', bench.id_of('discussion', n), 'plan_recorded', true, 'participants', '["social-worker", "police", "social-work-manager", "health"]'::jsonb)
    FROM bench.notice WHERE held_at IS NOT NULL
    UNION ALL
    SELECT bench.id_of('sent', n), borough, 'minutes-circulated', 'Record of the strategy discussion sent to those who took part', held_at + bench.took(n, 29, 40), held_at + bench.took(n, 29, 40), worker, 'csc', NULL, id, ARRAY[child],
      jsonb_build_object('of', bench.id_of('discussion', n), 'meeting_id', bench.id_of('discussion', n)) FROM bench.notice WHERE held_at IS NOT NULL AND stage = 'closed'
    UNION ALL
    SELECT bench.id_of('allocated', n), borough, 'case-allocated', 'Allocated to a named officer', allocated, allocated, worker, 'csc', NULL, id, ARRAY[child], '{"worker": "Invented for measuring", "team": "Child Abuse Investigation Team"}' FROM bench.notice WHERE allocated IS NOT NULL
    UNION ALL
    SELECT bench.id_of('seen', n), borough, 'child-seen', 'Child seen', seen, seen + interval '3 hours', officer, 'police', NULL, id, ARRAY[child], '{"by": "officers", "spoken_to": true}' FROM bench.notice WHERE seen IS NOT NULL
    UNION ALL
    SELECT bench.id_of('reviewed', n), borough, 'supervisor-review', 'Supervisor review', reviewed, reviewed, officer, 'police', NULL, id, ARRAY[child], '{}' FROM bench.notice WHERE reviewed IS NOT NULL
    UNION ALL
    SELECT bench.id_of('set', n), borough, 'action-set', 'Action agreed', held_at, held_at + interval '40 minutes', worker, 'csc', NULL, id, ARRAY[child],
      jsonb_build_object('action', 'Invented for measuring', 'action_id', bench.id_of('action', n), 'meeting_id', bench.id_of('discussion', n), 'due', to_char(held_at + interval '8 days', 'YYYY-MM-DD"T"HH24:MI:SS.000"Z"'), 'owner', 'Invented, Police') FROM bench.notice WHERE acted
    UNION ALL
    SELECT bench.id_of('done', n), borough, 'action-completed', 'Action done', done, done, worker, 'csc', NULL, NULL, ARRAY[child],
      jsonb_build_object('action', 'Invented for measuring', 'action_id', bench.id_of('action', n), 'evidence', 'Invented for measuring.') FROM bench.notice WHERE acted AND done IS NOT NULL`,
  `INSERT INTO bench.entry (${ENTRY_COLUMNS})
    SELECT entry, borough, 'missing-reported', 'Reported missing by parent, or somebody with parental responsibility', at, at, officer, 'police', NULL, NULL::uuid, ARRAY[child], jsonb_build_object('by', 'parent', 'said', 'Invented for measuring.', 'answers', '{}'::jsonb, 'episode_id', id) FROM bench.away
    UNION ALL
    SELECT bench.id_of('classed', n), borough, 'episode-classified', 'Classed ' || class, at + interval '1 minute', at + interval '1 minute', officer, 'police', NULL, NULL, ARRAY[child], jsonb_build_object('as', class, 'by', 'despatch supervisor', 'rank', 'sergeant', 'answers', '{}'::jsonb, 'episode_id', id, 'supervisor', true) FROM bench.away
    UNION ALL
    SELECT return_entry, borough, 'child-returned', 'Child back: found by police', returned, returned + interval '10 minutes', officer, 'police', NULL, NULL, ARRAY[child], jsonb_build_object('how', 'Found by police', 'where', 'Bus station', 'episode_id', id) FROM bench.away WHERE returned IS NOT NULL
    UNION ALL
    SELECT bench.id_of('refused', n), borough, 'act-refused', 'Refused: the class absent is closed for this child', at, at, officer, 'police', NULL, NULL, ARRAY[child],
      jsonb_build_object('act', 'record-call', 'rules', jsonb_build_array(bench.one_of(n, 401, ARRAY['absent-classification-under-13','absent-classification-cse-flag','absent-classification-known-risk'])), 'clauses', '["mis-u13"]'::jsonb) FROM bench.away WHERE class = 'missing' AND bench.luck(n, 400, 30) = 0`,
  `INSERT INTO bench.entry (${ENTRY_COLUMNS})
    SELECT entry, ledger, 'cse-category-set', 'Exploitation category set: category ' || category, at, at, officer, 'police', NULL, NULL::uuid, ARRAY[child], jsonb_build_object('category', category, 'minimum', least(category, 1), 'by', 'Invented', 'reason', 'Invented for measuring.') FROM bench.category
    UNION ALL
    SELECT entry, borough, CASE what WHEN 'crime' THEN 'crime-recorded' WHEN 'charge' THEN 'suspect-action' ELSE 'intervention-recorded' END, CASE what WHEN 'crime' THEN 'Crime recorded' WHEN 'charge' THEN 'Suspect charged' WHEN 'intervention' THEN 'Intervention' ELSE 'Disruption' END,
      at, at + interval '1 hour', officer, 'police', NULL, NULL, ARRAY[child],
      CASE what WHEN 'crime' THEN '{"exploitation": true, "victim": "child", "account": "Invented for measuring."}' WHEN 'charge' THEN '{"exploitation": true, "action": "charged"}' ELSE jsonb_build_object('exploitation', true, 'what', what, 'kind', 'safety-planning', 'result', 'Invented for measuring.') END FROM bench.work
    UNION ALL
    SELECT listed, borough, 'listed-for-meeting', 'Listed for the MASE meeting', at - interval '5 days', at - interval '5 days', officer, 'police', NULL, NULL, ARRAY[child], jsonb_build_object('meeting', 'MASE', 'meeting_id', meeting, 'item_id', item, 'item_kind', 'victim', 'month', month, 'why', 'Invented for measuring.', 'source', 'listed', 'about', 'child') FROM bench.heard
    UNION ALL
    SELECT entry, borough, 'meeting-held', 'MASE meeting held', at, at + interval '2 hours', officer, 'police', NULL, NULL, ARRAY[child], jsonb_build_object('meeting', 'MASE', 'meeting_id', meeting, 'month', month, 'mode', 'meeting', 'chair', 'Invented', 'chair_rank', 'inspector', 'chair_agency', 'police', 'research_done', how = 'contributed',
      'absent', CASE how WHEN 'absent' THEN '["health"]'::jsonb ELSE '[]' END, 'research_missing', CASE how WHEN 'no-research' THEN '["education"]'::jsonb ELSE '[]' END, 'present', '[]'::jsonb, 'strategy_held', true) FROM bench.heard`,
]
