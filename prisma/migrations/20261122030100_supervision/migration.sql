-- The morning digest: a mail may carry counts, and nothing else that is not chosen by its kind.
ALTER TABLE "mail" ADD COLUMN "counts" JSONB;
-- What the outgoing shift tells the next of the shift as a whole: words, read at the depth of words.
CREATE TABLE "handover_note" (
    "handover_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "written_by" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "handover_note_pkey" PRIMARY KEY ("handover_id")
);
ALTER TABLE handover_note ADD CONSTRAINT handover_note_of FOREIGN KEY (handover_id) REFERENCES handover (id);

-- Numbers under names of ours: a child's name cannot travel in them by any mistake of the application.
CREATE FUNCTION only_counts(p jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_typeof(p) = 'object' AND NOT EXISTS (SELECT 1 FROM jsonb_each(p) AS e (name, value) WHERE jsonb_typeof(e.value) <> 'number' OR e.name !~ '^[a-z-]{1,30}$') $$;
ALTER TABLE mail ADD CONSTRAINT mail_counts CHECK (counts IS NULL OR only_counts(counts));
-- One digest to each, each London day, however often the worker asks and however many of it run.
CREATE UNIQUE INDEX mail_digest_once ON mail (to_account, reference) WHERE kind = 'digest';
GRANT SELECT (counts) ON mail TO holdfast_app;
CREATE OR REPLACE FUNCTION mail_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a mail is sent or failed, never deleted'; END IF;
  IF (OLD.id, OLD.kind, OLD.borough, OLD.about_id, OLD.reference, OLD.path, OLD.to_account, OLD.to_address, OLD.written_at, OLD.written_by, OLD.counts)
     IS DISTINCT FROM (NEW.id, NEW.kind, NEW.borough, NEW.about_id, NEW.reference, NEW.path, NEW.to_account, NEW.to_address, NEW.written_at, NEW.written_by, NEW.counts)
     OR OLD.sent_at IS NOT NULL OR OLD.failed_at IS NOT NULL OR (NEW.sent_at IS NOT NULL AND NEW.failed_at IS NOT NULL)
  THEN RAISE EXCEPTION 'a mail is sent or failed, never edited'; END IF;
  RETURN NEW;
END $$;

ALTER TABLE handover_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE handover_note FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON handover_note TO holdfast_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON handover_note TO holdfast_app, holdfast_worker;
CREATE POLICY see ON handover_note FOR SELECT TO holdfast_app, holdfast_worker USING (
  borough_in(borough, (SELECT app_narrative_boroughs())) OR written_by = (SELECT app_account()));
CREATE POLICY add ON handover_note FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (written_by = (SELECT app_account())
  AND EXISTS (SELECT 1 FROM handover h WHERE h.id = handover_id AND h.borough = handover_note.borough AND h.offered_by = (SELECT app_account())));
CREATE TRIGGER handover_note_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON handover_note EXECUTE FUNCTION refuse_change();

-- Whom an entry names as suspects, as the policy reads it (lib/policy/suspects): by reference; words that name nobody name nobody.
CREATE FUNCTION suspect_names(p_body jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(DISTINCT n.name), '{}') FROM (
    SELECT jsonb_array_elements_text(CASE WHEN jsonb_typeof(p_body -> 'suspect_ids') = 'array' THEN p_body -> 'suspect_ids' ELSE '[]' END) AS name
    UNION ALL SELECT jsonb_array_elements_text(CASE WHEN jsonb_typeof(p_body -> 'suspect') = 'array' THEN p_body -> 'suspect' ELSE '[]' END)
    UNION ALL SELECT p_body ->> 'suspect' WHERE jsonb_typeof(p_body -> 'suspect') = 'string') n
  WHERE n.name NOT IN ('known', 'unidentified', 'unknown', 'identified', '') $$;
-- Open cases in which a suspect is told of whom nobody has arrested, interviewed, spoken to, warned or ruled out: what the gate of
-- closing would refuse (closure-unresolved), for a list. It tells that there is one and since when, and no word of who.
CREATE FUNCTION suspects_outstanding(p_boroughs text[]) RETURNS TABLE (id uuid, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH open_case AS MATERIALIZED (
    SELECT d.id, d.child_id, (SELECT max(s.occurred_at) FROM entry_subject s WHERE s.person_id = d.child_id AND s.kind = 'case-closed') AS closed_at
    FROM deadline d
    WHERE d.alert = 'supervisor-review-overdue' AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL
      AND d.borough = ANY (coalesce(p_boroughs, ARRAY[d.borough])) AND borough_in(d.borough, (SELECT app_record_boroughs()))
      AND (EXISTS (SELECT 1 FROM referral_person rp JOIN referral r ON r.id = rp.referral_id WHERE rp.person_id = d.child_id AND rp.role = 'child' AND r.suspect IS NOT NULL)
        OR EXISTS (SELECT 1 FROM entry_subject s WHERE s.person_id = d.child_id AND s.kind = 'suspect-action'))),
  said AS MATERIALIZED (
    SELECT c.id, s.kind, s.occurred_at, p.body ->> 'suspect' AS suspect, p.body ->> 'action' AS action, suspect_names(p.body) AS named
    FROM open_case c JOIN entry_subject s ON s.person_id = c.child_id AND (c.closed_at IS NULL OR s.occurred_at > c.closed_at)
    JOIN entry_payload p ON p.entry_id = s.entry_id
    WHERE s.kind IN ('contact-received', 'referral-made', 'information-received', 'referral-facts-added', 'strategy-discussion-held', 'crime-recorded', 'suspect-action', 'disposal-given')),
  done AS (SELECT * FROM said WHERE kind = 'disposal-given'
    OR (kind = 'suspect-action' AND action IN ('arrested', 'interviewed', 'spoken-to', 'cawn-served', 'charged', 'cautioned', 'eliminated', 'dead', 'deceased')))
  SELECT t.id, min(t.occurred_at) FROM said t
  WHERE ((cardinality(t.named) > 0 OR t.suspect IN ('known', 'unidentified'))
      AND NOT EXISTS (SELECT 1 FROM done x WHERE x.id = t.id AND (cardinality(x.named) = 0 OR cardinality(t.named) = 0 OR x.named && t.named)))
    OR (t.kind = 'suspect-action' AND t.action = 'identified' AND NOT EXISTS (SELECT 1 FROM done x WHERE x.id = t.id))
  GROUP BY t.id $$;
REVOKE ALL ON FUNCTION suspects_outstanding FROM PUBLIC;
GRANT EXECUTE ON FUNCTION suspects_outstanding TO holdfast_app, holdfast_worker;

-- The emergencies of a night are asked for by when they were recorded.
CREATE INDEX "referral_emergency_recorded_at_idx" ON "referral_emergency"("recorded_at");
