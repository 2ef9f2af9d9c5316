-- CreateTable
CREATE TABLE "meeting_call" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "borough" TEXT NOT NULL,
    "referral_id" UUID,
    "mode" TEXT NOT NULL,
    "meets_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT,
    "names_shared" BOOLEAN NOT NULL,
    "called_at" TIMESTAMPTZ(3) NOT NULL,
    "called_by" UUID NOT NULL,
    "called_off_at" TIMESTAMPTZ(3),
    "called_off_by" UUID,
    "meeting_id" UUID,

    CONSTRAINT "meeting_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_call_child" (
    "call_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "meeting_call_child_pkey" PRIMARY KEY ("call_id","person_id")
);

-- CreateTable
CREATE TABLE "meeting_invitation" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "account_id" UUID,
    "required" BOOLEAN NOT NULL,

    CONSTRAINT "meeting_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_answer" (
    "id" UUID NOT NULL,
    "invitation_id" UUID NOT NULL,
    "coming" BOOLEAN NOT NULL,
    "instead_name" TEXT,
    "instead_account" UUID,
    "brings" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_account" UUID NOT NULL,

    CONSTRAINT "meeting_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_copy" (
    "meeting_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "account_id" UUID,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3),
    "received_by" UUID,

    CONSTRAINT "meeting_copy_pkey" PRIMARY KEY ("meeting_id","participant_id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "borough" TEXT NOT NULL,
    "about_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "to_account" UUID NOT NULL,
    "to_address" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "written_by" UUID NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_by" UUID,
    "handed_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "answer" TEXT,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "meeting_call_reference_key" ON "meeting_call"("reference");

-- CreateIndex
CREATE INDEX "meeting_call_borough_meets_at_idx" ON "meeting_call"("borough", "meets_at");

-- CreateIndex
CREATE INDEX "meeting_call_referral_id_idx" ON "meeting_call"("referral_id");

-- CreateIndex
CREATE INDEX "meeting_call_child_person_id_idx" ON "meeting_call_child"("person_id");

-- CreateIndex
CREATE INDEX "meeting_invitation_call_id_idx" ON "meeting_invitation"("call_id");

-- CreateIndex
CREATE INDEX "meeting_invitation_account_id_idx" ON "meeting_invitation"("account_id");

-- CreateIndex
CREATE INDEX "meeting_answer_invitation_id_idx" ON "meeting_answer"("invitation_id");

-- CreateIndex
CREATE INDEX "mail_about_id_idx" ON "mail"("about_id");

-- AddForeignKey
ALTER TABLE "meeting_call_child" ADD CONSTRAINT "meeting_call_child_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "meeting_call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_invitation" ADD CONSTRAINT "meeting_invitation_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "meeting_call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_answer" ADD CONSTRAINT "meeting_answer_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "meeting_invitation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- The second wall. A called discussion is its borough's, and theirs who are asked to it; a mail is its borough's and the reader's own.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['meeting_call','meeting_call_child','meeting_invitation','meeting_answer','meeting_copy','mail'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO holdfast_owner USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- Whoever is asked, or comes instead. SECURITY DEFINER: the policy on meeting_invitation would ask meeting_call again.
CREATE FUNCTION app_invited(p_call uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM meeting_invitation i WHERE i.call_id = p_call AND (i.account_id = app_account()
    OR EXISTS (SELECT 1 FROM meeting_answer a WHERE a.invitation_id = i.id AND a.instead_account = app_account()))) $$;
CREATE FUNCTION call_barred(c uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM meeting_call_child k JOIN person x ON x.id = k.person_id
    WHERE k.call_id = c AND x.restricted AND NOT (x.id = ANY (app_opened_glass()))) $$;

-- The children a discussion is called about, by name, for those who are asked: only where it was said that they are told, never a restricted one.
CREATE FUNCTION call_children(p_call uuid) RETURNS TABLE (given_name text, family_name text, description text, born_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT x.given_name, x.family_name, x.description, x.born_on FROM meeting_call c JOIN meeting_call_child k ON k.call_id = c.id JOIN person x ON x.id = k.person_id
  WHERE c.id = p_call AND c.names_shared AND c.called_off_at IS NULL AND app_invited(c.id) AND NOT x.restricted ORDER BY x.family_name, x.given_name, x.id $$;
-- For the act of somebody who is asked: whom the discussion is about. It answers the act and no page.
CREATE FUNCTION policy_call_children(p_call uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT person_id FROM meeting_call_child WHERE call_id = p_call $$;
-- And for the receipt of a record: whom the meeting was about.
CREATE FUNCTION policy_meeting_children(p_meeting uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT person_id FROM meeting_child WHERE meeting_id = p_meeting $$;
-- What agencies said they bring: to whoever said it, and with the words of the record.
CREATE FUNCTION call_words(p_call uuid) RETURNS TABLE (answer_id uuid, brings text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT a.id, a.brings FROM meeting_answer a JOIN meeting_invitation i ON i.id = a.invitation_id JOIN meeting_call c ON c.id = i.call_id
  WHERE c.id = p_call AND a.brings IS NOT NULL AND (a.by_account = app_account() OR i.account_id = app_account() OR (NOT call_barred(c.id) AND (
    borough_in(c.borough, app_narrative_boroughs())
    OR (borough_in(c.borough, app_involved_boroughs()) AND EXISTS (SELECT 1 FROM meeting_invitation p WHERE p.call_id = c.id AND p.agency = 'police'))))) $$;
REVOKE ALL ON FUNCTION app_invited, call_barred, call_children, policy_call_children, policy_meeting_children, call_words FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_invited, call_barred, call_children, policy_call_children, policy_meeting_children, call_words TO holdfast_app, holdfast_worker;

GRANT SELECT, INSERT ON meeting_call, meeting_call_child, meeting_invitation, meeting_copy TO holdfast_app, holdfast_worker;
GRANT UPDATE (mode, meets_at, place, called_off_at, called_off_by, meeting_id) ON meeting_call TO holdfast_app, holdfast_worker;
GRANT UPDATE (received_at, received_by) ON meeting_copy TO holdfast_app, holdfast_worker;
GRANT INSERT ON meeting_answer TO holdfast_app, holdfast_worker;
GRANT SELECT (id, invitation_id, coming, instead_name, instead_account, at, by_account) ON meeting_answer TO holdfast_app, holdfast_worker;

CREATE POLICY see ON meeting_call FOR SELECT TO holdfast_app, holdfast_worker USING (
  borough_in(borough, (SELECT app_record_boroughs())) OR app_invited(id));
CREATE POLICY add ON meeting_call FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (borough_in(borough, (SELECT app_record_boroughs())) AND called_by = (SELECT app_account()));
CREATE POLICY change ON meeting_call FOR UPDATE TO holdfast_app, holdfast_worker
  USING (borough_in(borough, (SELECT app_record_boroughs()))) WITH CHECK (borough_in(borough, (SELECT app_record_boroughs())));
CREATE POLICY see ON meeting_call_child FOR SELECT TO holdfast_app, holdfast_worker USING (
  EXISTS (SELECT 1 FROM meeting_call c WHERE c.id = call_id AND borough_in(c.borough, (SELECT app_record_boroughs()))));
CREATE POLICY add ON meeting_call_child FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (
  EXISTS (SELECT 1 FROM meeting_call c WHERE c.id = call_id AND borough_in(c.borough, (SELECT app_record_boroughs()))));
CREATE POLICY see ON meeting_invitation FOR SELECT TO holdfast_app, holdfast_worker USING (
  EXISTS (SELECT 1 FROM meeting_call c WHERE c.id = call_id));
CREATE POLICY add ON meeting_invitation FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (
  EXISTS (SELECT 1 FROM meeting_call c WHERE c.id = call_id AND borough_in(c.borough, (SELECT app_record_boroughs()))));
CREATE POLICY see ON meeting_answer FOR SELECT TO holdfast_app, holdfast_worker USING (
  EXISTS (SELECT 1 FROM meeting_invitation i WHERE i.id = invitation_id));
-- For oneself, or for somebody else by whoever convenes; never in another's name.
CREATE POLICY add ON meeting_answer FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (by_account = (SELECT app_account()) AND
  EXISTS (SELECT 1 FROM meeting_invitation i JOIN meeting_call c ON c.id = i.call_id
    WHERE i.id = invitation_id AND (i.account_id = (SELECT app_account()) OR borough_in(c.borough, (SELECT app_record_boroughs())))));
CREATE POLICY see ON meeting_copy FOR SELECT TO holdfast_app, holdfast_worker USING (
  account_id = (SELECT app_account()) OR EXISTS (SELECT 1 FROM meeting m WHERE m.id = meeting_id AND borough_in(m.borough, (SELECT app_record_boroughs()))));
CREATE POLICY add ON meeting_copy FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (
  EXISTS (SELECT 1 FROM meeting m WHERE m.id = meeting_id AND borough_in(m.borough, (SELECT app_record_boroughs()))));
-- One's own receipt; for somebody who has no account here, whoever sends the record.
CREATE POLICY change ON meeting_copy FOR UPDATE TO holdfast_app, holdfast_worker USING (
  account_id = (SELECT app_account()) OR (account_id IS NULL AND EXISTS (SELECT 1 FROM meeting m WHERE m.id = meeting_id AND borough_in(m.borough, (SELECT app_record_boroughs())))))
  WITH CHECK (received_by = (SELECT app_account()));

-- Mail: written with the act, never by another's name; how it fares is the worker's to say. The address is the worker's to read.
GRANT INSERT ON mail TO holdfast_app, holdfast_worker;
GRANT SELECT ON mail TO holdfast_worker;
GRANT SELECT (id, kind, borough, about_id, reference, path, to_account, written_at, written_by, attempts, next_try_at, claimed_by, handed_at, sent_at, failed_at, problem, answer)
  ON mail TO holdfast_app;
GRANT UPDATE (attempts, next_try_at, claimed_by, handed_at, sent_at, failed_at, problem, answer) ON mail TO holdfast_worker;
CREATE POLICY see ON mail FOR SELECT TO holdfast_app USING (
  borough_in(borough, (SELECT app_record_boroughs())) OR to_account = (SELECT app_account()) OR written_by = (SELECT app_account()));
CREATE POLICY see_all ON mail FOR SELECT TO holdfast_worker USING (true);
CREATE POLICY add ON mail FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (
  written_by = (SELECT app_account()) AND attempts = 0 AND claimed_by IS NULL AND handed_at IS NULL AND sent_at IS NULL AND failed_at IS NULL);
CREATE POLICY change ON mail FOR UPDATE TO holdfast_worker USING (true) WITH CHECK (true);
CREATE INDEX mail_waiting ON mail (written_at, id) WHERE sent_at IS NULL AND failed_at IS NULL;

-- What was told is kept: a mail that was sent or failed stays as it is, and what it says never changes.
CREATE FUNCTION mail_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a mail is sent or failed, never deleted'; END IF;
  IF (OLD.id, OLD.kind, OLD.borough, OLD.about_id, OLD.reference, OLD.path, OLD.to_account, OLD.to_address, OLD.written_at, OLD.written_by)
     IS DISTINCT FROM (NEW.id, NEW.kind, NEW.borough, NEW.about_id, NEW.reference, NEW.path, NEW.to_account, NEW.to_address, NEW.written_at, NEW.written_by)
     OR OLD.sent_at IS NOT NULL OR OLD.failed_at IS NOT NULL OR (NEW.sent_at IS NOT NULL AND NEW.failed_at IS NOT NULL)
  THEN RAISE EXCEPTION 'a mail is sent or failed, never edited'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER mail_never_edited BEFORE UPDATE OR DELETE ON mail FOR EACH ROW EXECUTE FUNCTION mail_guard();
-- The worker hears of it at the commit; a mail of an act that was rolled back is never heard of.
CREATE FUNCTION mail_heard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('mail_written', ''); RETURN NULL; END $$;
CREATE TRIGGER mail_written AFTER INSERT ON mail FOR EACH STATEMENT EXECUTE FUNCTION mail_heard();

CREATE TRIGGER meeting_answer_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON meeting_answer EXECUTE FUNCTION refuse_change();
CREATE TRIGGER meeting_invitation_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON meeting_invitation EXECUTE FUNCTION refuse_change();
CREATE TRIGGER meeting_call_child_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON meeting_call_child EXECUTE FUNCTION refuse_change();
-- A call is moved while it is open; called off or held once, and then it stands.
CREATE FUNCTION meeting_call_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a meeting is called off, never deleted'; END IF;
  IF OLD.called_off_at IS NOT NULL OR OLD.meeting_id IS NOT NULL
     OR (OLD.id, OLD.kind, OLD.reference, OLD.borough, OLD.referral_id, OLD.names_shared, OLD.called_at, OLD.called_by)
     IS DISTINCT FROM (NEW.id, NEW.kind, NEW.reference, NEW.borough, NEW.referral_id, NEW.names_shared, NEW.called_at, NEW.called_by)
  THEN RAISE EXCEPTION 'a meeting that was held or called off stays as it was called'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER meeting_call_stands BEFORE UPDATE OR DELETE ON meeting_call FOR EACH ROW EXECUTE FUNCTION meeting_call_guard();
CREATE FUNCTION meeting_copy_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.received_at IS NOT NULL OR (OLD.meeting_id, OLD.participant_id, OLD.account_id, OLD.sent_at) IS DISTINCT FROM (NEW.meeting_id, NEW.participant_id, NEW.account_id, NEW.sent_at)
  THEN RAISE EXCEPTION 'a receipt is given once'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER meeting_copy_once BEFORE UPDATE OR DELETE ON meeting_copy FOR EACH ROW EXECUTE FUNCTION meeting_copy_guard();
