-- AlterTable
ALTER TABLE "trigger_plan" ADD COLUMN     "how" TEXT NOT NULL DEFAULT 'made';

-- CreateTable
CREATE TABLE "interview_request" (
    "id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "team_id" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "place" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by" UUID NOT NULL,
    "how" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" UUID,
    "entry_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "interview_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "found_with" (
    "id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "entry_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "about" TEXT,
    "grown" BOOLEAN,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "found_with_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forum_decision" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "grounds" TEXT[],
    "forum" TEXT,
    "reason" TEXT NOT NULL,
    "episode_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" UUID NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "forum_decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "interview_request_episode_id_idx" ON "interview_request"("episode_id");

-- CreateIndex
CREATE INDEX "interview_request_team_id_due_at_idx" ON "interview_request"("team_id", "due_at");

-- CreateIndex
CREATE INDEX "found_with_episode_id_idx" ON "found_with"("episode_id");

-- CreateIndex
CREATE INDEX "found_with_borough_at_idx" ON "found_with"("borough", "at");

-- CreateIndex
CREATE INDEX "forum_decision_person_id_at_idx" ON "forum_decision"("person_id", "at");

-- CreateIndex
CREATE INDEX "forum_decision_episode_id_idx" ON "forum_decision"("episode_id");

ALTER TABLE trigger_plan ADD CONSTRAINT trigger_plan_how CHECK (how IN ('made', 'changed', 'reviewed'));
ALTER TABLE interview_request ADD CONSTRAINT interview_how CHECK (how IN ('done', 'declined')),
  ADD CONSTRAINT interview_answered CHECK ((how IS NULL) = (answered_at IS NULL) AND (how IS NULL) = (entry_id IS NULL));
ALTER TABLE forum_decision ADD CONSTRAINT forum_decision_word CHECK (decision IN ('referred', 'set-aside'));
-- What a borough, or London, counts by: the times away of a window.
CREATE INDEX episode_window ON episode (borough, reported_at);
CREATE INDEX episode_reported ON episode (reported_at);
GRANT EXECUTE ON FUNCTION years_at TO holdfast_app, holdfast_worker;
-- A commissioned team is asked once at a time for one return.
CREATE UNIQUE INDEX interview_request_open ON interview_request (episode_id) WHERE answered_at IS NULL AND withdrawn_at IS NULL;

-- ---------------------------------------------------------------------------------------------------------------------
-- The walls. The team that is asked sees that request; whoever has the record of the child sees that it was asked.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['interview_request', 'found_with', 'forum_decision'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO holdfast_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO holdfast_app, holdfast_worker', t);
  END LOOP;
END $$;
CREATE POLICY see ON interview_request FOR SELECT TO holdfast_app, holdfast_worker USING (
  team_id = ANY ((SELECT app_teams())::uuid[])
  OR ((person_in(person_id, (SELECT app_record_boroughs())) OR person_id = ANY ((SELECT app_opened_record())::uuid[])) AND NOT person_barred(person_id)));
CREATE POLICY add ON interview_request FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (asked_by = (SELECT app_account())
  AND person_in(person_id, (SELECT app_record_boroughs())) AND NOT person_barred(person_id));
CREATE POLICY change ON interview_request FOR UPDATE TO holdfast_app, holdfast_worker USING (
  person_in(person_id, (SELECT app_record_boroughs())) AND NOT person_barred(person_id)) WITH CHECK (true);
GRANT UPDATE (withdrawn_at) ON interview_request TO holdfast_app, holdfast_worker;
CREATE POLICY see ON found_with FOR SELECT TO holdfast_app, holdfast_worker USING (EXISTS (SELECT 1 FROM episode e WHERE e.id = episode_id));
CREATE POLICY add ON found_with FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (EXISTS (SELECT 1 FROM episode e WHERE e.id = episode_id));
CREATE POLICY see ON forum_decision FOR SELECT TO holdfast_app, holdfast_worker USING (
  (person_in(person_id, (SELECT app_record_boroughs())) OR person_id = ANY ((SELECT app_opened_record())::uuid[])) AND NOT person_barred(person_id));
CREATE POLICY add ON forum_decision FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (by = (SELECT app_account())
  AND person_in(person_id, (SELECT app_record_boroughs())) AND NOT person_barred(person_id));

-- The commissioned team puts its interview on the episode, which it does not see: nothing but that one answer, once.
CREATE FUNCTION interview_returned(p_request uuid) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT e.returned_at FROM interview_request q JOIN episode e ON e.id = q.episode_id WHERE q.id = p_request AND q.team_id = ANY (app_teams()) $$;
CREATE FUNCTION answer_interview(p_request uuid, p_entry uuid, p_at timestamptz, p_how text, p_now timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE e uuid;
BEGIN
  UPDATE interview_request SET how = p_how, answered_at = p_now, answered_by = app_account(), entry_id = p_entry
  WHERE id = p_request AND team_id = ANY (app_teams()) AND answered_at IS NULL AND withdrawn_at IS NULL RETURNING episode_id INTO e;
  IF e IS NULL THEN RETURN false; END IF;
  UPDATE episode SET interview_at = p_at, interview_how = p_how WHERE id = e AND interview_how IS DISTINCT FROM 'done';
  INSERT INTO episode_entry (entry_id, episode_id) VALUES (p_entry, e);
  RETURN true;
END $$;
-- The team's own words, to that team.
CREATE FUNCTION interview_words(p_request uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p.body FROM interview_request q JOIN entry_payload p ON p.entry_id = q.entry_id WHERE q.id = p_request AND q.team_id = ANY (app_teams()) $$;
REVOKE ALL ON FUNCTION interview_returned, answer_interview, interview_words FROM PUBLIC;
GRANT EXECUTE ON FUNCTION interview_returned, answer_interview, interview_words TO holdfast_app, holdfast_worker;

-- How many, by borough, for those who see figures and no child: counted here and never listed.
CREATE FUNCTION missing_counts(p_since timestamptz, p_now timestamptz, p_repeat int) RETURNS TABLE (borough text, missing int, absent int, children int, repeats int, overdue int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT g.borough, sum(g.missing)::int, sum(g.absent)::int, count(*)::int, count(*) FILTER (WHERE g.missing + g.absent >= p_repeat)::int, sum(g.overdue)::int FROM (
    SELECT e.borough, e.person_id, count(*) FILTER (WHERE NOT (e.class = 'absent' AND e.absent_until > coalesce(e.returned_at, p_now))) AS missing,
      count(*) FILTER (WHERE e.class = 'absent' AND e.absent_until > coalesce(e.returned_at, p_now)) AS absent,
      count(*) FILTER (WHERE e.returned_at < p_now - interval '72 hours' AND (e.interview_how IS NULL OR e.interview_how = 'not-offered')) AS overdue
    FROM episode e WHERE e.reported_at > p_since AND borough_in(e.borough, app_figure_boroughs()) GROUP BY e.borough, e.person_id) g
  GROUP BY g.borough ORDER BY g.borough $$;
REVOKE ALL ON FUNCTION missing_counts FROM PUBLIC;
GRANT EXECUTE ON FUNCTION missing_counts TO holdfast_app, holdfast_worker;

-- ---------------------------------------------------------------------------------------------------------------------
-- Never edited. Words go only with a redaction of the entry that they stand on (arguments: the columns of words).
CREATE FUNCTION words_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - TG_ARGV) = (to_jsonb(OLD) - TG_ARGV)
     AND NOT EXISTS (SELECT 1 FROM jsonb_each_text(to_jsonb(NEW)) AS w WHERE w.key = ANY (TG_ARGV) AND coalesce(w.value, '') <> '')
     AND EXISTS (SELECT 1 FROM entry a WHERE a.kind = 'words-redacted' AND a.corrects = NEW.entry_id) THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% is append-only: only a redaction under recorded authority takes words away', TG_TABLE_NAME;
END $$;
CREATE TRIGGER found_with_never_edited BEFORE UPDATE OR DELETE ON found_with FOR EACH ROW EXECUTE FUNCTION words_stand('name', 'about');
CREATE TRIGGER found_with_never_cut BEFORE TRUNCATE ON found_with EXECUTE FUNCTION refuse_change();
CREATE TRIGGER forum_decision_never_edited BEFORE UPDATE OR DELETE ON forum_decision FOR EACH ROW EXECUTE FUNCTION words_stand('reason', 'forum');
CREATE TRIGGER forum_decision_never_cut BEFORE TRUNCATE ON forum_decision EXECUTE FUNCTION refuse_change();
CREATE FUNCTION interview_request_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a request for an interview is answered or withdrawn, never deleted'; END IF;
  IF (to_jsonb(OLD) - ARRAY['how', 'answered_at', 'answered_by', 'entry_id', 'withdrawn_at']) IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['how', 'answered_at', 'answered_by', 'entry_id', 'withdrawn_at'])
     OR OLD.answered_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL
  THEN RAISE EXCEPTION 'a request for an interview is answered or withdrawn once, never edited'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER interview_request_never_edited BEFORE UPDATE OR DELETE ON interview_request FOR EACH ROW EXECUTE FUNCTION interview_request_guard();
CREATE TRIGGER interview_request_never_cut BEFORE TRUNCATE ON interview_request EXECUTE FUNCTION refuse_change();
-- A trigger plan was guarded against an end taken back, and not against its words being changed.
CREATE OR REPLACE FUNCTION trigger_plan_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE words text[] := ARRAY['first', 'places', 'people', 'contact', 'travel', 'risks'];
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a trigger plan is followed by the next, never deleted'; END IF;
  IF (to_jsonb(NEW) - words) = (to_jsonb(OLD) - words) AND NOT EXISTS (SELECT 1 FROM jsonb_each_text(to_jsonb(NEW)) AS w WHERE w.key = ANY (words) AND coalesce(w.value, '') <> '')
     AND EXISTS (SELECT 1 FROM entry a WHERE a.kind = 'words-redacted' AND a.corrects = NEW.entry_id) THEN RETURN NEW; END IF;
  IF OLD.ended_at IS NOT NULL THEN RAISE EXCEPTION 'this trigger plan has ended: make the next version'; END IF;
  IF (to_jsonb(NEW) - 'ended_at') IS DISTINCT FROM (to_jsonb(OLD) - 'ended_at') THEN RAISE EXCEPTION 'a trigger plan is followed by the next, never edited'; END IF;
  RETURN NEW;
END $$;

-- What was written down beside an entry goes with its words.
CREATE OR REPLACE FUNCTION redact_words(p_entry uuid, p_authority text, p_agency text, p_now timestamptz) RETURNS uuid LANGUAGE plpgsql SET search_path = public AS $$
DECLARE e entry; authority uuid := gen_random_uuid();
BEGIN
  IF btrim(coalesce(p_authority, '')) = '' THEN RAISE EXCEPTION 'a redaction needs an authority: the order or the decision it is done under'; END IF;
  SELECT * INTO STRICT e FROM entry WHERE id = p_entry;
  PERFORM append_entry(authority, e.ledger, 'words-redacted', 'Words of an entry redacted', p_now, p_now, NULL, p_agency, NULL, e.referral_id,
    e.id, e.subject_ids, encode(sha256(convert_to(authority::text || clock_timestamp()::text || random()::text, 'UTF8')), 'hex'), jsonb_build_object('authority', p_authority));
  UPDATE entry_payload SET body = '{}'::jsonb, salt = '', redacted_at = p_now, redacted_under = authority::text WHERE entry_id = e.id;
  UPDATE trigger_plan SET first = '', places = NULL, people = NULL, contact = NULL, travel = NULL, risks = NULL WHERE entry_id = e.id;
  UPDATE found_with SET name = '', about = NULL WHERE entry_id = e.id;
  UPDATE forum_decision SET reason = '', forum = NULL WHERE entry_id = e.id;
  IF e.kind = 'missing-reported' THEN
    UPDATE episode SET caller_name = NULL, caller_phone = NULL, last_seen_where = NULL WHERE entry_id = e.id;
  ELSIF e.kind = 'child-returned' THEN
    UPDATE episode SET found_where = NULL, found_with = NULL WHERE id = (SELECT x.episode_id FROM episode_entry x WHERE x.entry_id = e.id);
  END IF;
  RETURN authority;
END $$;
