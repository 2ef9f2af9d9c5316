-- CreateTable
CREATE TABLE "figure_annulled" (
    "entry_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "figure_annulled_pkey" PRIMARY KEY ("entry_id","person_id","recorded_at")
);

-- CreateTable
CREATE TABLE "figure_kept" (
    "upto" TIMESTAMPTZ(3) NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "measure" TEXT NOT NULL,
    "definition" TEXT NOT NULL,

    CONSTRAINT "figure_kept_pkey" PRIMARY KEY ("upto","from_at","measure")
);

-- CreateTable
CREATE TABLE "figure_kept_count" (
    "upto" TIMESTAMPTZ(3) NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "scope" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "not_quorate" BOOLEAN NOT NULL,
    "many" INTEGER NOT NULL,

    CONSTRAINT "figure_kept_count_pkey" PRIMARY KEY ("upto","from_at","scope","month","measure","part","not_quorate")
);

-- CreateTable
CREATE TABLE "figure_kept_span" (
    "upto" TIMESTAMPTZ(3) NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "scope" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "late" BIGINT[],
    "open_late" BIGINT[],
    "older" BIGINT[],
    "waiting" BIGINT[],

    CONSTRAINT "figure_kept_span_pkey" PRIMARY KEY ("upto","from_at","scope","measure")
);

-- ---------------------------------------------------------------------------------------------------------------------
-- An entry that a supervisor annulled as entered in error leaves what is counted of the chronology, as its clocks leave what is counted of
-- duties: from when that was recorded, and not before (sd-recompute).
ALTER TABLE figure_annulled ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_annulled FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON figure_annulled TO holdfast_owner USING (true) WITH CHECK (true);
CREATE POLICY see ON figure_annulled FOR SELECT TO holdfast_app, holdfast_worker
  USING (EXISTS (SELECT 1 FROM figure_fact f WHERE f.entry_id = figure_annulled.entry_id AND f.person_id = figure_annulled.person_id));
GRANT SELECT ON figure_annulled TO holdfast_app, holdfast_worker;
CREATE TRIGGER figure_annulled_never_edited BEFORE UPDATE OR DELETE ON figure_annulled FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER figure_annulled_never_cut BEFORE TRUNCATE ON figure_annulled EXECUTE FUNCTION refuse_change();
CREATE INDEX figure_annulled_recorded ON figure_annulled (recorded_at);

CREATE FUNCTION count_annulled() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO figure_annulled (entry_id, person_id, recorded_at)
    SELECT (p.body->>'of')::uuid, NEW.person_id, e.recorded_at FROM entry e JOIN entry_payload p ON p.entry_id = e.id
    WHERE e.id = NEW.entry_id AND p.body->>'of' ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER count_annulled AFTER INSERT ON entry_subject FOR EACH ROW WHEN (NEW.kind = 'duty-annulled') EXECUTE FUNCTION count_annulled();
INSERT INTO figure_annulled (entry_id, person_id, recorded_at)
  SELECT (p.body->>'of')::uuid, s.person_id, min(e.recorded_at) FROM entry_subject s JOIN entry e ON e.id = s.entry_id JOIN entry_payload p ON p.entry_id = e.id
  WHERE s.kind = 'duty-annulled' AND p.body->>'of' ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' GROUP BY 1, 2;

-- ---------------------------------------------------------------------------------------------------------------------
/*
 * What a figure of a past moment says can never change. So it may be kept: figure_kept says that a measure (by its definition) was counted whole
 * for a stretch from `from_at` up to `upto`; the two tables beside it hold what it came to, by borough, by month, and for all the boroughs of one
 * police force together ('met', 'city'). A figure of now is what is kept of the last such moment, and the difference that has been made since by
 * rows that changed: exact at every moment, without counting five years again. All of it can be thrown away and made again from the ledger.
 */
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['figure_kept', 'figure_kept_count', 'figure_kept_span'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO holdfast_owner USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
-- Long sorted lists, looked into by halves: unpacked each time they would cost more than they save.
ALTER TABLE figure_kept_span ALTER COLUMN late SET STORAGE EXTERNAL, ALTER COLUMN open_late SET STORAGE EXTERNAL, ALTER COLUMN older SET STORAGE EXTERNAL, ALTER COLUMN waiting SET STORAGE EXTERNAL;

-- Every row of which something was recorded, or came about, after a moment.
CREATE INDEX deadline_changed ON deadline ((GREATEST(created_at, starts_at, met_at, met_recorded_at, ended_at, ended_recorded_at, superseded_at)));
CREATE INDEX figure_fact_changed ON figure_fact ((GREATEST(at, recorded_at)));
CREATE INDEX figure_fact_person ON figure_fact (person_id, kind, at);

-- Records that went on as another's, as it was recorded by p_known, and whose they went on as; and whose were joined or parted after a moment. One
-- person counts once while their records are joined (migration identity, where it has been applied).
DO $$
BEGIN
  IF to_regprocedure('gone_by(timestamptz)') IS NULL THEN
    CREATE FUNCTION figure_gone(p_known timestamptz) RETURNS TABLE (gone uuid, root uuid) LANGUAGE sql STABLE AS 'SELECT NULL::uuid, NULL::uuid WHERE false';
    CREATE FUNCTION figure_joined(p_since timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE AS 'SELECT NULL::uuid WHERE false';
    CREATE FUNCTION figure_same(p_person uuid, p_known timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE AS 'SELECT p_person';
  ELSE
    CREATE FUNCTION figure_gone(p_known timestamptz) RETURNS TABLE (gone uuid, root uuid) LANGUAGE sql STABLE SET search_path = public AS 'SELECT g.gone, g.root FROM gone_by(p_known) g';
    CREATE FUNCTION figure_joined(p_since timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE SET search_path = public AS
      'WITH j AS MATERIALIZED (SELECT gone_id, kept_id FROM person_join WHERE joined_at > p_since OR parted_at > p_since) SELECT gone_id FROM j UNION SELECT kept_id FROM j';
    CREATE FUNCTION figure_same(p_person uuid, p_known timestamptz) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SET search_path = public AS $same$
    BEGIN
      -- Of most nobody was ever joined: the walk through every joining is not theirs to wait for.
      IF NOT EXISTS (SELECT 1 FROM person_join j WHERE j.gone_id = p_person) AND NOT EXISTS (SELECT 1 FROM person_join j WHERE j.kept_id = p_person) THEN
        RETURN NEXT p_person;
        RETURN;
      END IF;
      RETURN QUERY WITH g AS MATERIALIZED (SELECT * FROM gone_by(p_known)), r AS MATERIALIZED (SELECT coalesce((SELECT g.root FROM g WHERE g.gone = p_person), p_person) AS id)
        SELECT r.id FROM r UNION SELECT g.gone FROM g JOIN r ON g.root = r.id;
    END $same$;
  END IF;
END $$;

-- Whether this is the last such entry about a person: of each child what stood, in whichever borough it was recorded, on whichever of joined records.
CREATE FUNCTION figure_last(p_person uuid, p_kind text, p_at timestamptz, p_known timestamptz, p_entry uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT app_account() IS NOT NULL AND p_entry = (SELECT l.entry_id FROM figure_same(p_person, p_known) AS o(id) JOIN figure_fact l ON l.person_id = o.id
    WHERE l.kind = p_kind AND l.at <= p_at AND l.recorded_at <= p_known
    AND NOT EXISTS (SELECT 1 FROM figure_annulled a WHERE a.entry_id = l.entry_id AND a.person_id = l.person_id AND a.recorded_at <= p_known)
    ORDER BY l.at DESC, l.recorded_at DESC, l.entry_id DESC LIMIT 1) $$;

DROP FUNCTION figure_duty_counts(jsonb, timestamptz, timestamptz, timestamptz, text[]);
DROP FUNCTION figure_duties(jsonb, timestamptz, timestamptz, timestamptz, text[]);
DROP FUNCTION figure_fact_counts(jsonb, timestamptz, timestamptz, timestamptz, text[]);
DROP FUNCTION figure_facts(jsonb, timestamptz, timestamptz, timestamptz, text[]);

/*
 * The duties that measures count, one row each, as they stood at p_at by what was recorded by p_known. Rows of the ledger are superseded and
 * never edited, so this answers the same for ever. Run by a person it sees what the person may see (the list behind a figure); run by
 * figure_duty_counts it counts. p_measures: [{id, alerts, basis: 'x' | '!x' | null, merged, byReferral, meeting}]. p_ids: of these rows only.
 * part: in-time, late, open-late, running, ended, ended-late; older: open and late, from before p_from.
 */
CREATE FUNCTION figure_duties(p_measures jsonb, p_from timestamptz, p_at timestamptz, p_known timestamptz, p_boroughs text[], p_ids uuid[] DEFAULT NULL)
RETURNS TABLE (measure text, id uuid, child_id uuid, borough text, alert text, basis text, form text, starts_at timestamptz, due_at timestamptz, day_end boolean, created_at timestamptz,
  met_at timestamptz, met_recorded_at timestamptz, ended_at timestamptz, part text, not_quorate boolean, late_ms float8, waited_ms float8)
LANGUAGE sql STABLE SET search_path = public AS $$
  WITH m AS MATERIALIZED (
    SELECT x->>'id' AS measure, a.alert AS of_alert, x->>'basis' AS of_basis, coalesce((x->>'merged')::boolean, false) AS merged, coalesce((x->>'byReferral')::boolean, false) AS by_referral, x->>'meeting' AS meeting
    FROM jsonb_array_elements(p_measures) AS x CROSS JOIN LATERAL jsonb_array_elements_text(x->'alerts') AS a(alert)),
  found AS (
    -- OFFSET 0: each by its index, whatever the planner guesses of how many measures there are.
    SELECT m.*, d.* FROM m CROSS JOIN LATERAL (
      SELECT d.id, d.child_id, d.borough, d.alert, d.basis, d.form, d.referral_id, d.item_id, d.starts_at, d.due_at, d.day_end, d.created_at, d.met_at, d.met_by, d.met_recorded_at, d.ended_at, d.ended_by, d.ended_why, d.ended_recorded_at, d.superseded_at
      FROM deadline d WHERE p_ids IS NULL AND d.alert = m.of_alert AND d.borough = ANY (p_boroughs) AND d.starts_at >= p_from AND d.starts_at <= p_at OFFSET 0) d
    UNION ALL
    SELECT m.*, d.* FROM m CROSS JOIN LATERAL (
      SELECT d.id, d.child_id, d.borough, d.alert, d.basis, d.form, d.referral_id, d.item_id, d.starts_at, d.due_at, d.day_end, d.created_at, d.met_at, d.met_by, d.met_recorded_at, d.ended_at, d.ended_by, d.ended_why, d.ended_recorded_at, d.superseded_at
      FROM deadline d WHERE p_ids IS NULL AND d.alert = m.of_alert AND d.borough = ANY (p_boroughs) AND d.starts_at < p_from AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL OFFSET 0) d
    UNION ALL
    SELECT m.*, d.* FROM m CROSS JOIN LATERAL (
      SELECT d.id, d.child_id, d.borough, d.alert, d.basis, d.form, d.referral_id, d.item_id, d.starts_at, d.due_at, d.day_end, d.created_at, d.met_at, d.met_by, d.met_recorded_at, d.ended_at, d.ended_by, d.ended_why, d.ended_recorded_at, d.superseded_at
      FROM deadline d WHERE p_ids IS NULL AND d.alert = m.of_alert AND d.borough = ANY (p_boroughs) AND d.starts_at < p_from
      AND (d.met_at IS NOT NULL OR d.ended_at IS NOT NULL OR d.superseded_at IS NOT NULL) AND LEAST(d.met_recorded_at, d.ended_recorded_at, d.superseded_at) > p_at OFFSET 0) d
    UNION ALL
    SELECT m.*, d.* FROM (
      SELECT d.id, d.child_id, d.borough, d.alert, d.basis, d.form, d.referral_id, d.item_id, d.starts_at, d.due_at, d.day_end, d.created_at, d.met_at, d.met_by, d.met_recorded_at, d.ended_at, d.ended_by, d.ended_why, d.ended_recorded_at, d.superseded_at
      FROM unnest(p_ids) AS u(id) JOIN deadline d ON d.id = u.id WHERE p_ids IS NOT NULL AND d.borough = ANY (p_boroughs) AND d.starts_at <= p_at OFFSET 0) d JOIN m ON m.of_alert = d.alert),
  stood AS (
    SELECT f.*, CASE WHEN f.met_recorded_at <= p_known AND f.met_at <= p_at THEN f.met_at END AS met, CASE WHEN f.met_recorded_at <= p_known AND f.met_at <= p_at THEN f.met_by END AS met_entry,
      CASE WHEN f.ended_recorded_at <= p_known AND f.ended_at <= p_at THEN f.ended_at END AS ended, CASE WHEN f.ended_recorded_at <= p_known AND f.ended_at <= p_at THEN f.ended_by END AS ended_entry
    FROM found f
    WHERE f.created_at <= p_known AND (f.superseded_at IS NULL OR f.superseded_at > p_known)
      -- Annulled and corrected starts have left the figures (sd-recompute), from when that was recorded.
      AND NOT coalesce(f.ended_why IN ('annulled', 'start-corrected', 'matched') AND f.ended_recorded_at <= p_known, false)
      -- One person counts once while their records are joined.
      AND NOT (f.child_id IN (SELECT g.gone FROM figure_gone(p_known) g))
      AND (f.of_basis IS NULL OR CASE WHEN f.of_basis LIKE '!%' THEN f.basis <> substr(f.of_basis, 2) ELSE f.basis = f.of_basis END)
      AND (f.meeting IS NULL OR action_meeting(f.item_id) = f.meeting)),
  -- Every band of one discussion is stopped by the same entry; those still open are one discussion, not yet held. Of a referral the child who
  -- still waits stands for the others, then one who was answered. By borough, so that boroughs add up to London.
  one AS (
    SELECT DISTINCT ON (s.measure, k.key) s.* FROM stood s CROSS JOIN LATERAL (SELECT CASE
      WHEN s.merged THEN concat_ws(' ', s.child_id, s.borough, coalesce(s.met_entry, s.ended_entry)) WHEN s.by_referral THEN concat_ws(' ', coalesce(s.referral_id, s.id), s.borough) ELSE s.id::text END AS key) k
    WHERE s.starts_at >= p_from OR (s.met IS NULL AND s.ended IS NULL)
    ORDER BY s.measure, k.key, CASE WHEN NOT s.by_referral OR (s.met IS NULL AND s.ended IS NULL) THEN 0 WHEN s.met IS NOT NULL THEN 1 ELSE 2 END, s.due_at, s.id),
  judged AS (
    SELECT o.*, CASE
      WHEN o.met IS NOT NULL THEN CASE WHEN o.form = 'notice' OR o.met < o.due_at OR (NOT o.day_end AND o.met = o.due_at) THEN 'in-time' ELSE 'late' END
      WHEN o.ended IS NOT NULL THEN CASE WHEN o.form <> 'notice' AND o.ended > o.due_at THEN 'ended-late' ELSE 'ended' END
      WHEN o.form = 'notice' OR o.due_at < p_at OR (o.day_end AND o.due_at = p_at) THEN CASE WHEN o.starts_at < p_from THEN 'older' ELSE 'open-late' END
      ELSE 'running' END AS part
    FROM one o)
  SELECT j.measure, j.id, j.child_id, j.borough, j.alert, j.basis, j.form, j.starts_at, j.due_at, j.day_end, j.created_at, j.met, CASE WHEN j.met IS NOT NULL THEN j.met_recorded_at END, j.ended, j.part,
    j.met IS NOT NULL AND j.alert = 'strategy-discussion-overdue' AND EXISTS (SELECT 1 FROM deadline n WHERE n.child_id = j.child_id AND n.alert = 'strategy-discussion-quorum' AND n.started_by = j.met_entry
      AND n.created_at <= p_known AND NOT coalesce(n.superseded_why = 'corrected' AND n.superseded_at <= p_known, false)),
    CASE WHEN j.part IN ('late', 'open-late', 'older') THEN extract(epoch FROM coalesce(j.met, p_at) - CASE WHEN j.form = 'notice' THEN j.starts_at ELSE j.due_at END)::float8 * 1000 END,
    CASE WHEN j.part IN ('running', 'open-late', 'older') THEN extract(epoch FROM p_at - j.starts_at)::float8 * 1000 END
  FROM judged j $$;

/*
 * The entries that measures count, as recorded by p_known. p_measures: [{id, kind, words: [..] | null, latest}]. `latest`: of each child the
 * last such entry up to p_at, whenever it was: what stood on that day. p_people: about these only.
 */
CREATE FUNCTION figure_facts(p_measures jsonb, p_from timestamptz, p_at timestamptz, p_known timestamptz, p_boroughs text[], p_people uuid[] DEFAULT NULL)
RETURNS TABLE (measure text, entry_id uuid, person_id uuid, borough text, kind text, word text, at timestamptz, recorded_at timestamptz)
LANGUAGE sql STABLE SET search_path = public AS $$
  WITH m AS MATERIALIZED (SELECT x->>'id' AS measure, x->>'kind' AS of_kind, CASE WHEN jsonb_typeof(x->'words') = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(x->'words')) END AS words, coalesce((x->>'latest')::boolean, false) AS latest
    FROM jsonb_array_elements(p_measures) AS x),
  found AS (
    SELECT m.*, f.* FROM m CROSS JOIN LATERAL (
      SELECT * FROM figure_fact f WHERE p_people IS NULL AND NOT m.latest AND f.kind = m.of_kind AND f.borough = ANY (p_boroughs) AND f.at >= p_from AND f.at <= p_at AND f.recorded_at <= p_known AND (m.words IS NULL OR f.word = ANY (m.words)) OFFSET 0) f
    UNION ALL
    SELECT m.*, f.* FROM m CROSS JOIN LATERAL (
      SELECT * FROM figure_fact f WHERE p_people IS NULL AND m.latest AND f.kind = m.of_kind AND f.borough = ANY (p_boroughs) AND f.at <= p_at AND f.recorded_at <= p_known AND (m.words IS NULL OR f.word = ANY (m.words)) OFFSET 0) f
    UNION ALL
    SELECT m.*, f.* FROM (
      SELECT f.* FROM unnest(p_people) AS u(id) JOIN figure_fact f ON f.person_id = u.id WHERE p_people IS NOT NULL AND f.borough = ANY (p_boroughs) AND f.at <= p_at AND f.recorded_at <= p_known OFFSET 0) f
      JOIN m ON m.of_kind = f.kind AND (m.words IS NULL OR f.word = ANY (m.words)) AND (m.latest OR f.at >= p_from))
  SELECT f.measure, f.entry_id, f.person_id, f.borough, f.kind, f.word, f.at, f.recorded_at FROM found f
  WHERE NOT EXISTS (SELECT 1 FROM figure_annulled a WHERE a.entry_id = f.entry_id AND a.person_id = f.person_id AND a.recorded_at <= p_known)
    AND CASE WHEN f.latest THEN figure_last(f.person_id, f.kind, p_at, p_known, f.entry_id) ELSE true END $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- How long: the middle, the worst, the oldest, out of lists that are sorted already and what has come and gone since.

-- The p_k-th of what lies in these lists together, in milliseconds. `late` are lengths; `open` are moments from which length grows up to p_at.
-- `gone` and `come`: what left and joined each since the lists were made. All sorted, none null.
CREATE FUNCTION figure_nth(p_k bigint, p_at bigint, late bigint[], late_gone bigint[], late_come bigint[], open bigint[], open_gone bigint[], open_come bigint[])
RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE low bigint := 0; high bigint; middle bigint; opened bigint := cardinality(open) - cardinality(open_gone) + cardinality(open_come);
BEGIN
  high := GREATEST(coalesce(late[cardinality(late)], 0), coalesce(late_come[cardinality(late_come)], 0), p_at - coalesce(open[1], p_at), p_at - coalesce(open_come[1], p_at), 0);
  -- The least length that p_k of them do not exceed.
  WHILE low < high LOOP
    middle := (low + high) / 2;
    IF width_bucket(middle, late) - width_bucket(middle, late_gone) + width_bucket(middle, late_come)
       + opened - (width_bucket(p_at - middle - 1, open) - width_bucket(p_at - middle - 1, open_gone) + width_bucket(p_at - middle - 1, open_come)) >= p_k
    THEN high := middle; ELSE low := middle + 1; END IF;
  END LOOP;
  RETURN low;
END $$;

CREATE FUNCTION epoch_ms(p timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT round(extract(epoch FROM p) * 1000)::bigint $$;

-- The boroughs that make up all of one force’s: theirs is kept added up.
CREATE FUNCTION figure_whole(p_boroughs text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT count(DISTINCT b) = 32 FROM unnest(p_boroughs) AS b WHERE b <> 'city-of-london' $$;

-- Rows of the ledger that may count otherwise at p_at than they did at p_since, with every other of their discussion or referral.
CREATE FUNCTION figure_touched(p_measures jsonb, p_since timestamptz, p_at timestamptz) RETURNS uuid[] LANGUAGE sql STABLE SET search_path = public AS $$
  WITH a AS MATERIALIZED (SELECT a.alert, bool_or(coalesce((x->>'merged')::boolean, false)) AS merged, bool_or(coalesce((x->>'byReferral')::boolean, false)) AS by_referral
    FROM jsonb_array_elements(p_measures) AS x CROSS JOIN LATERAL jsonb_array_elements_text(x->'alerts') AS a(alert) GROUP BY 1),
  t AS MATERIALIZED (
    SELECT d.id, d.child_id, d.referral_id, d.alert FROM (
      SELECT d.id, d.child_id, d.referral_id, d.alert FROM deadline d WHERE GREATEST(d.created_at, d.starts_at, d.met_at, d.met_recorded_at, d.ended_at, d.ended_recorded_at, d.superseded_at) > p_since
      UNION
      SELECT d.id, d.child_id, d.referral_id, d.alert FROM deadline d WHERE d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL AND d.due_at >= p_since AND d.due_at <= p_at
      UNION
      SELECT d.id, d.child_id, d.referral_id, d.alert FROM figure_joined(p_since) AS p(id) JOIN deadline d ON d.child_id = p.id) d)
  SELECT coalesce(array_agg(DISTINCT q.id), '{}') FROM (
    SELECT t.id FROM t JOIN a USING (alert)
    UNION ALL
    SELECT d.id FROM t JOIN a USING (alert) JOIN deadline d ON d.child_id = t.child_id AND d.alert = t.alert WHERE a.merged
    UNION ALL
    SELECT d.id FROM t JOIN a USING (alert) JOIN deadline d ON d.referral_id = t.referral_id AND d.alert = t.alert WHERE a.by_referral
    UNION ALL
    -- That it was not quorate is told by a notice of its own.
    SELECT d.id FROM t JOIN deadline d ON d.child_id = t.child_id AND d.alert = 'strategy-discussion-overdue' WHERE t.alert = 'strategy-discussion-quorum' AND EXISTS (SELECT 1 FROM a WHERE a.alert = 'strategy-discussion-overdue')) q $$;

CREATE FUNCTION figure_touched_people(p_measures jsonb, p_since timestamptz) RETURNS uuid[] LANGUAGE sql STABLE SET search_path = public AS $$
  WITH t AS MATERIALIZED (
    SELECT f.person_id FROM figure_fact f WHERE GREATEST(f.at, f.recorded_at) > p_since AND f.kind IN (SELECT x->>'kind' FROM jsonb_array_elements(p_measures) AS x)
    UNION SELECT a.person_id FROM figure_annulled a WHERE a.recorded_at > p_since
    UNION SELECT j.id FROM figure_joined(p_since) AS j(id))
  -- Of joined records what is the last on the one tells of the other.
  SELECT coalesce(array_agg(DISTINCT s.id), '{}') FROM t CROSS JOIN LATERAL (SELECT t.person_id UNION SELECT figure_same(t.person_id, 'infinity')) AS s(id) $$;

/*
 * The last moment up to p_at of which all these measures are kept for the stretch; null where there is none, or where it lies so far back that
 * counting anew is quicker. What has been kept of later moments tells that p_at is long past: of such a day there is its own, or none.
 */
CREATE FUNCTION figure_kept_at(p_measures jsonb, p_from timestamptz, p_at timestamptz, p_known timestamptz) RETURNS timestamptz LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT k.upto FROM figure_kept k JOIN jsonb_array_elements(p_measures) AS x ON k.measure = x->>'id' AND k.definition = md5(x::text)
  WHERE p_known = p_at AND k.from_at = p_from AND k.upto <= p_at AND (k.upto = p_at OR (k.upto > p_at - interval '3 days' AND NOT EXISTS (SELECT 1 FROM figure_kept l WHERE l.upto > p_at)))
  GROUP BY k.upto HAVING count(*) = jsonb_array_length(p_measures) ORDER BY k.upto DESC LIMIT 1 $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Counted and never listed: for those who may see figures and nobody's record. The City has a police force of its own and is counted apart.
-- `level`: all-part (all together by part), borough-part (by borough and part), month-part (by month and part), borough, all (how long).
-- p_parts: boroughs whose own counts are wanted; p_lines: whose own middle, worst and oldest; none given: every one’s.
CREATE TYPE figure_moved AS (measure text, borough text, force text, month text, part text, not_quorate boolean, late_ms bigint, clock bigint, began bigint, sign int);

-- What counted otherwise at a moment that is kept, and what counts now: the rows that changed since, out with the one and in with the other.
CREATE FUNCTION figure_moves(p_measures jsonb, p_from timestamptz, p_at timestamptz, p_boroughs text[], p_ids uuid[], p_sign int) RETURNS SETOF figure_moved LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT f.measure, f.borough, CASE WHEN f.borough = 'city-of-london' THEN 'city' ELSE 'met' END, to_char(f.starts_at AT TIME ZONE 'Europe/London', 'YYYY-MM'), f.part, f.not_quorate, f.late_ms::bigint,
    epoch_ms(CASE WHEN f.form = 'notice' THEN f.starts_at ELSE f.due_at END), epoch_ms(f.starts_at), p_sign
  FROM figure_duties(p_measures, p_from, p_at, p_at, p_boroughs, p_ids) f $$;

CREATE FUNCTION figure_duty_counts(p_measures jsonb, p_from timestamptz, p_at timestamptz, p_known timestamptz, p_boroughs text[], p_parts text[] DEFAULT NULL, p_lines text[] DEFAULT NULL)
RETURNS TABLE (measure text, level text, force text, borough text, month text, part text, not_quorate boolean, many int, median float8, worst float8, oldest float8)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
DECLARE
  reach text[] := figure_reach(p_boroughs); parts text[] := coalesce(p_parts, p_boroughs); lines text[] := coalesce(p_lines, p_boroughs); since timestamptz := figure_kept_at(p_measures, p_from, p_at, p_known);
  asked text[] := ARRAY(SELECT x->>'id' FROM jsonb_array_elements(p_measures) AS x); forces text[]; summed text[];
  touched uuid[] := '{}'; moved figure_moved[] := '{}'; one record; n bigint; at_ms bigint := epoch_ms(p_at); mid float8; nothing constant bigint[] := '{}';
BEGIN
  IF since IS NULL THEN
    RETURN QUERY
    SELECT x.measure, CASE GROUPING(x.borough, x.month, x.part) WHEN 6 THEN 'all-part' WHEN 2 THEN 'borough-part' WHEN 4 THEN 'month-part' WHEN 3 THEN 'borough' ELSE 'all' END,
      x.force, x.borough, x.month, x.part, x.not_quorate, count(*)::int,
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY x.late_ms) FILTER (WHERE x.part IN ('late', 'open-late')))::float8, max(x.late_ms)::float8, max(x.waited_ms)::float8
    FROM (SELECT f.*, CASE WHEN f.borough = 'city-of-london' THEN 'city' ELSE 'met' END AS force, to_char(f.starts_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month
          FROM figure_duties(p_measures, p_from, p_at, p_known, reach) f) x
    GROUP BY GROUPING SETS ((x.measure, x.force, x.part, x.not_quorate), (x.measure, x.force, x.borough, x.part, x.not_quorate), (x.measure, x.force, x.month, x.part, x.not_quorate), (x.measure, x.force, x.borough), (x.measure, x.force));
    RETURN;
  END IF;
  IF since < p_at THEN touched := figure_touched(p_measures, since, p_at); END IF;
  IF cardinality(touched) > 0 THEN
    moved := ARRAY(SELECT m FROM figure_moves(p_measures, p_from, since, reach, touched, -1) m) || ARRAY(SELECT m FROM figure_moves(p_measures, p_from, p_at, reach, touched, 1) m);
  END IF;
  -- What is kept added up for the whole of a force is taken as it is.
  forces := CASE WHEN cardinality(array_remove(reach, 'city-of-london')) > 0 THEN ARRAY['met'] ELSE '{}' END || CASE WHEN 'city-of-london' = ANY (reach) THEN ARRAY['city'] ELSE '{}' END;
  summed := CASE WHEN figure_whole(reach) THEN forces ELSE reach END;

  RETURN QUERY
  SELECT q.measure, q.level, q.force, q.borough, q.month, q.part, q.not_quorate, sum(q.many)::int, NULL::float8, NULL::float8, NULL::float8
  FROM (
    SELECT k.measure, CASE WHEN k.month = '' THEN 'all-part' ELSE 'month-part' END AS level, CASE WHEN k.scope IN ('city', 'city-of-london') THEN 'city' ELSE 'met' END AS force, NULL::text AS borough, nullif(k.month, '') AS month, k.part, k.not_quorate, k.many
      FROM figure_kept_count k WHERE k.upto = since AND k.from_at = p_from AND k.scope = ANY (summed) AND k.measure = ANY (asked)
    UNION ALL SELECT k.measure, 'borough-part', CASE WHEN k.scope = 'city-of-london' THEN 'city' ELSE 'met' END, k.scope, NULL, k.part, k.not_quorate, k.many
      FROM figure_kept_count k WHERE k.upto = since AND k.from_at = p_from AND k.scope = ANY (reach) AND k.scope = ANY (parts) AND k.month = '' AND k.measure = ANY (asked)
    UNION ALL SELECT m.measure, l.level, m.force, CASE WHEN l.level = 'borough-part' THEN m.borough END, CASE WHEN l.level = 'month-part' THEN m.month END, m.part, m.not_quorate, m.sign
      FROM unnest(moved) AS m CROSS JOIN (VALUES ('all-part'), ('month-part'), ('borough-part')) AS l(level) WHERE l.level <> 'borough-part' OR m.borough = ANY (parts)) q
  GROUP BY q.measure, q.level, q.force, q.borough, q.month, q.part, q.not_quorate HAVING sum(q.many) <> 0;

  FOR one IN
    SELECT a.measure, s.borough, s.force, k.*, v.* FROM unnest(asked) AS a(measure) CROSS JOIN (
        SELECT f.force, NULL::text AS borough, CASE WHEN f.force = 'city' THEN ARRAY['city-of-london'] WHEN figure_whole(reach) THEN ARRAY['met'] ELSE array_remove(reach, 'city-of-london') END AS scopes FROM unnest(forces) AS f(force)
        UNION ALL SELECT CASE WHEN b = 'city-of-london' THEN 'city' ELSE 'met' END, b, ARRAY[b] FROM unnest(reach) AS b WHERE b = ANY (lines)) s
      CROSS JOIN LATERAL (
        -- One list is sorted already; of several boroughs one is made.
        SELECT CASE WHEN cardinality(s.scopes) = 1 THEN coalesce(max(k.late), '{}') ELSE (SELECT coalesce(array_agg(e ORDER BY e), '{}') FROM figure_kept_span l CROSS JOIN LATERAL unnest(l.late) AS e WHERE l.upto = since AND l.from_at = p_from AND l.measure = a.measure AND l.scope = ANY (s.scopes)) END AS late,
          CASE WHEN cardinality(s.scopes) = 1 THEN coalesce(max(k.open_late), '{}') ELSE (SELECT coalesce(array_agg(e ORDER BY e), '{}') FROM figure_kept_span l CROSS JOIN LATERAL unnest(l.open_late) AS e WHERE l.upto = since AND l.from_at = p_from AND l.measure = a.measure AND l.scope = ANY (s.scopes)) END AS open_late,
          CASE WHEN cardinality(s.scopes) = 1 THEN coalesce(max(k.older), '{}') ELSE (SELECT coalesce(array_agg(e ORDER BY e), '{}') FROM figure_kept_span l CROSS JOIN LATERAL unnest(l.older) AS e WHERE l.upto = since AND l.from_at = p_from AND l.measure = a.measure AND l.scope = ANY (s.scopes)) END AS older,
          CASE WHEN cardinality(s.scopes) = 1 THEN coalesce(max(k.waiting), '{}') ELSE (SELECT coalesce(array_agg(e ORDER BY e), '{}') FROM figure_kept_span l CROSS JOIN LATERAL unnest(l.waiting) AS e WHERE l.upto = since AND l.from_at = p_from AND l.measure = a.measure AND l.scope = ANY (s.scopes)) END AS waiting
        FROM figure_kept_span k WHERE k.upto = since AND k.from_at = p_from AND k.measure = a.measure AND k.scope = s.scopes[1]) k
      CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(m.late_ms ORDER BY m.late_ms) FILTER (WHERE m.part = 'late' AND m.sign = -1), '{}') AS late_gone, coalesce(array_agg(m.late_ms ORDER BY m.late_ms) FILTER (WHERE m.part = 'late' AND m.sign = 1), '{}') AS late_come,
          coalesce(array_agg(m.clock ORDER BY m.clock) FILTER (WHERE m.part = 'open-late' AND m.sign = -1), '{}') AS open_gone, coalesce(array_agg(m.clock ORDER BY m.clock) FILTER (WHERE m.part = 'open-late' AND m.sign = 1), '{}') AS open_come,
          coalesce(array_agg(m.clock ORDER BY m.clock) FILTER (WHERE m.part = 'older' AND m.sign = -1), '{}') AS older_gone, coalesce(array_agg(m.clock ORDER BY m.clock) FILTER (WHERE m.part = 'older' AND m.sign = 1), '{}') AS older_come,
          coalesce(array_agg(m.began ORDER BY m.began) FILTER (WHERE m.part IN ('running', 'open-late', 'older') AND m.sign = -1), '{}') AS waiting_gone,
          coalesce(array_agg(m.began ORDER BY m.began) FILTER (WHERE m.part IN ('running', 'open-late', 'older') AND m.sign = 1), '{}') AS waiting_come
        FROM unnest(moved) AS m WHERE m.measure = a.measure AND m.force = s.force AND (s.borough IS NULL OR m.borough = s.borough)) v
  LOOP
    measure := one.measure; level := CASE WHEN one.borough IS NULL THEN 'all' ELSE 'borough' END; force := one.force; borough := one.borough; many := 0; median := NULL; worst := NULL; oldest := NULL;
    n := cardinality(one.late) - cardinality(one.late_gone) + cardinality(one.late_come) + cardinality(one.open_late) - cardinality(one.open_gone) + cardinality(one.open_come);
    IF n > 0 THEN
      mid := figure_nth((n + 1) / 2, at_ms, one.late, one.late_gone, one.late_come, one.open_late, one.open_gone, one.open_come);
      IF n % 2 = 0 THEN mid := (mid + figure_nth(n / 2 + 1, at_ms, one.late, one.late_gone, one.late_come, one.open_late, one.open_gone, one.open_come)) / 2; END IF;
      median := mid;
      worst := figure_nth(n, at_ms, one.late, one.late_gone, one.late_come, one.open_late, one.open_gone, one.open_come);
    END IF;
    n := cardinality(one.older) - cardinality(one.older_gone) + cardinality(one.older_come);
    IF n > 0 THEN worst := GREATEST(worst, figure_nth(n, at_ms, nothing, nothing, nothing, one.older, one.older_gone, one.older_come)); END IF;
    n := cardinality(one.waiting) - cardinality(one.waiting_gone) + cardinality(one.waiting_come);
    IF n > 0 THEN oldest := figure_nth(n, at_ms, nothing, nothing, nothing, one.waiting, one.waiting_gone, one.waiting_come); END IF;
    RETURN NEXT;
  END LOOP;
END $$;

CREATE FUNCTION figure_fact_counts(p_measures jsonb, p_from timestamptz, p_at timestamptz, p_known timestamptz, p_boroughs text[])
RETURNS TABLE (measure text, level text, force text, borough text, month text, many int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
DECLARE reach text[] := figure_reach(p_boroughs); since timestamptz := figure_kept_at(p_measures, p_from, p_at, p_known); touched uuid[]; whole boolean := figure_whole(figure_reach(p_boroughs));
BEGIN
  IF since IS NULL THEN
    RETURN QUERY
    SELECT x.measure, CASE GROUPING(x.borough, x.month) WHEN 1 THEN 'borough-part' ELSE 'month-part' END, x.force, x.borough, x.month, count(*)::int
    FROM (SELECT f.*, CASE WHEN f.borough = 'city-of-london' THEN 'city' ELSE 'met' END AS force, to_char(f.at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month
          FROM figure_facts(p_measures, p_from, p_at, p_known, reach) f) x
    GROUP BY GROUPING SETS ((x.measure, x.force, x.borough), (x.measure, x.force, x.month));
    RETURN;
  END IF;
  touched := CASE WHEN since = p_at THEN '{}' ELSE figure_touched_people(p_measures, since) END;
  RETURN QUERY
  WITH asked AS MATERIALIZED (SELECT x->>'id' AS measure FROM jsonb_array_elements(p_measures) AS x),
  moved AS MATERIALIZED (
    SELECT f.measure, f.borough, f.at, -1 AS sign FROM figure_facts(p_measures, p_from, since, since, reach, touched) f WHERE cardinality(touched) > 0
    UNION ALL
    SELECT f.measure, f.borough, f.at, 1 FROM figure_facts(p_measures, p_from, p_at, p_known, reach, touched) f WHERE cardinality(touched) > 0),
  counts AS (
    SELECT k.measure, k.scope AS borough, k.many FROM figure_kept_count k JOIN asked USING (measure) WHERE k.upto = since AND k.from_at = p_from AND k.month = '' AND k.scope = ANY (reach)
    UNION ALL SELECT m.measure, m.borough, m.sign FROM moved m),
  months AS (
    SELECT k.measure, CASE WHEN k.scope IN ('city', 'city-of-london') THEN 'city' ELSE 'met' END AS force, k.month, k.many FROM figure_kept_count k JOIN asked USING (measure)
      WHERE k.upto = since AND k.from_at = p_from AND k.month <> '' AND k.scope = ANY (CASE WHEN whole THEN ARRAY['met'] || CASE WHEN 'city-of-london' = ANY (reach) THEN ARRAY['city'] ELSE '{}' END ELSE reach END)
    UNION ALL SELECT m.measure, CASE WHEN m.borough = 'city-of-london' THEN 'city' ELSE 'met' END, to_char(m.at AT TIME ZONE 'Europe/London', 'YYYY-MM'), m.sign FROM moved m)
  SELECT c.measure, 'borough-part', CASE WHEN c.borough = 'city-of-london' THEN 'city' ELSE 'met' END, c.borough, NULL::text, sum(c.many)::int FROM counts c GROUP BY c.measure, c.borough HAVING sum(c.many) <> 0
  UNION ALL
  SELECT c.measure, 'month-part', c.force, NULL, c.month, sum(c.many)::int FROM months c GROUP BY c.measure, c.force, c.month HAVING sum(c.many) <> 0;
END $$;

-- ---------------------------------------------------------------------------------------------------------------------
/*
 * Counts every measure whole, from p_from as at p_upto, and keeps it: the worker’s, each hour and at the end of each day. What is kept already is
 * left as it is: it could not come out otherwise. p_upto lies in the past: what is still being written down would be missed.
 */
CREATE FUNCTION keep_figures(p_duties jsonb, p_entries jsonb, p_from timestamptz, p_upto timestamptz, p_boroughs text[]) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE x jsonb; kept int := 0;
BEGIN
  FOR x IN SELECT * FROM jsonb_array_elements(p_duties) LOOP
    CONTINUE WHEN EXISTS (SELECT 1 FROM figure_kept k WHERE k.upto = p_upto AND k.from_at = p_from AND k.measure = x->>'id' AND k.definition = md5(x::text));
    DELETE FROM figure_kept_count k WHERE k.upto = p_upto AND k.from_at = p_from AND k.measure = x->>'id';
    DELETE FROM figure_kept_span k WHERE k.upto = p_upto AND k.from_at = p_from AND k.measure = x->>'id';
    DELETE FROM figure_kept k WHERE k.upto = p_upto AND k.from_at = p_from AND k.measure = x->>'id';
    WITH f AS MATERIALIZED (
      SELECT d.measure, d.borough, CASE WHEN d.borough = 'city-of-london' THEN 'city' ELSE 'met' END AS force, to_char(d.starts_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month, d.part, d.not_quorate,
        d.late_ms::bigint AS late_ms, epoch_ms(CASE WHEN d.form = 'notice' THEN d.starts_at ELSE d.due_at END) AS clock, epoch_ms(d.starts_at) AS began
      FROM figure_duties(jsonb_build_array(x), p_from, p_upto, p_upto, p_boroughs) d),
    counted AS (
      INSERT INTO figure_kept_count (upto, from_at, scope, month, measure, part, not_quorate, many)
      SELECT p_upto, p_from, coalesce(f.borough, f.force), coalesce(f.month, ''), x->>'id', f.part, f.not_quorate, count(*)::int FROM f
      GROUP BY GROUPING SETS ((f.borough, f.part, f.not_quorate), (f.force, f.part, f.not_quorate), (f.borough, f.month, f.part, f.not_quorate), (f.force, f.month, f.part, f.not_quorate)))
    INSERT INTO figure_kept_span (upto, from_at, scope, measure, late, open_late, older, waiting)
    SELECT p_upto, p_from, coalesce(f.borough, f.force), x->>'id', coalesce(array_agg(f.late_ms ORDER BY f.late_ms) FILTER (WHERE f.part = 'late'), '{}'), coalesce(array_agg(f.clock ORDER BY f.clock) FILTER (WHERE f.part = 'open-late'), '{}'),
      coalesce(array_agg(f.clock ORDER BY f.clock) FILTER (WHERE f.part = 'older'), '{}'), coalesce(array_agg(f.began ORDER BY f.began) FILTER (WHERE f.part IN ('running', 'open-late', 'older')), '{}')
    FROM f GROUP BY GROUPING SETS ((f.borough), (f.force));
    INSERT INTO figure_kept (upto, from_at, measure, definition) VALUES (p_upto, p_from, x->>'id', md5(x::text));
    kept := kept + 1;
  END LOOP;
  FOR x IN SELECT * FROM jsonb_array_elements(p_entries) LOOP
    CONTINUE WHEN EXISTS (SELECT 1 FROM figure_kept k WHERE k.upto = p_upto AND k.from_at = p_from AND k.measure = x->>'id' AND k.definition = md5(x::text));
    DELETE FROM figure_kept_count k WHERE k.upto = p_upto AND k.from_at = p_from AND k.measure = x->>'id';
    DELETE FROM figure_kept k WHERE k.upto = p_upto AND k.from_at = p_from AND k.measure = x->>'id';
    INSERT INTO figure_kept_count (upto, from_at, scope, month, measure, part, not_quorate, many)
    SELECT p_upto, p_from, coalesce(f.borough, f.force), coalesce(f.month, ''), x->>'id', 'n', false, count(*)::int
    FROM (SELECT f.borough, CASE WHEN f.borough = 'city-of-london' THEN 'city' ELSE 'met' END AS force, to_char(f.at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month FROM figure_facts(jsonb_build_array(x), p_from, p_upto, p_upto, p_boroughs) f) f
    GROUP BY GROUPING SETS ((f.borough), (f.borough, f.month), (f.force, f.month));
    INSERT INTO figure_kept (upto, from_at, measure, definition) VALUES (p_upto, p_from, x->>'id', md5(x::text));
    kept := kept + 1;
  END LOOP;
  RETURN kept;
END $$;

-- What is kept of the hours of a day before the last, and of days longer ago than p_days that end no month, is thrown away: it can be counted again.
CREATE FUNCTION drop_kept_figures(p_before timestamptz, p_days timestamptz[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM figure_kept_count k WHERE k.upto < p_before AND NOT k.upto = ANY (p_days);
  DELETE FROM figure_kept_span k WHERE k.upto < p_before AND NOT k.upto = ANY (p_days);
  DELETE FROM figure_kept k WHERE k.upto < p_before AND NOT k.upto = ANY (p_days);
END $$;

-- When the first of what figures count came about, or near it.
CREATE FUNCTION figures_began() RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT LEAST((SELECT min(GREATEST(created_at, starts_at, met_at, met_recorded_at, ended_at, ended_recorded_at, superseded_at)) FROM deadline), (SELECT min(GREATEST(at, recorded_at)) FROM figure_fact)) $$;

/*
 * Nothing is written down as of a moment long past, but where a history is brought in (a demonstration, an old system). What was kept of that moment
 * and after would then be wrong, and is thrown away with it.
 */
CREATE FUNCTION figure_kept_falls() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE moment timestamptz; n jsonb := to_jsonb(NEW);
BEGIN
  IF TG_TABLE_NAME = 'person_join' THEN moment := CASE WHEN TG_OP = 'INSERT' THEN (n->>'joined_at')::timestamptz ELSE (n->>'parted_at')::timestamptz END;
  ELSIF TG_TABLE_NAME <> 'deadline' THEN moment := (n->>'recorded_at')::timestamptz;
  ELSIF TG_OP = 'INSERT' THEN moment := NEW.created_at;
  ELSE moment := LEAST(CASE WHEN OLD.met_recorded_at IS NULL THEN NEW.met_recorded_at END, CASE WHEN OLD.ended_recorded_at IS NULL THEN NEW.ended_recorded_at END, CASE WHEN OLD.superseded_at IS NULL THEN NEW.superseded_at END);
  END IF;
  IF moment <= (SELECT max(upto) FROM figure_kept) THEN
    DELETE FROM figure_kept_count WHERE upto >= moment;
    DELETE FROM figure_kept_span WHERE upto >= moment;
    DELETE FROM figure_kept WHERE upto >= moment;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER figure_kept_falls AFTER INSERT OR UPDATE OF met_recorded_at, ended_recorded_at, superseded_at ON deadline FOR EACH ROW EXECUTE FUNCTION figure_kept_falls();
CREATE TRIGGER figure_kept_falls AFTER INSERT ON figure_fact FOR EACH ROW EXECUTE FUNCTION figure_kept_falls();
CREATE TRIGGER figure_kept_falls AFTER INSERT ON figure_annulled FOR EACH ROW EXECUTE FUNCTION figure_kept_falls();

DO $$
BEGIN
  IF to_regclass('person_join') IS NOT NULL THEN
    CREATE TRIGGER figure_kept_falls AFTER INSERT OR UPDATE ON person_join FOR EACH ROW EXECUTE FUNCTION figure_kept_falls();
  END IF;
END $$;

REVOKE ALL ON FUNCTION figure_gone, figure_joined, figure_same, figures_began, figure_kept_falls, figure_duties, figure_duty_counts, figure_facts, figure_fact_counts, figure_last, figure_nth, epoch_ms, figure_whole, figure_moves, figure_touched, figure_touched_people, figure_kept_at, keep_figures, drop_kept_figures, count_annulled FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figure_duties, figure_duty_counts, figure_facts, figure_fact_counts, figure_last, figure_gone TO holdfast_app;
GRANT EXECUTE ON FUNCTION figures_began, keep_figures, drop_kept_figures TO holdfast_worker;
