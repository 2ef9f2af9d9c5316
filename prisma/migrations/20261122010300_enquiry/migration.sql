-- The enquiry: questions to agencies and their answers, consent, research, and the ledger of what was shared and what was not.
-- CreateTable
CREATE TABLE "information_request" (
    "id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "team_id" UUID,
    "to_words" TEXT,
    "about" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_agency" TEXT NOT NULL,
    "chased_times" INTEGER NOT NULL DEFAULT 0,
    "chased_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by" UUID,
    "withdrawn_why" TEXT,

    CONSTRAINT "information_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "information_answer" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "answer" TEXT,
    "basis" TEXT,
    "reason" TEXT,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_by" UUID NOT NULL,
    "said_by" TEXT,

    CONSTRAINT "information_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent_record" (
    "id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "consent" TEXT NOT NULL,
    "whose" TEXT,
    "why" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,

    CONSTRAINT "consent_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "research_check" (
    "id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "person_id" UUID,
    "system" TEXT NOT NULL,
    "held" BOOLEAN NOT NULL,
    "found" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "checked_by" UUID NOT NULL,

    CONSTRAINT "research_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disclosure" (
    "id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "request_id" UUID,
    "from_agency" TEXT NOT NULL,
    "to_agency" TEXT NOT NULL,
    "to_words" TEXT,
    "shared" BOOLEAN NOT NULL,
    "what" TEXT NOT NULL,
    "basis" TEXT,
    "why" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "disclosure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "information_request_referral_id_idx" ON "information_request"("referral_id");

-- CreateIndex
CREATE INDEX "information_request_team_id_due_at_idx" ON "information_request"("team_id", "due_at");

-- CreateIndex
CREATE INDEX "information_answer_request_id_idx" ON "information_answer"("request_id");

-- CreateIndex
CREATE INDEX "consent_record_referral_id_idx" ON "consent_record"("referral_id");

-- CreateIndex
CREATE INDEX "research_check_referral_id_idx" ON "research_check"("referral_id");

-- CreateIndex
CREATE INDEX "disclosure_referral_id_idx" ON "disclosure"("referral_id");

-- CreateIndex
CREATE INDEX "disclosure_at_id_idx" ON "disclosure"("at" DESC, "id");

-- AddForeignKey
ALTER TABLE "information_answer" ADD CONSTRAINT "information_answer_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "information_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- The walls. A borough's enquiry is its own; an agency that was asked sees that question and its own answers, and nothing else.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['information_request','information_answer','consent_record','research_check','disclosure'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO holdfast_owner USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

CREATE POLICY see ON information_request FOR SELECT TO holdfast_app, holdfast_worker USING (
  borough_in(borough, (SELECT app_record_boroughs())) OR team_id = ANY ((SELECT app_teams())::uuid[])
  OR referral_opened(referral_id, (SELECT app_opened_record())));
CREATE POLICY add ON information_request FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (borough_in(borough, (SELECT app_record_boroughs())) AND asked_by = (SELECT app_account()));
CREATE POLICY change ON information_request FOR UPDATE TO holdfast_app, holdfast_worker
  USING (borough_in(borough, (SELECT app_record_boroughs()))) WITH CHECK (borough_in(borough, (SELECT app_record_boroughs())));

CREATE POLICY see ON information_answer FOR SELECT TO holdfast_app, holdfast_worker USING (
  EXISTS (SELECT 1 FROM information_request q WHERE q.id = request_id));
-- Whoever sees a question through an opened record answers nothing.
CREATE POLICY add ON information_answer FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (
  answered_by = (SELECT app_account()) AND EXISTS (SELECT 1 FROM information_request q WHERE q.id = request_id
    AND (q.team_id = ANY ((SELECT app_teams())::uuid[]) OR borough_in(q.borough, (SELECT app_record_boroughs())))));

DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES ('consent_record', 'recorded_by'), ('research_check', 'checked_by'), ('disclosure', 'recorded_by')) AS x(name, who) LOOP
    EXECUTE format($p$CREATE POLICY see ON %I FOR SELECT TO holdfast_app, holdfast_worker USING (
      borough_in(borough, (SELECT app_record_boroughs())) OR referral_opened(referral_id, (SELECT app_opened_record())))$p$, t.name);
    IF t.name <> 'disclosure' THEN
      EXECUTE format($p$CREATE POLICY add ON %I FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (
        borough_in(borough, (SELECT app_record_boroughs())) AND %I = (SELECT app_account()))$p$, t.name, t.who);
    END IF;
  END LOOP;
END $$;
-- What an agency shared in its answer, or refused to, is a line of the ledger that its own person writes and does not read.
CREATE POLICY add ON disclosure FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (recorded_by = (SELECT app_account()) AND (
  borough_in(borough, (SELECT app_record_boroughs())) OR EXISTS (SELECT 1 FROM information_request q
    WHERE q.id = request_id AND q.referral_id = disclosure.referral_id AND q.borough = disclosure.borough AND q.team_id = ANY ((SELECT app_teams())::uuid[]))));

-- The words stand in columns that the application cannot select; they come from the functions below.
DO $$
DECLARE shut record;
BEGIN
  FOR shut IN SELECT * FROM (VALUES
    ('information_request', ARRAY['to_words','about','question','purpose','withdrawn_why']), ('information_answer', ARRAY['answer','reason','said_by']),
    ('consent_record', ARRAY['whose','why']), ('research_check', ARRAY['found']), ('disclosure', ARRAY['to_words','what','why'])
  ) AS t(name, words) LOOP
    EXECUTE (SELECT format('GRANT SELECT (%s) ON %I TO holdfast_app, holdfast_worker', string_agg(quote_ident(attname), ', '), shut.name)
      FROM pg_attribute WHERE attrelid = shut.name::regclass AND attnum > 0 AND NOT attisdropped AND attname <> ALL (shut.words));
    EXECUTE format('GRANT INSERT ON %I TO holdfast_app, holdfast_worker', shut.name);
  END LOOP;
END $$;
GRANT UPDATE (chased_times, chased_at, withdrawn_at, withdrawn_by, withdrawn_why) ON information_request TO holdfast_app, holdfast_worker;

-- Do the words of this matter open to the actor? As in referral_words: at narrative depth, and where no child of it is barred.
CREATE FUNCTION referral_opens(p_referral uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM referral r WHERE r.id = p_referral AND NOT referral_barred(r.id) AND (
    borough_in(r.borough, app_narrative_boroughs()) OR referral_opened(r.id, app_opened_narrative())
    OR (borough_in(r.borough, app_involved_boroughs()) AND (r.to_agency = 'police' OR r.from_agency = 'police' OR r.concern IS NOT NULL)))) $$;

CREATE FUNCTION request_words(p_ids uuid[]) RETURNS TABLE (id uuid, to_words text, about text, question text, purpose text, withdrawn_why text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT q.id, q.to_words, q.about, q.question, q.purpose, q.withdrawn_why FROM information_request q
  WHERE q.id = ANY (p_ids) AND (q.team_id = ANY (app_teams()) OR referral_opens(q.referral_id)) $$;

CREATE FUNCTION answer_words(p_ids uuid[]) RETURNS TABLE (id uuid, answer text, reason text, said_by text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT a.id, a.answer, a.reason, a.said_by FROM information_answer a JOIN information_request q ON q.id = a.request_id
  WHERE a.id = ANY (p_ids) AND (q.team_id = ANY (app_teams()) OR referral_opens(q.referral_id)) $$;

CREATE FUNCTION consent_words(p_ids uuid[]) RETURNS TABLE (id uuid, whose text, why text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c.id, c.whose, c.why FROM consent_record c WHERE c.id = ANY (p_ids) AND referral_opens(c.referral_id) $$;

CREATE FUNCTION research_words(p_ids uuid[]) RETURNS TABLE (id uuid, found text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c.id, c.found FROM research_check c
  WHERE c.id = ANY (p_ids) AND referral_opens(c.referral_id) AND (c.person_id IS NULL OR NOT person_barred(c.person_id)) $$;

CREATE FUNCTION disclosure_words(p_ids uuid[]) RETURNS TABLE (id uuid, to_words text, what text, why text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT d.id, d.to_words, d.what, d.why FROM disclosure d WHERE d.id = ANY (p_ids) AND referral_opens(d.referral_id) $$;

-- The children a question is about, for the act and the reading log of the team that was asked: answers no page.
CREATE FUNCTION policy_request_children(p_request uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT rp.person_id FROM information_request q JOIN referral_person rp ON rp.referral_id = q.referral_id AND rp.role = 'child'
  WHERE q.id = p_request AND q.team_id = ANY (app_teams()) $$;

REVOKE ALL ON FUNCTION referral_opens, request_words, answer_words, consent_words, research_words, disclosure_words, policy_request_children FROM PUBLIC;
GRANT EXECUTE ON FUNCTION referral_opens, request_words, answer_words, consent_words, research_words, disclosure_words, policy_request_children TO holdfast_app, holdfast_worker;

-- What was asked, said, found, agreed and shared stays as it was: a correction is a further line.
CREATE TRIGGER information_answer_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON information_answer EXECUTE FUNCTION refuse_change();
CREATE TRIGGER consent_record_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON consent_record EXECUTE FUNCTION refuse_change();
CREATE TRIGGER research_check_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON research_check EXECUTE FUNCTION refuse_change();
CREATE TRIGGER disclosure_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON disclosure EXECUTE FUNCTION refuse_change();
CREATE FUNCTION request_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a question is withdrawn, never deleted'; END IF;
  IF (to_jsonb(OLD) - ARRAY['chased_times','chased_at','withdrawn_at','withdrawn_by','withdrawn_why'])
     IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['chased_times','chased_at','withdrawn_at','withdrawn_by','withdrawn_why'])
     OR OLD.withdrawn_at IS NOT NULL OR NEW.chased_times < OLD.chased_times
  THEN RAISE EXCEPTION 'a question is chased or withdrawn, never edited'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER request_never_edited BEFORE UPDATE OR DELETE ON information_request FOR EACH ROW EXECUTE FUNCTION request_guard();

CREATE INDEX information_request_waits ON information_request (team_id, due_at, id) WHERE withdrawn_at IS NULL;
