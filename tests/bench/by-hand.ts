/**
 * What the pages tell, as somebody would write it in SQL who knows the database and has no code of ours: the same answer under the same policies, planned
 * once, with keys in order, a page of rows taken before anything is looked up beside it. A comparison with less would say how much a page tells, not what we cost.
 */
const OPEN = 'met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL'
const WAITS = 'r.borough = ANY ($1) AND r.decided_at IS NULL AND r.became_referral_id IS NULL'
const FIRST_DUE = `LEFT JOIN LATERAL (SELECT id, alert, basis, owed_by, starts_at, due_at, day_end FROM deadline WHERE referral_id = r.id AND ${OPEN} AND owed_by <> 'referrer' ORDER BY due_at, id LIMIT 1) d ON true`

/** A page of the queue: emergencies first, then what a shift left, then what falls due; the children with their flags and how often they came before. */
export const QUEUE = `
  WITH page AS MATERIALIZED (
    SELECT r.id, r.reference, r.form, r.borough, r.concern, r.from_words, r.rag, r.urgency, r.received_at, r.claimed_by, r.claimed_at, d.id AS duty, d.alert, d.basis, d.owed_by, d.starts_at, d.due_at, d.day_end,
      em.kind, ho.offered_at, ho.offered_by, (em.kind IS NULL, ho.offered_at IS NULL, coalesce(d.due_at, 'infinity'), r.id) AS place
    FROM referral r ${FIRST_DUE} LEFT JOIN referral_emergency em ON em.referral_id = r.id AND em.kind <> 'none'
    LEFT JOIN LATERAL (SELECT h.offered_at, h.offered_by FROM handover_item i JOIN handover h ON h.id = i.handover_id WHERE i.referral_id = r.id AND i.accepted_at IS NULL AND i.ended_at IS NULL LIMIT 1) ho ON true
    WHERE ${WAITS} ORDER BY place LIMIT 26)
  SELECT w.*, a.name, o.name AS offered, c.people, c.children,
    EXISTS (SELECT 1 FROM handover_item i JOIN handover h ON h.id = i.handover_id WHERE i.referral_id = w.id AND h.as_role = 'emergency-duty-worker') AS by_night,
    (SELECT count(*) FROM referral_person u WHERE u.referral_id = w.id AND u.provisional AND u.looked_at IS NULL) AS not_looked_for
  FROM page w LEFT JOIN account a ON a.id = w.claimed_by LEFT JOIN account o ON o.id = w.offered_by
  LEFT JOIN LATERAL (
    SELECT coalesce(array_agg(rp.person_id), '{}') AS people, json_agg(json_build_object('given', p.given_name, 'family', p.family_name, 'description', p.description, 'born', p.born_on, 'age', p.age_stated, 'unborn', p.unborn,
      'flags', (SELECT array_agg(f.code ORDER BY f.added_at) FROM flag f WHERE f.person_id = rp.person_id AND f.removed_at IS NULL),
      'earlier', (SELECT array_agg(x.referral_id) FROM referral_person x WHERE x.person_id = rp.person_id AND x.role = 'child' AND x.referral_id <> w.id))) AS children
    FROM referral_person rp LEFT JOIN person p ON p.id = rp.person_id WHERE rp.referral_id = w.id AND rp.role = 'child') c ON true
  ORDER BY w.place`

export const QUEUE_COUNTS = `
  SELECT count(*), count(*) FILTER (WHERE d.due_at < $2), min(r.received_at), min(d.due_at) FILTER (WHERE d.due_at > $2),
    (SELECT json_object_agg(ledger, seq) FROM ledger_head WHERE ledger = ANY ($1)) AS heads
  FROM referral r ${FIRST_DUE} WHERE ${WAITS}`

/** Whether a borough has a backlog (HMIC 2016, L2364–2368): what waits, what is past the time of its rating, what came in within four weeks. */
export const BACKLOG = `
  SELECT w.*, t.* FROM (
    SELECT r.borough, count(*) AS waiting, min(r.received_at) AS oldest,
      count(*) FILTER (WHERE EXISTS (SELECT 1 FROM deadline d WHERE d.referral_id = r.id AND d.rule = 'mash/assessment' AND ${OPEN} AND d.due_at < $2)) AS late
    FROM referral r WHERE ${WAITS} GROUP BY r.borough) w
  CROSS JOIN LATERAL (SELECT count(*) AS taken, min(r.received_at) AS since FROM referral r WHERE r.borough = w.borough AND r.received_at > $2::timestamptz - interval '28 days' AND r.received_at <= $2) t`

export const PACKS = 'SELECT borough, from_date, pack_id, overlay FROM policy_adoption WHERE borough = ANY ($1) AND withdrawn_at IS NULL ORDER BY from_date'

export const CHILD = [
  'SELECT * FROM person WHERE id = $1', 'SELECT * FROM person_address WHERE person_id = $1', 'SELECT * FROM flag WHERE person_id = $1', 'SELECT * FROM person_reach WHERE person_id = $1',
  `SELECT id, rule, alert, basis, due_at, met_at, ended_at, superseded_at, explanation FROM deadline WHERE child_id = $1 ORDER BY due_at LIMIT 300`,
  `SELECT e.id, e.kind, e.heading, e.occurred_at, p.body FROM entry_subject s JOIN entry e ON e.id = s.entry_id LEFT JOIN entry_payload p ON p.entry_id = e.id
   WHERE s.person_id = $1 ORDER BY s.occurred_at DESC LIMIT 7`,
  `SELECT r.id, r.reference, r.form, r.concern, r.received_at, r.borough, r.claimed_by, r.allocated_to FROM referral r JOIN referral_person rp ON rp.referral_id = r.id WHERE rp.person_id = $1 AND r.decided_at IS NULL`,
  `SELECT l.*, p.given_name FROM relationship l LEFT JOIN person p ON p.id = l.other_id WHERE l.person_id = $1`,
]

const LEADS = `
  SELECT DISTINCT ON (d.child_id, d.borough) d.id, d.child_id, d.borough, d.due_at FROM deadline d
  WHERE d.alert = 'strategy-discussion-overdue' AND ${OPEN} AND d.due_at <= $2::timestamptz + interval '3 days' AND d.borough = ANY ($1) ORDER BY d.child_id, d.borough, d.due_at, d.id`

/** A page of the board: each child with every clock of its discussion, what was called, what was last done about them, and whose they are. */
export const BOARD = `
  WITH leads AS (${LEADS}), page AS MATERIALIZED (SELECT * FROM leads ORDER BY due_at, id LIMIT 26)
  SELECT l.child_id, l.borough, l.due_at, p.given_name, p.family_name, p.description, p.born_on, p.age_stated, p.unborn, o.clocks, c.calls, e.heading, e.recorded_at, s.acts
  FROM page l LEFT JOIN person p ON p.id = l.child_id
  LEFT JOIN LATERAL (
    SELECT array_agg(d.id) AS ids, json_agg(json_build_object('id', d.id, 'rule', d.rule, 'alert', d.alert, 'basis', d.basis, 'owed', d.owed_by, 'starts', d.starts_at, 'due', d.due_at, 'end', d.day_end,
      'replaced', d.superseded_at, 'by', d.superseded_by, 'why', d.superseded_why, 'who', a.name, 'team', d.assigned_team, 'hand', h.name, 'level', d.escalation_level, 'because', d.explanation->'because',
      'referral', r.id, 'reference', r.reference, 'allocated', coalesce(r.allocated_to, r.allocated_team),
      'quorum', EXISTS (SELECT 1 FROM deadline n WHERE n.child_id = d.child_id AND n.alert = 'strategy-discussion-quorum' AND n.met_at IS NULL AND n.ended_at IS NULL AND n.superseded_at IS NULL)) ORDER BY d.due_at) AS clocks
    FROM deadline d LEFT JOIN account a ON a.id = d.assigned_to LEFT JOIN account h ON h.id = d.acknowledged_by LEFT JOIN referral r ON r.id = d.referral_id
    WHERE d.child_id = l.child_id AND d.borough = l.borough AND d.alert = 'strategy-discussion-overdue' AND d.met_at IS NULL AND d.ended_at IS NULL) o ON true
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('at', m.meets_at, 'asked', (SELECT json_agg(json_build_object('part', i.part, 'agency', i.agency, 'name', i.name, 'required', i.required,
      'answers', (SELECT json_agg(json_build_object('coming', w.coming, 'instead', w.instead_name) ORDER BY w.at) FROM meeting_answer w WHERE w.invitation_id = i.id))) FROM meeting_invitation i WHERE i.call_id = m.id))) AS calls
    FROM meeting_call_child k JOIN meeting_call m ON m.id = k.call_id WHERE k.person_id = l.child_id AND m.kind = 'strategy-discussion' AND m.meeting_id IS NULL AND m.called_off_at IS NULL) c ON true
  LEFT JOIN LATERAL (
    SELECT e.heading, e.recorded_at FROM entry_subject s JOIN entry e ON e.id = s.entry_id WHERE s.person_id = l.child_id AND s.kind NOT IN ('record-opened', 'act-refused', 'duty-breached', 'duty-warned')
    ORDER BY s.occurred_at DESC LIMIT 1) e ON true
  LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('duty', t.deadline_id, 'heading', t.heading, 'at', t.recorded_at, 'body', (SELECT y.body FROM entry_payload y WHERE y.entry_id = t.entry_id))) AS acts
    FROM duty_entries(o.ids) t WHERE t.kind NOT IN ('duty-breached', 'duty-warned')) s ON true
  ORDER BY l.due_at, l.id`

export const BOARD_COUNTS = `WITH leads AS (${LEADS}) SELECT count(*), count(*) FILTER (WHERE due_at < $2), count(*) FILTER (WHERE due_at BETWEEN $2 AND $2::timestamptz + interval '1 day'), min(due_at), min(due_at) FILTER (WHERE due_at > $2) FROM leads`

export const LATE_ACTIONS = `
  WITH oldest AS MATERIALIZED (
    SELECT id, child_id, due_at, day_end, starts_at, item_id FROM deadline WHERE alert = 'action-overdue' AND ${OPEN} AND borough = ANY ($1) AND due_at < $2 ORDER BY due_at, id LIMIT 8)
  SELECT o.*, p.given_name, p.family_name, p.description, p.born_on, p.age_stated, p.unborn, w.what,
    (SELECT count(*) FROM (SELECT 1 FROM deadline WHERE alert = 'action-overdue' AND ${OPEN} AND borough = ANY ($1) AND due_at < $2 LIMIT 1000) every) AS every
  FROM oldest o LEFT JOIN person p ON p.id = o.child_id LEFT JOIN action_words(ARRAY(SELECT item_id::uuid FROM oldest WHERE item_id ~ '^[0-9a-f-]{36}$')) w ON w.id::text = o.item_id`

/** Whom a duty may be given to. */
export const TEAMS = `
  SELECT t.id, t.name, t.boroughs, m.account_id, m.role, a.name AS who FROM (SELECT * FROM team WHERE agency = 'police' AND boroughs && $1::text[] ORDER BY name LIMIT 60) t
  LEFT JOIN (membership m JOIN account a ON a.id = m.account_id AND a.disabled_at IS NULL) ON m.team_id = t.id AND m.since <= $2 AND (m.ended_at IS NULL OR m.ended_at > $2) ORDER BY t.name, m.since, a.name`

export const LOCAL_TARGETS = 'SELECT borough, measure, value, from_date, recorded_at FROM local_target WHERE borough = ANY ($1) ORDER BY from_date'

/** The two measures of this month that stand on the board, in one walk. */
export const FIGURES = `
  WITH clocks AS MATERIALIZED (
    SELECT d.child_id, d.basis = 'force-24h' AS target, d.met_at, d.met_by, d.due_at FROM deadline d WHERE d.alert = 'strategy-discussion-overdue' AND d.superseded_at IS NULL AND d.borough = ANY ($1)
      AND d.starts_at >= $2::timestamptz - make_interval(days => $3::int) AND d.starts_at <= $2),
  not_quorate AS (SELECT h.child_id, h.met_by FROM (SELECT DISTINCT child_id, met_by FROM clocks WHERE met_by IS NOT NULL) h
    WHERE EXISTS (SELECT 1 FROM deadline n WHERE n.child_id = h.child_id AND n.alert = 'strategy-discussion-quorum' AND n.started_by = h.met_by))
  SELECT target, count(*), count(*) FILTER (WHERE met_at <= due_at), count(*) FILTER (WHERE met_at > due_at), count(*) FILTER (WHERE met_at IS NULL AND due_at < $2),
    percentile_cont(0.5) WITHIN GROUP (ORDER BY met_at - due_at) FILTER (WHERE met_at > due_at), count(*) FILTER (WHERE (child_id, met_by) IN (SELECT * FROM not_quorate)) FROM clocks GROUP BY target`
