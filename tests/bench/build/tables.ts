/** Every table that is written from the story, with the statements that write it: each list runs on one connection, the lists beside each other. */
export const TABLES: readonly (readonly [string, readonly string[]])[] = [
  ['entry', [`
    INSERT INTO entry (id, ledger, seq, kind, heading, occurred_at, recorded_at, recorded_by, agency, source, referral_id, subject_ids, payload_digest, prev_hash, hash)
    SELECT id, ledger, row_number() OVER (PARTITION BY ledger ORDER BY recorded, id), kind, heading, occurred, recorded, by, agency, source, referral, subjects, '', '', '' FROM bench.entry`]],
  ['deadline', [`
    INSERT INTO deadline (id, key, rule, alert, basis, form, task, child_id, borough, referral_id, item_id, owed_by, started_by, starts_at, due_at, day_end, pack, pack_version, clause, explanation,
      created_at, met_at, met_by, met_recorded_at, ended_at, ended_by, ended_why, ended_recorded_at, escalation_level)
    SELECT bench.id_of(c.rule, d.n), c.rule || '|' || d.started, c.rule, c.alert, c.basis, c.form, c.task, d.child, d.borough, d.referral, d.item, c.owed_by, d.started, d.at,
      coalesce(d.due, d.at + make_interval(hours => c.hours)), c.day_end, 'mps-2016', '1', c.clause, c.explanation, d.at + interval '5 minutes',
      CASE WHEN NOT e.ends THEN d.met END, CASE WHEN NOT e.ends THEN d.by END, CASE WHEN NOT e.ends THEN d.met + interval '30 minutes' END,
      CASE WHEN e.ends THEN d.met END, CASE WHEN e.ends THEN d.by END, CASE WHEN e.ends THEN 'threshold-not-met' END, CASE WHEN e.ends THEN d.met + interval '30 minutes' END, 0
    FROM (${[
      // What it is owed for: number, rule, child, borough, referral, item, started by which entry, at, due where not by hours, met at, met by which entry.
      duty('contact/unactioned', `n, child, borough, id, NULL::text, bench.id_of('came', n), at, NULL::timestamptz, decided, bench.id_of('decided', n) FROM bench.notice WHERE form = 1`),
      duty('mash/assessment', `n, child, borough, id, NULL, bench.id_of('came', n), at, NULL, decided, bench.id_of('decided', n) FROM bench.notice WHERE form >= 2`),
      duty('referral/decision', `n, child, borough, id, NULL, bench.id_of('came', n), at, NULL, decided, bench.id_of('decided', n) FROM bench.notice WHERE form >= 2`),
      duty('strategy-discussion/force-24h', `n, child, borough, id, NULL, bench.id_of('came', n), at, NULL, held_at, bench.id_of('held', n) FROM bench.notice WHERE form = 3`),
      duty('strategy-discussion/standard', `n, child, borough, id, NULL, bench.id_of('came', n), at, NULL, held_at, bench.id_of('held', n) FROM bench.notice WHERE form = 3`),
      duty('strategy-discussion/circulation', `n, child, borough, id, NULL, bench.id_of('held', n), held_at, NULL, CASE stage WHEN 'closed' THEN held_at + bench.took(n, 29, 40) END, bench.id_of('sent', n) FROM bench.notice WHERE held_at IS NOT NULL`),
      duty('strategy-discussion/quorum', `n, child, borough, id, NULL, bench.id_of('held', n), held_at, NULL, CASE stage WHEN 'closed' THEN held_at + bench.took(n, 28, 90) END, bench.id_of('sent', n) FROM bench.notice WHERE held_at IS NOT NULL AND NOT quorate`),
      duty('allocation/named-worker', `n, child, borough, id, NULL, bench.id_of('decided', n), decided, NULL, allocated, bench.id_of('allocated', n) FROM bench.notice WHERE form = 3`),
      duty('child/seen', `n, child, borough, id, NULL, bench.id_of('decided', n), decided, NULL, seen, bench.id_of('seen', n) FROM bench.notice WHERE form = 3`),
      duty('investigation/supervisor-review', `n, child, borough, id, NULL, bench.id_of('allocated', n), allocated, NULL, reviewed, bench.id_of('reviewed', n) FROM bench.notice WHERE allocated IS NOT NULL`),
      duty('action/own-date', `n, child, borough, id, bench.id_of('action', n)::text, bench.id_of('set', n), held_at, CASE stage WHEN 'closed' THEN held_at + interval '8 days' ELSE held_at + make_interval(hours => bench.luck(n, 70, 96)) END, done, bench.id_of('done', n) FROM bench.notice WHERE acted`),
      duty('missing/risk-grade', `n, child, borough, NULL::uuid, id::text, entry, at, NULL, CASE WHEN returned IS NOT NULL THEN at + bench.took(n, 71, 1) END, bench.id_of('classed', n) FROM bench.away WHERE class = 'missing'`),
      duty('missing/absent-callback', `n, child, borough, NULL, id::text, bench.id_of('classed', n), at, NULL, at + bench.took(n, 72, 3), return_entry FROM bench.away WHERE class = 'absent'`),
      duty('missing/safe-and-well', `n, child, borough, NULL, id::text, return_entry, returned, NULL, seen, return_entry FROM bench.away WHERE returned IS NOT NULL AND class = 'missing'`),
      duty('missing/return-home-interview', `n, child, borough, NULL, id::text, return_entry, returned, NULL, interviewed, return_entry FROM bench.away WHERE interviewed IS NOT NULL`),
      duty('missing/debrief-referred', `n, child, borough, NULL, id::text, return_entry, interviewed, NULL, interviewed + bench.took(n, 73, 24), return_entry FROM bench.away WHERE interviewed IS NOT NULL AND bench.luck(n, 74, 7) = 0`),
      duty('missing/repeat', `n, child, borough, NULL, id::text, entry, at, NULL, at + bench.took(n, 75, 200), return_entry FROM bench.away WHERE k >= 3 AND bench.luck(n, 76, 12) = 0`),
      duty('exploitation/assessment', `n, child, borough, NULL, NULL, entry, at - interval '20 hours', NULL, at - interval '20 hours' + bench.took(n, 77, 24), entry FROM bench.category`),
      duty('exploitation/hearing', `n, child, borough, NULL, NULL, category, at - interval '28 days', NULL, at, entry FROM bench.heard`),
      duty('action/own-date', `-1000000000000 - n, child, borough, NULL, bench.id_of('mase-action', n)::text, entry, at, at + interval '28 days', least(at + bench.took(n, 78, 650), $now$ - interval '50 minutes'), entry FROM bench.heard`),
      duty('meeting/agency-absent', `n, child, borough, NULL, item::text, entry, at, NULL, at + bench.took(n, 79, 200), entry FROM bench.heard WHERE how = 'absent'`),
      duty('meeting/research-missing', `n, child, borough, NULL, item::text, entry, at, NULL, at + bench.took(n, 80, 200), entry FROM bench.heard WHERE how = 'no-research'`),
    ].join(' UNION ALL ')}) AS d (rule, n, child, borough, referral, item, started, at, due, met, by) JOIN bench.clock c ON c.rule = d.rule
    CROSS JOIN LATERAL (SELECT d.met IS NOT NULL AND d.referral IS NOT NULL AND bench.luck(d.n, 81, 33) = 0 AS ends) e`, `
    -- Of an assessment in a hundred the rating was changed after an hour: the row before stands superseded.
    INSERT INTO deadline (id, key, rule, alert, basis, form, task, child_id, borough, referral_id, owed_by, started_by, starts_at, due_at, day_end, pack, pack_version, clause, explanation, created_at, superseded_at, superseded_by, superseded_why, escalation_level)
    SELECT bench.id_of('superseded', n.n), c.rule || '|' || bench.id_of('came', n.n), c.rule, c.alert, c.basis, c.form, c.task, child, borough, n.id, c.owed_by, bench.id_of('came', n.n), at, at + interval '5 days', c.day_end, 'mps-2016', '1', c.clause, c.explanation, at, at + interval '1 hour', bench.id_of(c.rule, n.n), 'shortened', 0
    FROM bench.notice n JOIN bench.clock c ON c.rule = 'mash/assessment' WHERE n.form >= 2 AND bench.luck(n.n, 31, 100) = 0`]],
  ['entry_subject', [`INSERT INTO entry_subject (entry_id, person_id, occurred_at, kind, agency) SELECT id, subject, occurred, kind, agency FROM bench.entry, unnest(subjects) AS subject`]],
  ['entry_payload', [`INSERT INTO entry_payload (entry_id, salt, body) SELECT id, 'x', body FROM bench.entry`]],
  ['person', [`
    INSERT INTO person (id, reference, given_name, family_name, born_on, age_disputed, unborn, sex, home_borough, plan_category, health, restricted, telephone, created_at)
    SELECT id, 'P-' || upper(lpad(to_hex(i), 8, '0')), given, family, born, false, false, CASE bench.luck(i, 66, 2) WHEN 0 THEN 'female' ELSE 'male' END, borough,
      CASE WHEN part = 2 AND bench.luck(i, 67, 40) = 0 THEN 'neglect' END, '{}', i % 997 = 0, CASE WHEN part = 0 AND bench.luck(i, 68, 4) > 0 THEN '020 7946 ' || lpad(bench.luck(h, 69, 1000000)::text, 6, '0') END, $now$ - interval '1900 days'
    FROM bench.person`]],
  ['person_name', [`INSERT INTO person_name (id, person_id, name, kind) SELECT bench.id_of('name', i), id, name, 'alias' FROM bench.other_name`]],
  ['person_address', [`
    INSERT INTO person_address (id, person_id, line, postcode, borough, since, until, created_at)
    SELECT bench.id_of('address' || was, i), id, 1 + bench.luck(house, 640, 140) || ' ' || t.name || (ARRAY[' Road',' Street',' Avenue',' Close'])[1 + bench.luck(house, 641, 4)],
      'ZZ' || 10 + (house / 4000) % 90 || ' ' || 1 + (house / 400) % 9 || chr(65 + ((house / 40) % 26)::int) || chr(65 + ((house / 1040) % 26)::int), borough,
      $now$ - interval '1900 days', CASE was WHEN 'before' THEN $now$ - interval '700 days' END, $now$ - interval '1900 days'
    FROM bench.lived JOIN bench.tail t ON t.slot = street`]],
  ['person_reach', [`
    INSERT INTO person_reach (person_id, borough, why, since) SELECT id, borough, 'lives', $now$ - interval '1900 days' FROM bench.person
    UNION ALL SELECT who, borough, 'referred', min(at) FROM (
      SELECT child AS who, borough, at FROM bench.notice WHERE form > 0 OR bench.luck(n, 12, 16) = 0 UNION ALL SELECT parent, borough, at FROM bench.notice WHERE form > 0) AS known GROUP BY 1, 2`]],
  ['relationship', [`
    INSERT INTO relationship (id, person_id, other_id, kind, since)
    SELECT bench.id_of('tie', i), bench.id_of('person', 3 * h - 2), id, CASE bench.luck(h, 643, 5) WHEN 0 THEN 'father' ELSE 'mother' END, $now$ - interval '1900 days' FROM bench.person WHERE part > 0
    UNION ALL SELECT bench.id_of('sibling', h), bench.id_of('person', 3 * h - 1), bench.id_of('person', 3 * h), 'sibling', $now$ - interval '1900 days' FROM bench.home
    UNION ALL SELECT bench.id_of('suspect', h), bench.id_of('person', 3 * (1 + (h * 7919) % (SELECT count(*) FROM bench.home)) - 2), bench.id_of('person', 3 * h - 1), 'suspect', $now$ - interval '400 days'
      FROM bench.home WHERE exploited AND 1 + (h * 7919) % (SELECT count(*) FROM bench.home) <> h`]],
  ['flag', [`
    INSERT INTO flag (id, person_id, code, reason, added_at, added_by, owner_name, review_on)
    SELECT bench.id_of('flag', h), child, 'cse-risk', 'Invented for measuring.', max(at), min(officer::text)::uuid, 'Invented', ($now$ + interval '60 days')::date FROM bench.category GROUP BY h, child HAVING max(category) > 1
    UNION ALL SELECT bench.id_of('away', h), child, 'missing-repeat', 'Invented for measuring.', max(at), min(officer::text)::uuid, 'Invented', ($now$ + interval '60 days')::date FROM bench.away GROUP BY h, child HAVING count(*) >= 4
    UNION ALL SELECT bench.id_of('plan', i), p.id, 'child-protection-plan', 'Invented for measuring.', $now$ - interval '200 days', bench.id_of('account', 1), 'Invented', NULL FROM bench.person p WHERE part = 2 AND bench.luck(i, 67, 40) = 0`]],
  ['referral', [`
    INSERT INTO referral (id, reference, form, borough, channel, from_agency, from_words, to_agency, concern, other_concerns, indicators, narrative, rag,
      received_at, recorded_at, recorded_by, as_sent, claimed_by, claimed_at, outcome, outcome_reason, decided_at, decided_by, acknowledged_at, outcome_told_at, allocated_to, allocated_team, allocated_at)
    SELECT id, CASE WHEN n < 0 THEN 'R-Z' || lpad((-n)::text, 9, '0') ELSE 'R-' || upper(lpad(to_hex(n), 8, '0')) END, CASE form WHEN 1 THEN 'contact' ELSE 'referral' END, borough, 'online', 'education', 'school', 'csc',
      CASE WHEN form > 1 THEN bench.concern(n) END, '{}', '{}', 'Invented for measuring.', (ARRAY['red','amber','amber','green'])[1 + bench.luck(n, 32, 4)], at, at + interval '5 minutes', worker, '{}',
      CASE WHEN claimed IS NOT NULL THEN worker END, claimed, CASE WHEN decided IS NOT NULL THEN bench.outcome(n, form) END, CASE WHEN decided IS NOT NULL THEN 'Invented for measuring.' END, decided, CASE WHEN decided IS NOT NULL THEN worker END,
      claimed, CASE WHEN stage = 'closed' THEN decided + interval '2 hours' END, CASE WHEN allocated IS NOT NULL THEN 'Invented' END, CASE WHEN allocated IS NOT NULL THEN 'Child Abuse Investigation Team' END, allocated
    FROM bench.notice WHERE form > 0`]],
  ['referral_person', [`
    INSERT INTO referral_person (referral_id, person_id, role) SELECT id, child, 'child' FROM bench.notice WHERE form > 0
    UNION ALL SELECT id, parent, 'parent' FROM bench.notice WHERE form > 0
    UNION ALL SELECT id, bench.id_of('person', 3 * h - CASE part WHEN 1 THEN 0 ELSE 1 END), 'child' FROM bench.notice WHERE form > 1 AND bench.luck(n, 33, 4) = 0`]],
  ['episode', [`
    INSERT INTO episode (id, reference, person_id, borough, pack, reported_at, entry_id, recorded_at, recorded_by, caller_kind, missing_from, answers, class, classed_at, absent_from, absent_until, grade, graded_at, returned_at, returned_how, found_where, seen_at, interview_at, interview_how, closed_at)
    SELECT id, CASE WHEN n < 0 THEN 'E-Z' || lpad(h::text, 7, '0') ELSE 'E-' || upper(lpad(to_hex(n), 8, '0')) END, child, borough, 'mps-2016', at, entry, at, officer, 'parent', 'Home', '{}', class, at + interval '1 minute',
      CASE class WHEN 'absent' THEN at END, CASE class WHEN 'absent' THEN at + interval '24 hours' END, CASE WHEN class = 'missing' THEN CASE bench.luck(n, 48, 6) WHEN 0 THEN 'high' ELSE 'medium' END END, CASE WHEN class = 'missing' THEN at + interval '30 minutes' END,
      returned, CASE WHEN returned IS NOT NULL THEN 'found-police' END, CASE WHEN returned IS NOT NULL THEN 'Bus station' END, seen, interviewed, CASE WHEN interviewed IS NOT NULL THEN 'done' END, closed
    FROM bench.away`]],
  ['episode_entry', [`
    INSERT INTO episode_entry (entry_id, episode_id) SELECT entry, id FROM bench.away UNION ALL SELECT bench.id_of('classed', n), id FROM bench.away UNION ALL SELECT return_entry, id FROM bench.away WHERE returned IS NOT NULL`]],
  ['meeting', [`
    INSERT INTO meeting (id, kind, borough, referral_id, mode, held_at, recorded_at, recorded_by, chair, quorate, missing, quorum_pack, decision, circulated_at, signed_off_at, signed_off_by)
    SELECT bench.id_of('discussion', n), 'strategy-discussion', borough, id, 'meeting', held_at, held_at + interval '40 minutes', worker, 'Invented', quorate, CASE WHEN quorate THEN '{}'::text[] ELSE ARRAY['health'] END, 'mps-2016', 's47', CASE stage WHEN 'closed' THEN held_at + bench.took(n, 29, 40) END, NULL, NULL
      FROM bench.notice WHERE held_at IS NOT NULL
    UNION ALL SELECT id, 'mase', borough, NULL, 'meeting', at, at + interval '2 hours', officer, 'Invented', true, '{}', 'mps-2016', NULL, at + interval '3 days', at + interval '3 days', officer FROM bench.mase`]],
  ['meeting_child', [`INSERT INTO meeting_child (meeting_id, person_id) SELECT bench.id_of('discussion', n), child FROM bench.notice WHERE held_at IS NOT NULL UNION ALL SELECT meeting, child FROM bench.heard`]],
  ['meeting_participant', [`
    INSERT INTO meeting_participant (id, meeting_id, part, agency, name) SELECT bench.id_of('part' || p.part, n), bench.id_of('discussion', n), p.part, p.agency, 'Invented'
    FROM bench.notice CROSS JOIN (VALUES ('social-worker', 'csc'), ('police', 'police'), ('social-work-manager', 'csc'), ('health', 'health')) AS p (part, agency) WHERE held_at IS NOT NULL AND (quorate OR p.part <> 'health')`]],
  ['meeting_call', [`
    INSERT INTO meeting_call (id, kind, reference, borough, mode, meets_at, names_shared, called_at, called_by, meeting_id, month, lead_agency, opened_at, opened_by, chair_name, chair_agency, chair_rank)
    SELECT id, 'mase', 'M-' || upper(lpad(to_hex(n), 8, '0')), borough, 'meeting', at, true, at - interval '40 days', officer, id, month, 'police', at, officer, 'Invented', 'police', 'inspector' FROM bench.mase`]],
  ['meeting_item', [`
    INSERT INTO meeting_item (id, call_id, borough, kind, person_id, why, source, override_reason, shared_with, position, listed_at, listed_by, entry_id, risk_level, closed_at, closed_by, closed_entry)
    SELECT item, meeting, borough, 'victim', child, 'Invented for measuring.', 'listed', 'Invented for measuring.', ARRAY['csc','police','health'], 1 + (n % 40)::int, at - interval '5 days', officer, listed, 'medium', at, officer, entry FROM bench.heard`]],
  ['action', [`
    INSERT INTO action (id, meeting_id, call_id, item_id, child_id, borough, what, owner_agency, owner_name, due_at, due_day_end, set_at, set_by, done_at, done_by, evidence)
    SELECT bench.id_of('action', n), bench.id_of('discussion', n), NULL, NULL, child, borough, 'Invented for measuring', 'police', 'Invented', CASE stage WHEN 'closed' THEN held_at + interval '8 days' ELSE held_at + make_interval(hours => bench.luck(n, 70, 96)) END, false, held_at, worker,
      done, CASE WHEN done IS NOT NULL THEN worker END, CASE WHEN done IS NOT NULL THEN 'Invented for measuring.' END FROM bench.notice WHERE acted
    UNION ALL SELECT bench.id_of('mase-action', n), meeting, meeting, item, child, borough, 'Invented for measuring', 'police', 'Invented', at + interval '28 days', false, at, officer,
      least(at + bench.took(n, 78, 650), $now$ - interval '50 minutes'), officer, 'Invented for measuring.' FROM bench.heard`]],
  ['place', [`
    INSERT INTO place (id, reference, kind, name, line, postcode, borough, concern, makesafe, recorded_at, recorded_by, changed_at)
    SELECT bench.id_of('place', w.place * 1000 + n), 'L-' || upper(lpad(to_hex(w.place * 1000 + n), 8, '0')), bench.one_of(w.place * 1000 + n, 660, ARRAY['hotel','takeaway','park','address','transport']), t.name || ' House', n || ' ' || t.name || ' Road', 'ZZ1 1AA',
      w.borough, true, n % 5 = 0, $now$ - interval '900 days', w.officer, $now$ - interval '900 days' FROM bench.weight w CROSS JOIN generate_series(1, 60) AS n JOIN bench.tail t ON t.slot = bench.luck(w.place * 1000 + n, 661, 28800)`]],
  ['place_link', [`
    INSERT INTO place_link (id, place_id, part, person_id, why, borough, since, recorded_at, recorded_by, entry_id)
    SELECT DISTINCT ON (p.place, c.child) bench.id_of('linked', c.n), p.place, 'child', c.child, 'seen-there', c.borough, c.at, c.at, c.officer, c.entry FROM bench.category c JOIN bench.weight w USING (borough)
    CROSS JOIN LATERAL (SELECT bench.id_of('place', w.place * 1000 + 1 + bench.luck(c.n, 670, 60)) AS place) p WHERE c.k = 1`]],
  ['notification', [`
    INSERT INTO notification (id, deadline_id, rung, to_role, borough, says, at, read_at)
    SELECT bench.id_of('told', n), bench.id_of('mash/assessment', n), 'breached', 'mash-decision-maker', borough, 'MASH assessment passed its time.', at + interval '40 hours', at + interval '41 hours' FROM bench.notice
    WHERE form >= 2 AND decided > at + interval '38 hours'`]],
  ['reading_log', [`
    INSERT INTO reading_log (id, at, account_id, person_id, depth, page)
    SELECT bench.id_of('read', n * 4 + r), at + make_interval(mins => 10 + bench.luck(n * 4 + r, 680, 3000)), worker, child, 'record', 'overview' FROM bench.notice CROSS JOIN generate_series(1, 2) AS r WHERE form > 0 AND at < $now$ - interval '5 days'`]],
  // What triggers write from these: made here in one statement each, the same rows (tests/db/bench-london.test.ts).
  ['cse_category', [`
    INSERT INTO cse_category (entry_id, person_id, borough, category, minimum, set_at, set_by, superseded_at)
    SELECT entry, child, borough, category, least(category, 1), at, officer, lead(at) OVER (PARTITION BY child ORDER BY at) FROM bench.category`]],
  ['exploitation_work', [`
    INSERT INTO exploitation_work (entry_id, person_id, borough, what, kind, suspect_ids, at, category)
    SELECT w.*, (SELECT c.category FROM bench.category c WHERE c.child = w.child AND c.at <= w.at ORDER BY c.at DESC, c.entry DESC LIMIT 1) FROM (
      SELECT entry, child, borough, what, CASE WHEN what IN ('intervention', 'disruption') THEN 'safety-planning' END, '{}'::uuid[], at FROM bench.work
      UNION ALL SELECT listed, child, borough, 'mase-referral', NULL, '{}', at - interval '5 days' FROM bench.heard) AS w (entry, child, borough, what, kind, suspects, at)`]],
  ['figure_fact', [`
    INSERT INTO figure_fact (entry_id, person_id, kind, borough, word, at, recorded_at)
    SELECT e.id, s, e.kind, CASE e.ledger WHEN 'london' THEN p.home_borough ELSE e.ledger END, figure_word(e.kind, e.body), e.occurred, e.recorded FROM bench.entry e CROSS JOIN unnest(e.subjects) AS s
      LEFT JOIN (SELECT id, borough AS home_borough FROM bench.person WHERE exploited) p ON p.id = s WHERE e.kind IN ('missing-reported', 'episode-classified', 'act-refused', 'child-returned', 'cse-category-set', 'meeting-held')
    UNION ALL SELECT entry, child, 'exploitation-work', borough, what, at, at + interval '1 hour' FROM bench.work
    UNION ALL SELECT listed, child, 'exploitation-work', borough, 'mase-referral', at - interval '5 days', at - interval '5 days' FROM bench.heard`]],
  ['person_search', [`
    CREATE UNLOGGED TABLE bench.named AS
      SELECT person_id, name, bool_and(alias) AS alias, min(born) AS born FROM (
        SELECT id AS person_id, fold_name(concat_ws(' ', given, family)) AS name, false AS alias, born FROM bench.person
        UNION ALL SELECT id, fold_name(name), true, born FROM bench.other_name) AS n WHERE name <> '' GROUP BY 1, 2`,
  `CREATE UNLOGGED TABLE bench.word AS SELECT word, keys, key_numbers(keys) AS numbers FROM (SELECT word, word_keys(word) AS keys FROM (SELECT DISTINCT unnest(string_to_array(name, ' ')) AS word FROM bench.named) AS words OFFSET 0) AS keyed`,
  `CREATE UNIQUE INDEX ON bench.word (word)`, `ANALYZE bench.named, bench.word`,
  `INSERT INTO person_search (person_id, name, alias, keys, born_on, restricted)
    SELECT n.person_id, n.name, n.alias, ARRAY(SELECT DISTINCT k FROM unnest(a.numbers || coalesce(b.numbers, '{}') || coalesce(c.numbers, '{}') || coalesce(d.numbers, '{}')
        || key_numbers(array_remove(ARRAY['=' || a.word || b.word, '=' || b.word || c.word, '=' || c.word || d.word], NULL))
        || key_numbers(ARRAY(SELECT '@' || s.name FROM name_spelling s WHERE s.spelling IN (a.word || b.word, b.word || c.word, c.word || d.word)))) AS k ORDER BY k), n.born, n.person_id IN (SELECT id FROM bench.person WHERE i % 997 = 0)
    FROM bench.named n JOIN bench.word a ON a.word = split_part(n.name, ' ', 1) LEFT JOIN bench.word b ON b.word = split_part(n.name, ' ', 2) LEFT JOIN bench.word c ON c.word = split_part(n.name, ' ', 3) LEFT JOIN bench.word d ON d.word = split_part(n.name, ' ', 4)`,
  `INSERT INTO name_word (word, keys) SELECT word, keys FROM bench.word WHERE length(word) > 1`]],
]

/** Also written, by a list above. */
export const WRITTEN = [...TABLES.map(([table]) => table), 'name_word']

/** One duty of the union above: the rule, and the columns named where the union is. */
function duty(rule: string, rest: string): string {
  return `SELECT '${rule}', ${rest}`
}
