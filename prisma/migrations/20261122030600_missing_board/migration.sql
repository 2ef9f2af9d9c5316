-- CreateTable
CREATE TABLE "episode_handover" (
    "id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "to_side" TEXT NOT NULL,
    "entry_id" UUID NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "offered_by" UUID NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by" UUID,

    CONSTRAINT "episode_handover_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "episode_handover_episode_id_idx" ON "episode_handover"("episode_id");

-- ---------------------------------------------------------------------------------------------------------------------
ALTER TABLE episode_handover ENABLE ROW LEVEL SECURITY;
ALTER TABLE episode_handover FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON episode_handover TO holdfast_owner USING (true) WITH CHECK (true);
CREATE POLICY see ON episode_handover FOR SELECT TO holdfast_app, holdfast_worker USING (EXISTS (SELECT 1 FROM episode e WHERE e.id = episode_id));
CREATE POLICY add ON episode_handover FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (offered_by = (SELECT app_account()) AND accepted_at IS NULL AND (SELECT app_looks_for()) AND EXISTS (SELECT 1 FROM episode e WHERE e.id = episode_id));
-- Nobody accepts what they handed over themselves, and nobody in another's name.
CREATE POLICY change ON episode_handover FOR UPDATE TO holdfast_app, holdfast_worker
  USING (accepted_at IS NULL AND (SELECT app_looks_for()) AND EXISTS (SELECT 1 FROM episode e WHERE e.id = episode_id))
  WITH CHECK (accepted_by = (SELECT app_account()) AND offered_by <> (SELECT app_account()));
GRANT SELECT, INSERT ON episode_handover TO holdfast_app, holdfast_worker;
GRANT UPDATE (accepted_at, accepted_by) ON episode_handover TO holdfast_app, holdfast_worker;
CREATE FUNCTION episode_handover_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a hand-over is accepted, never deleted'; END IF;
  IF OLD.accepted_at IS NOT NULL OR (OLD.id, OLD.episode_id, OLD.to_side, OLD.entry_id, OLD.offered_at, OLD.offered_by)
     IS DISTINCT FROM (NEW.id, NEW.episode_id, NEW.to_side, NEW.entry_id, NEW.offered_at, NEW.offered_by) THEN RAISE EXCEPTION 'what was handed over is never edited'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER episode_handover_never_edited BEFORE UPDATE OR DELETE ON episode_handover FOR EACH ROW EXECUTE FUNCTION episode_handover_guard();
CREATE TRIGGER episode_handover_never_cut BEFORE TRUNCATE ON episode_handover EXECUTE FUNCTION refuse_change();
ALTER TABLE episode_handover ADD CONSTRAINT episode_handover_side CHECK (to_side IN ('control-room', 'unit')),
  ADD CONSTRAINT episode_handover_episode FOREIGN KEY (episode_id) REFERENCES episode (id),
  ADD CONSTRAINT episode_handover_accepted CHECK ((accepted_by IS NULL) = (accepted_at IS NULL) AND accepted_by <> offered_by);
-- One open offer of an episode at a time: two would be accepted by two people, and each believe it theirs.
CREATE UNIQUE INDEX episode_handover_open ON episode_handover (episode_id) WHERE accepted_at IS NULL;

-- Who is out, and who is back and not closed: what the board walks through, and the number in the bar counts.
CREATE INDEX episode_out ON episode (reported_at, id) INCLUDE (person_id) WHERE returned_at IS NULL;
CREATE INDEX episode_back ON episode (returned_at DESC, id) WHERE returned_at IS NOT NULL AND closed_at IS NULL;
CREATE INDEX episode_information_waits ON episode_information (episode_id, received_at) WHERE acted_at IS NULL;

-- How an open episode stands to whoever asks: seen, masked (a restricted child in one's own boroughs, for all but those who look for it), known to
-- exist (index depth, where that is asked for), or not at all.
CREATE FUNCTION episode_sight(p_person uuid, p_closed timestamptz, p_index boolean) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT CASE WHEN app_looks_for() AND p_closed IS NULL THEN 'seen'
    WHEN person_in(p_person, app_record_boroughs()) OR p_person = ANY (app_opened_record()) THEN CASE WHEN person_barred(p_person) THEN 'masked' ELSE 'seen' END
    WHEN p_index AND person_in(p_person, app_index_boroughs()) THEN CASE WHEN person_barred(p_person) THEN 'masked' ELSE 'index' END END $$;

-- The board: children who are out, or those who are back and not closed, with what falls due next of the search for each. The duties stand beyond the
-- reach of those who hold only the index, so they are read here, and of the search alone. Nothing of a masked child but that one is out.
CREATE FUNCTION missing_board(p_now timestamptz, p_back boolean, p_index boolean) RETURNS TABLE (id uuid, person_id uuid, borough text, sight text, reference text,
  reported_at timestamptz, last_seen_at timestamptz, missing_from text, class text, absent_until timestamptz, grade text, returned_at timestamptz, seen_at timestamptz,
  duty_id uuid, alert text, owed_by text, starts_at timestamptz, due_at timestamptz, day_end boolean, late int, call_due_at timestamptz, too_low boolean,
  information int, information_since timestamptz, held_by text, offered_to text, offered_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT e.id, e.person_id, e.borough, s.sight, e.reference, e.reported_at, CASE WHEN s.sight = 'seen' THEN e.last_seen_at END, CASE WHEN s.sight = 'seen' THEN e.missing_from END,
    e.class, e.absent_until, e.grade, e.returned_at, e.seen_at,
    d.id, d.alert, d.owed_by, d.starts_at, d.due_at, d.day_end, coalesce(n.late, 0), n.call_due_at, coalesce(n.too_low, false),
    coalesce(i.many, 0), i.since, coalesce(h.held_by, 'control-room'), o.to_side, o.offered_at
  FROM (
    (SELECT * FROM episode WHERE NOT p_back AND returned_at IS NULL ORDER BY reported_at, id)
    UNION ALL
    (SELECT * FROM episode WHERE p_back AND returned_at IS NOT NULL AND closed_at IS NULL ORDER BY returned_at DESC, id LIMIT 1000)) e
  CROSS JOIN LATERAL (SELECT episode_sight(e.person_id, e.closed_at, p_index) AS sight OFFSET 0) s
  LEFT JOIN LATERAL (
    SELECT x.id, x.alert, x.owed_by, x.starts_at, x.due_at, x.day_end FROM deadline x
    WHERE s.sight IN ('seen', 'masked') AND x.child_id = e.person_id AND x.rule LIKE 'missing/%' AND x.form = 'clock' AND x.met_at IS NULL AND x.ended_at IS NULL AND x.superseded_at IS NULL
    ORDER BY x.due_at, x.id LIMIT 1) d ON true
  LEFT JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE x.form = 'clock' AND x.due_at < p_now))::int AS late, min(x.due_at) FILTER (WHERE x.rule = 'missing/absent-callback') AS call_due_at,
      bool_or(x.rule = 'missing/grade-too-low') AS too_low FROM deadline x
    WHERE s.sight IN ('seen', 'masked') AND x.child_id = e.person_id AND x.rule LIKE 'missing/%' AND x.met_at IS NULL AND x.ended_at IS NULL AND x.superseded_at IS NULL) n ON true
  LEFT JOIN LATERAL (SELECT count(*)::int AS many, min(x.received_at) AS since FROM episode_information x WHERE s.sight = 'seen' AND x.episode_id = e.id AND x.acted_at IS NULL) i ON true
  LEFT JOIN LATERAL (SELECT x.to_side AS held_by FROM episode_handover x WHERE x.episode_id = e.id AND x.accepted_at IS NOT NULL ORDER BY x.accepted_at DESC LIMIT 1) h ON true
  LEFT JOIN LATERAL (SELECT x.to_side, x.offered_at FROM episode_handover x WHERE x.episode_id = e.id AND x.accepted_at IS NULL) o ON true
  WHERE s.sight IS NOT NULL $$;

-- The number in the bar: counted up to a hundred.
CREATE FUNCTION missing_waiting(p_now timestamptz) RETURNS TABLE (out_now int, late int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH o AS MATERIALIZED (
    SELECT e.person_id FROM episode e WHERE e.returned_at IS NULL AND ((SELECT app_looks_for()) OR '*' = ANY ((SELECT app_record_boroughs())::text[])
      OR EXISTS (SELECT 1 FROM person_reach r WHERE r.person_id = e.person_id AND r.borough = ANY ((SELECT app_record_boroughs())::text[])))
    ORDER BY e.reported_at, e.id LIMIT 100)
  SELECT count(*)::int, (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM deadline d WHERE d.child_id = o.person_id AND d.rule LIKE 'missing/%' AND d.form = 'clock'
    AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL AND d.due_at < p_now)))::int FROM o $$;

-- Counted and never listed, by the borough that looks: for those who see figures.
CREATE FUNCTION missing_figures(p_now timestamptz) RETURNS TABLE (borough text, missing int, absent int, high int, ungraded int, late int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT e.borough, (count(*) FILTER (WHERE e.class = 'missing' OR e.absent_until <= p_now))::int, (count(*) FILTER (WHERE e.class = 'absent' AND e.absent_until > p_now))::int,
    (count(*) FILTER (WHERE e.grade = 'high'))::int, (count(*) FILTER (WHERE e.grade IS NULL AND (e.class = 'missing' OR e.absent_until <= p_now)))::int,
    (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM deadline d WHERE d.child_id = e.person_id AND d.rule LIKE 'missing/%' AND d.form = 'clock'
      AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL AND d.due_at < p_now)))::int
  FROM episode e WHERE e.returned_at IS NULL AND (e.borough = ANY (app_figure_boroughs()) OR '*' = ANY (app_figure_boroughs()))
  GROUP BY e.borough ORDER BY e.borough $$;

-- How many of the episodes within sight have changed behind these marks of the ledgers: a number and nothing else.
CREATE FUNCTION missing_changes(p_ledgers text[], p_seqs bigint[]) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT count(DISTINCT e.id)::int FROM unnest(p_ledgers, p_seqs) AS m (ledger, seq)
  CROSS JOIN LATERAL (SELECT n.id, n.subject_ids FROM entry n WHERE n.ledger = m.ledger AND n.seq > m.seq AND n.kind NOT IN ('record-opened', 'act-refused') ORDER BY n.seq LIMIT 500) n
  JOIN episode e ON e.person_id = ANY (n.subject_ids) AND (e.closed_at IS NULL OR EXISTS (SELECT 1 FROM episode_entry x WHERE x.entry_id = n.id AND x.episode_id = e.id))
  WHERE app_looks_for() OR person_in(e.person_id, app_record_boroughs()) OR person_in(e.person_id, app_index_boroughs()) $$;

-- What the search for a child owes, for whoever sees the episode.
CREATE FUNCTION episode_duties(p_episode uuid) RETURNS TABLE (id uuid, rule text, alert text, basis text, form text, borough text, owed_by text, clause text, starts_at timestamptz, due_at timestamptz,
  day_end boolean, item_id text, explanation jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT d.id, d.rule, d.alert, d.basis, d.form, d.borough, d.owed_by, d.clause, d.starts_at, d.due_at, d.day_end, d.item_id, d.explanation
  FROM episode e JOIN deadline d ON d.child_id = e.person_id
  WHERE e.id = p_episode AND episode_sight(e.person_id, e.closed_at, false) = 'seen'
    AND (d.rule LIKE 'missing/%' OR d.rule = 'tasks/make-trigger-plan') AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL
  ORDER BY (d.form = 'notice'), d.due_at, d.id $$;

-- The end of an episode. Whoever looks for children sees it no more once it is closed, so the row is closed here: after the return and the check alone (R201).
CREATE FUNCTION close_episode(p_episode uuid, p_at timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE episode e SET closed_at = p_at WHERE e.id = p_episode AND e.closed_at IS NULL AND e.returned_at IS NOT NULL AND (e.seen_at IS NOT NULL OR e.returned_how ~* '\m(dead|died|deceased|body)\M')
    AND episode_sight(e.person_id, e.closed_at, false) = 'seen';
  RETURN FOUND;
END $$;
-- A child found dead cannot be seen and spoken to.
ALTER TABLE episode ADD CONSTRAINT episode_closed_after_check CHECK (closed_at IS NULL OR seen_at IS NOT NULL OR returned_how ~* '\m(dead|died|deceased|body)\M');

REVOKE ALL ON FUNCTION episode_sight, missing_board, missing_waiting, missing_figures, missing_changes, episode_duties, close_episode FROM PUBLIC;
GRANT EXECUTE ON FUNCTION missing_board, missing_waiting, missing_figures, missing_changes, episode_duties, close_episode TO holdfast_app, holdfast_worker;
