-- CreateTable
CREATE TABLE "figure_fact" (
    "entry_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "borough" TEXT NOT NULL,
    "word" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "figure_fact_pkey" PRIMARY KEY ("entry_id","person_id","kind")
);

-- ---------------------------------------------------------------------------------------------------------------------
-- What figures count of the chronology: one narrow row for each counted entry and child, made with the entry and never changed, so that a
-- figure of any date can be asked for again for ever, even after words were redacted under authority.
CREATE INDEX figure_fact_counted ON figure_fact (kind, borough, at) INCLUDE (word, recorded_at, person_id);
ALTER TABLE figure_fact ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_fact FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON figure_fact TO holdfast_owner USING (true) WITH CHECK (true);
CREATE POLICY see ON figure_fact FOR SELECT TO holdfast_app, holdfast_worker USING (borough_in(borough, (SELECT app_record_boroughs())));
GRANT SELECT ON figure_fact TO holdfast_app, holdfast_worker;
CREATE TRIGGER figure_fact_never_edited BEFORE UPDATE OR DELETE ON figure_fact FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER figure_fact_never_cut BEFORE TRUNCATE ON figure_fact EXECUTE FUNCTION refuse_change();

-- The one word by which an entry is counted; never anything of its narrative.
CREATE FUNCTION figure_word(p_kind text, b jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE p_kind
    WHEN 'episode-classified' THEN CASE WHEN b->>'as' IN ('missing', 'absent') THEN b->>'as' END
    WHEN 'cse-category-set' THEN CASE WHEN b->>'category' ~ '^[0-3]$' THEN b->>'category' END
    WHEN 'act-refused' THEN CASE WHEN jsonb_typeof(b->'rules') = 'array' THEN b->'rules'->>0 END
    WHEN 'meeting-held' THEN CASE
      WHEN jsonb_typeof(b->'absent') = 'array' AND b->'absent' <> '[]' THEN 'absent'
      WHEN jsonb_typeof(b->'research_missing') = 'array' AND b->'research_missing' <> '[]' THEN 'no-research'
      WHEN jsonb_typeof(b->'absent') = 'array' AND jsonb_typeof(b->'research_missing') = 'array' THEN 'contributed'
      ELSE 'not-known' END END $$;

CREATE FUNCTION count_fact() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO figure_fact (entry_id, person_id, kind, borough, word, at, recorded_at)
    SELECT e.id, NEW.person_id, e.kind, CASE WHEN e.ledger <> 'london' THEN e.ledger ELSE coalesce((SELECT home_borough FROM person WHERE id = NEW.person_id), e.ledger) END,
      figure_word(e.kind, p.body), e.occurred_at, e.recorded_at
    FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE e.id = NEW.entry_id;
  RETURN NULL;
END $$;
CREATE TRIGGER count_fact AFTER INSERT ON entry_subject FOR EACH ROW
  WHEN (NEW.kind IN ('missing-reported', 'episode-classified', 'act-refused', 'child-returned', 'cse-category-set', 'meeting-held')) EXECUTE FUNCTION count_fact();

-- Exploitation work is told apart where it is projected (what bears on exploitation), and counted from there.
CREATE FUNCTION count_work() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO figure_fact (entry_id, person_id, kind, borough, word, at, recorded_at)
    SELECT NEW.entry_id, NEW.person_id, 'exploitation-work', NEW.borough, NEW.what, NEW.at, e.recorded_at FROM entry e WHERE e.id = NEW.entry_id;
  RETURN NULL;
END $$;
CREATE TRIGGER count_work AFTER INSERT ON exploitation_work FOR EACH ROW EXECUTE FUNCTION count_work();

-- What stood in the chronology before.
INSERT INTO figure_fact (entry_id, person_id, kind, borough, word, at, recorded_at)
  SELECT e.id, s.person_id, e.kind, CASE WHEN e.ledger <> 'london' THEN e.ledger ELSE coalesce(x.home_borough, e.ledger) END, figure_word(e.kind, p.body), e.occurred_at, e.recorded_at
  FROM entry_subject s JOIN entry e ON e.id = s.entry_id JOIN entry_payload p ON p.entry_id = e.id LEFT JOIN person x ON x.id = s.person_id
  WHERE s.kind IN ('missing-reported', 'episode-classified', 'act-refused', 'child-returned', 'cse-category-set', 'meeting-held');
INSERT INTO figure_fact (entry_id, person_id, kind, borough, word, at, recorded_at)
  SELECT w.entry_id, w.person_id, 'exploitation-work', w.borough, w.what, w.at, e.recorded_at FROM exploitation_work w JOIN entry e ON e.id = w.entry_id;

-- ---------------------------------------------------------------------------------------------------------------------
-- What was open on a past day is what is open now, and what was closed since: found by when its closing was recorded.
CREATE INDEX deadline_closed_since ON deadline (alert, (LEAST(met_recorded_at, ended_recorded_at, superseded_at)))
  WHERE met_at IS NOT NULL OR ended_at IS NOT NULL OR superseded_at IS NOT NULL;

-- Which kind of meeting agreed an action: constant from the moment it was set.
CREATE FUNCTION action_meeting(p_item text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce(c.kind, m.kind) FROM action a LEFT JOIN meeting_call c ON c.id = a.call_id LEFT JOIN meeting m ON m.id = a.meeting_id
  WHERE a.id = CASE WHEN p_item ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' THEN p_item::uuid END $$;

/*
 * The duties that measures count, one row each, as they stood at p_at by what was recorded by p_known. Rows of the ledger are superseded and
 * never edited, so this answers the same for ever. Run by a person it sees what the person may see (the list behind a figure); run by
 * figure_duty_counts it counts. p_measures: [{id, alerts, basis: 'x' | '!x' | null, merged, byReferral, meeting}].
 * part: in-time, late, open-late, running, ended, ended-late; older: open and late, from before p_from.
 */
CREATE FUNCTION figure_duties(p_measures jsonb, p_from timestamptz, p_at timestamptz, p_known timestamptz, p_boroughs text[])
RETURNS TABLE (measure text, id uuid, child_id uuid, borough text, alert text, basis text, form text, starts_at timestamptz, due_at timestamptz, day_end boolean, created_at timestamptz,
  met_at timestamptz, met_recorded_at timestamptz, ended_at timestamptz, part text, not_quorate boolean, late_ms float8, waited_ms float8)
LANGUAGE sql STABLE SET search_path = public AS $$
  WITH m AS MATERIALIZED (
    SELECT x->>'id' AS measure, a.alert AS of_alert, x->>'basis' AS of_basis, coalesce((x->>'merged')::boolean, false) AS merged, coalesce((x->>'byReferral')::boolean, false) AS by_referral, x->>'meeting' AS meeting
    FROM jsonb_array_elements(p_measures) AS x CROSS JOIN LATERAL jsonb_array_elements_text(x->'alerts') AS a(alert)),
  found AS (
    -- OFFSET 0: each by its index, whatever the planner guesses of how many measures there are.
    SELECT m.*, d.* FROM m CROSS JOIN LATERAL (SELECT * FROM deadline d WHERE d.alert = m.of_alert AND d.borough = ANY (p_boroughs) AND d.starts_at >= p_from AND d.starts_at <= p_at OFFSET 0) d
    UNION ALL
    SELECT m.*, d.* FROM m CROSS JOIN LATERAL (SELECT * FROM deadline d WHERE d.alert = m.of_alert AND d.borough = ANY (p_boroughs) AND d.starts_at < p_from
      AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL OFFSET 0) d
    UNION ALL
    SELECT m.*, d.* FROM m CROSS JOIN LATERAL (SELECT * FROM deadline d WHERE d.alert = m.of_alert AND d.borough = ANY (p_boroughs) AND d.starts_at < p_from
      AND (d.met_at IS NOT NULL OR d.ended_at IS NOT NULL OR d.superseded_at IS NOT NULL) AND LEAST(d.met_recorded_at, d.ended_recorded_at, d.superseded_at) > p_at OFFSET 0) d),
  stood AS (
    SELECT f.*, CASE WHEN f.met_recorded_at <= p_known AND f.met_at <= p_at THEN f.met_at END AS met, CASE WHEN f.met_recorded_at <= p_known AND f.met_at <= p_at THEN f.met_by END AS met_entry,
      CASE WHEN f.ended_recorded_at <= p_known AND f.ended_at <= p_at THEN f.ended_at END AS ended, CASE WHEN f.ended_recorded_at <= p_known AND f.ended_at <= p_at THEN f.ended_by END AS ended_entry
    FROM found f
    WHERE f.created_at <= p_known AND (f.superseded_at IS NULL OR f.superseded_at > p_known)
      -- Annulled and corrected starts have left the figures (sd-recompute), from when that was recorded.
      AND NOT coalesce(f.ended_why IN ('annulled', 'start-corrected', 'matched') AND f.ended_recorded_at <= p_known, false)
      AND (f.of_basis IS NULL OR CASE WHEN f.of_basis LIKE '!%' THEN f.basis <> substr(f.of_basis, 2) ELSE f.basis = f.of_basis END)
      AND (f.meeting IS NULL OR action_meeting(f.item_id) = f.meeting)),
  -- Every band of one discussion is stopped by the same entry; those still open are one discussion, not yet held.
  one AS (
    SELECT DISTINCT ON (s.measure, k.key) s.* FROM stood s CROSS JOIN LATERAL (SELECT CASE
      WHEN s.merged THEN concat_ws(' ', s.child_id, s.borough, coalesce(s.met_entry, s.ended_entry)) WHEN s.by_referral THEN coalesce(s.referral_id, s.id)::text ELSE s.id::text END AS key) k
    WHERE s.starts_at >= p_from OR (s.met IS NULL AND s.ended IS NULL)
    ORDER BY s.measure, k.key, s.by_referral AND (s.met IS NOT NULL OR s.ended IS NOT NULL), s.due_at, s.id),
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

-- The boroughs that were asked for and whose figures are the actor's to see.
CREATE FUNCTION figure_reach(p_boroughs text[]) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(b), '{}') FROM unnest(p_boroughs) AS b WHERE app_account() IS NOT NULL AND borough_in(b, app_figure_boroughs()) $$;

-- Counted and never listed: for those who may see figures and nobody's record. The City has a police force of its own and is counted apart.
-- Sets: by borough and part (7 = month rolled up), by month and part, by borough, all: `level` says which.
CREATE FUNCTION figure_duty_counts(p_measures jsonb, p_from timestamptz, p_at timestamptz, p_known timestamptz, p_boroughs text[])
RETURNS TABLE (measure text, level text, force text, borough text, month text, part text, not_quorate boolean, many int, median float8, worst float8, oldest float8)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT x.measure, CASE GROUPING(x.borough, x.month, x.part) WHEN 2 THEN 'borough-part' WHEN 4 THEN 'month-part' WHEN 3 THEN 'borough' ELSE 'all' END,
    x.force, x.borough, x.month, x.part, x.not_quorate, count(*)::int,
    (percentile_cont(0.5) WITHIN GROUP (ORDER BY x.late_ms) FILTER (WHERE x.part IN ('late', 'open-late')))::float8, max(x.late_ms)::float8, max(x.waited_ms)::float8
  FROM (SELECT f.*, CASE WHEN f.borough = 'city-of-london' THEN 'city' ELSE 'met' END AS force, to_char(f.starts_at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month
        FROM figure_duties(p_measures, p_from, p_at, p_known, figure_reach(p_boroughs)) f) x
  GROUP BY GROUPING SETS ((x.measure, x.force, x.borough, x.part, x.not_quorate), (x.measure, x.force, x.month, x.part, x.not_quorate), (x.measure, x.force, x.borough), (x.measure, x.force)) $$;

/*
 * The entries that measures count, as recorded by p_known. p_measures: [{id, kind, words: [..] | null, latest}]. `latest`: of each child the
 * last such entry up to p_at, whenever it was: what stood on that day.
 */
CREATE FUNCTION figure_facts(p_measures jsonb, p_from timestamptz, p_at timestamptz, p_known timestamptz, p_boroughs text[])
RETURNS TABLE (measure text, entry_id uuid, person_id uuid, borough text, kind text, word text, at timestamptz, recorded_at timestamptz)
LANGUAGE sql STABLE SET search_path = public AS $$
  WITH m AS MATERIALIZED (SELECT x->>'id' AS measure, x->>'kind' AS of_kind, CASE WHEN jsonb_typeof(x->'words') = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(x->'words')) END AS words, coalesce((x->>'latest')::boolean, false) AS latest
    FROM jsonb_array_elements(p_measures) AS x)
  SELECT m.measure, f.entry_id, f.person_id, f.borough, f.kind, f.word, f.at, f.recorded_at FROM m CROSS JOIN LATERAL (
    SELECT * FROM figure_fact f WHERE f.kind = m.of_kind AND f.borough = ANY (p_boroughs) AND f.at >= p_from AND f.at <= p_at AND f.recorded_at <= p_known AND (m.words IS NULL OR f.word = ANY (m.words)) OFFSET 0) f
  WHERE NOT m.latest
  UNION ALL
  SELECT m.measure, f.entry_id, f.person_id, f.borough, f.kind, f.word, f.at, f.recorded_at FROM m CROSS JOIN LATERAL (
    SELECT * FROM (SELECT DISTINCT ON (l.person_id) l.* FROM figure_fact l WHERE l.kind = m.of_kind AND l.borough = ANY (p_boroughs) AND l.at <= p_at AND l.recorded_at <= p_known
      ORDER BY l.person_id, l.at DESC, l.recorded_at DESC, l.entry_id DESC) l WHERE m.words IS NULL OR l.word = ANY (m.words) OFFSET 0) f
  WHERE m.latest $$;

CREATE FUNCTION figure_fact_counts(p_measures jsonb, p_from timestamptz, p_at timestamptz, p_known timestamptz, p_boroughs text[])
RETURNS TABLE (measure text, level text, force text, borough text, month text, word text, many int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT x.measure, CASE GROUPING(x.borough, x.month) WHEN 1 THEN 'borough-part' ELSE 'month-part' END, x.force, x.borough, x.month, x.word, count(*)::int
  FROM (SELECT f.*, CASE WHEN f.borough = 'city-of-london' THEN 'city' ELSE 'met' END AS force, to_char(f.at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month
        FROM figure_facts(p_measures, p_from, p_at, p_known, figure_reach(p_boroughs)) f) x
  GROUP BY GROUPING SETS ((x.measure, x.force, x.borough, x.word), (x.measure, x.force, x.month, x.word)) $$;

REVOKE ALL ON FUNCTION action_meeting, figure_duties, figure_duty_counts, figure_facts, figure_fact_counts, figure_reach FROM PUBLIC;
GRANT EXECUTE ON FUNCTION action_meeting, figure_duties, figure_duty_counts, figure_facts, figure_fact_counts, figure_reach TO holdfast_app;
