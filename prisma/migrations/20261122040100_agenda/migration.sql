-- AlterTable
ALTER TABLE "meeting_call" ADD COLUMN     "chair_account" UUID,
ADD COLUMN     "chair_agency" TEXT,
ADD COLUMN     "chair_name" TEXT,
ADD COLUMN     "chair_rank" TEXT,
ADD COLUMN     "lead_agency" TEXT,
ADD COLUMN     "month" TEXT,
ADD COLUMN     "opened_at" TIMESTAMPTZ(3),
ADD COLUMN     "opened_by" UUID;

-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "exception_at" TIMESTAMPTZ(3),
ADD COLUMN     "exception_by" UUID,
ADD COLUMN     "exception_reason" TEXT,
ADD COLUMN     "signed_off_at" TIMESTAMPTZ(3),
ADD COLUMN     "signed_off_by" UUID;

-- AlterTable
ALTER TABLE "action" ADD COLUMN     "call_id" UUID,
ADD COLUMN     "item_id" UUID;

-- CreateTable
CREATE TABLE "meeting_item" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID,
    "place_id" UUID,
    "title" TEXT,
    "why" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "strategy_reference" TEXT,
    "override_reason" TEXT,
    "shared_with" TEXT[],
    "position" INTEGER NOT NULL,
    "listed_at" TIMESTAMPTZ(3) NOT NULL,
    "listed_by" UUID NOT NULL,
    "entry_id" UUID,
    "risk_level" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" UUID,
    "closed_entry" UUID,
    "carried_to" UUID,

    CONSTRAINT "meeting_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_minute" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "base" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "item_minute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_research" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "agency" TEXT NOT NULL,
    "nothing_known" BOOLEAN NOT NULL,
    "says" TEXT,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "item_research_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_option" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "option" TEXT NOT NULL,
    "used" BOOLEAN NOT NULL,
    "why" TEXT NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "item_option_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_attendance" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "invitation_id" UUID,
    "part" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "rank" TEXT,
    "account_id" UUID,
    "present" BOOLEAN NOT NULL,
    "can_commit" BOOLEAN,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_review" (
    "call_id" UUID NOT NULL,
    "action_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "action_review_pkey" PRIMARY KEY ("call_id","action_id")
);

-- CreateTable
CREATE TABLE "board_escalation" (
    "id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "call_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" UUID,
    "answer" TEXT,

    CONSTRAINT "board_escalation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "meeting_item_call_id_idx" ON "meeting_item"("call_id");

-- CreateIndex
CREATE INDEX "meeting_item_person_id_idx" ON "meeting_item"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "item_minute_item_id_field_version_key" ON "item_minute"("item_id", "field", "version");

-- CreateIndex
CREATE INDEX "item_research_item_id_idx" ON "item_research"("item_id");

-- CreateIndex
CREATE INDEX "item_option_item_id_idx" ON "item_option"("item_id");

-- CreateIndex
CREATE INDEX "meeting_attendance_call_id_idx" ON "meeting_attendance"("call_id");

-- CreateIndex
CREATE INDEX "board_escalation_borough_at_idx" ON "board_escalation"("borough", "at");

-- CreateIndex
CREATE INDEX "action_call_id_idx" ON "action"("call_id");

-- AddForeignKey
ALTER TABLE "meeting_item" ADD CONSTRAINT "meeting_item_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "meeting_call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_minute" ADD CONSTRAINT "item_minute_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "meeting_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_research" ADD CONSTRAINT "item_research_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "meeting_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_option" ADD CONSTRAINT "item_option_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "meeting_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "meeting_call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- Closed words, and what cannot be otherwise.
ALTER TABLE meeting_item ADD CONSTRAINT meeting_item_kind CHECK (kind IN ('victim', 'offender', 'location', 'theme')),
  ADD CONSTRAINT meeting_item_source CHECK (source IN ('listed', 'map-output', 'carried')),
  ADD CONSTRAINT meeting_item_risk CHECK (risk_level IN ('low', 'medium', 'high')),
  ADD CONSTRAINT meeting_item_about CHECK (CASE WHEN kind IN ('victim', 'offender') THEN person_id IS NOT NULL AND place_id IS NULL WHEN kind = 'location' THEN person_id IS NULL ELSE person_id IS NULL AND place_id IS NULL END),
  -- mase-gate: a child stands on the list with a strategy discussion behind it, or with the reason why not.
  ADD CONSTRAINT meeting_item_gate CHECK (kind <> 'victim' OR strategy_reference IS NOT NULL OR override_reason IS NOT NULL),
  ADD CONSTRAINT meeting_item_closed CHECK ((closed_at IS NULL) = (closed_by IS NULL));
ALTER TABLE item_minute ADD CONSTRAINT item_minute_field CHECK (field IN ('analysis', 'risk', 'decision', 'mitigation', 'notes')),
  ADD CONSTRAINT item_minute_version CHECK (version > 0 AND base >= 0 AND base < version);
ALTER TABLE item_research ADD CONSTRAINT item_research_says CHECK (nothing_known OR says IS NOT NULL);
ALTER TABLE action_review ADD CONSTRAINT action_review_outcome CHECK (outcome IN ('done', 'carried', 'not-due'));
ALTER TABLE meeting_call ADD CONSTRAINT meeting_call_month CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT meeting_call_opened CHECK ((opened_at IS NULL) = (opened_by IS NULL));
ALTER TABLE meeting ADD CONSTRAINT meeting_signed_off CHECK ((signed_off_at IS NULL) = (signed_off_by IS NULL)),
  ADD CONSTRAINT meeting_exception CHECK ((exception_at IS NULL) = (exception_by IS NULL) AND (exception_at IS NULL) = (exception_reason IS NULL)),
  -- Nobody makes the exception that their own sign-off needs.
  ADD CONSTRAINT meeting_exception_by_another CHECK (exception_by IS NULL OR signed_off_by IS NULL OR exception_by <> signed_off_by);
-- One meeting a month for each borough, however many lists are opened at once.
CREATE UNIQUE INDEX meeting_call_of_month ON meeting_call (kind, borough, month) WHERE month IS NOT NULL;
-- A person or a place is on one agenda once.
CREATE UNIQUE INDEX meeting_item_person_once ON meeting_item (call_id, kind, person_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX meeting_item_place_once ON meeting_item (call_id, place_id) WHERE place_id IS NOT NULL;

-- ---------------------------------------------------------------------------------------------------------------------
-- The walls. Boroughs whose multi-agency meetings the actor runs or prepares: their agendas open, whatever else of the record does.
CREATE FUNCTION app_meeting_boroughs() RETURNS text[] LANGUAGE sql STABLE AS
  $$ SELECT string_to_array(coalesce(current_setting('app.meeting_boroughs', true), ''), ',') $$;
-- Asked to the meeting, or coming instead, for an agency with which the item is shared.
CREATE FUNCTION app_shares(p_call uuid, p_with text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM meeting_invitation i WHERE i.call_id = p_call AND i.agency = ANY (p_with) AND (i.account_id = app_account()
    OR EXISTS (SELECT 1 FROM meeting_answer a WHERE a.invitation_id = i.id AND a.instead_account = app_account()))) $$;
CREATE FUNCTION app_asked_for(p_call uuid, p_agency text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT app_shares(p_call, ARRAY[p_agency]) $$;
-- Whether the words of an item open: to those who run the meeting, to the narrative of its borough, to the agencies it is shared with; about a
-- restricted person to nobody who has not opened that person.
CREATE FUNCTION item_opens(p_item uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM meeting_item i WHERE i.id = p_item AND (i.person_id IS NULL OR NOT person_barred(i.person_id)) AND (
    borough_in(i.borough, app_narrative_boroughs()) OR borough_in(i.borough, app_meeting_boroughs())
    OR i.person_id = ANY (app_opened_narrative()) OR app_shares(i.call_id, i.shared_with))) $$;
CREATE FUNCTION agenda_words(p_call uuid) RETURNS TABLE (item_id uuid, title text, why text, override_reason text, opens boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT i.id, CASE WHEN o.opens THEN i.title END, CASE WHEN o.opens THEN i.why END, CASE WHEN o.opens THEN i.override_reason END, o.opens
  FROM meeting_item i CROSS JOIN LATERAL (SELECT item_opens(i.id) AS opens) o
  WHERE i.call_id = p_call AND (o.opens OR borough_in(i.borough, app_record_boroughs())) $$;
-- Whom the items are about, by name, for an agency that is asked to the meeting and works on no record here.
CREATE FUNCTION agenda_people(p_call uuid) RETURNS TABLE (item_id uuid, given_name text, family_name text, description text, born_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT i.id, x.given_name, x.family_name, x.description, x.born_on FROM meeting_item i JOIN person x ON x.id = i.person_id
  WHERE i.call_id = p_call AND app_shares(i.call_id, i.shared_with) AND NOT person_barred(x.id) $$;
-- Children and people of concern on the agendas of these boroughs' monthly meetings, lately: what its chair reads in full (access).
CREATE FUNCTION listed_lately(p_boroughs text[], p_since timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT i.person_id FROM meeting_item i JOIN meeting_call c ON c.id = i.call_id
  WHERE i.person_id IS NOT NULL AND borough_in(i.borough, p_boroughs) AND c.called_off_at IS NULL AND c.month IS NOT NULL AND c.meets_at > p_since $$;
REVOKE ALL ON FUNCTION app_meeting_boroughs, app_shares, app_asked_for, item_opens, agenda_words, agenda_people, listed_lately FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_meeting_boroughs, app_shares, app_asked_for, item_opens, agenda_words, agenda_people, listed_lately TO holdfast_app, holdfast_worker;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['meeting_item', 'item_minute', 'item_research', 'item_option', 'meeting_attendance', 'action_review', 'board_escalation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO holdfast_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO holdfast_app, holdfast_worker', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', t || '_never_cut', t);
  END LOOP;
END $$;
-- The words of an item come from agenda_words.
REVOKE SELECT ON meeting_item FROM holdfast_app, holdfast_worker;
GRANT SELECT (id, call_id, borough, kind, person_id, place_id, source, strategy_reference, shared_with, position, listed_at, listed_by, entry_id, risk_level, closed_at, closed_by, closed_entry, carried_to)
  ON meeting_item TO holdfast_app, holdfast_worker;
GRANT UPDATE (position, shared_with, risk_level, closed_at, closed_by, closed_entry, carried_to, entry_id, strategy_reference) ON meeting_item TO holdfast_app, holdfast_worker;
CREATE POLICY see ON meeting_item FOR SELECT TO holdfast_app, holdfast_worker USING (
  borough_in(borough, (SELECT app_record_boroughs())) OR borough_in(borough, (SELECT app_meeting_boroughs())) OR app_shares(call_id, shared_with));
CREATE POLICY add ON meeting_item FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (
  listed_by = (SELECT app_account()) AND borough_in(borough, (SELECT app_record_boroughs()))
  AND EXISTS (SELECT 1 FROM meeting_call c WHERE c.id = call_id AND c.borough = meeting_item.borough));
CREATE POLICY change ON meeting_item FOR UPDATE TO holdfast_app, holdfast_worker USING (borough_in(borough, (SELECT app_record_boroughs()))) WITH CHECK (true);

CREATE POLICY see ON item_minute FOR SELECT TO holdfast_app, holdfast_worker USING (item_opens(item_id));
CREATE POLICY add ON item_minute FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (
  by = (SELECT app_account()) AND item_opens(item_id) AND EXISTS (SELECT 1 FROM meeting_item i WHERE i.id = item_id AND borough_in(i.borough, (SELECT app_record_boroughs()))));
-- Before the meeting an agency sees its own research; in the room it is what was brought.
CREATE POLICY see ON item_research FOR SELECT TO holdfast_app, holdfast_worker USING (
  item_opens(item_id) AND EXISTS (SELECT 1 FROM meeting_item i JOIN meeting_call c ON c.id = i.call_id
    WHERE i.id = item_id AND (borough_in(i.borough, (SELECT app_record_boroughs())) OR c.opened_at IS NOT NULL OR app_asked_for(c.id, agency))));
CREATE POLICY add ON item_research FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (
  by = (SELECT app_account()) AND EXISTS (SELECT 1 FROM meeting_item i WHERE i.id = item_id
    AND (borough_in(i.borough, (SELECT app_record_boroughs())) OR (app_asked_for(i.call_id, agency) AND agency = ANY (i.shared_with)))));
CREATE POLICY see ON item_option FOR SELECT TO holdfast_app, holdfast_worker USING (item_opens(item_id));
CREATE POLICY add ON item_option FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (
  by = (SELECT app_account()) AND item_opens(item_id) AND EXISTS (SELECT 1 FROM meeting_item i WHERE i.id = item_id AND borough_in(i.borough, (SELECT app_record_boroughs()))));
GRANT UPDATE (present, can_commit, rank, name, by, at) ON meeting_attendance TO holdfast_app, holdfast_worker;
CREATE POLICY see ON meeting_attendance FOR SELECT TO holdfast_app, holdfast_worker USING (EXISTS (SELECT 1 FROM meeting_call c WHERE c.id = call_id));
CREATE POLICY add ON meeting_attendance FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (
  by = (SELECT app_account()) AND EXISTS (SELECT 1 FROM meeting_call c WHERE c.id = call_id AND borough_in(c.borough, (SELECT app_record_boroughs()))));
CREATE POLICY change ON meeting_attendance FOR UPDATE TO holdfast_app, holdfast_worker
  USING (EXISTS (SELECT 1 FROM meeting_call c WHERE c.id = call_id AND borough_in(c.borough, (SELECT app_record_boroughs())))) WITH CHECK (by = (SELECT app_account()));
CREATE POLICY see ON action_review FOR SELECT TO holdfast_app, holdfast_worker USING (
  EXISTS (SELECT 1 FROM meeting_call c WHERE c.id = call_id AND borough_in(c.borough, (SELECT app_record_boroughs()))));
CREATE POLICY add ON action_review FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (
  by = (SELECT app_account()) AND EXISTS (SELECT 1 FROM meeting_call c WHERE c.id = call_id AND borough_in(c.borough, (SELECT app_record_boroughs()))));
CREATE POLICY see ON board_escalation FOR SELECT TO holdfast_app, holdfast_worker USING (borough_in(borough, (SELECT app_record_boroughs())) OR borough_in(borough, (SELECT app_meeting_boroughs())));
CREATE POLICY add ON board_escalation FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (by = (SELECT app_account()) AND borough_in(borough, (SELECT app_record_boroughs())));
GRANT UPDATE (answered_at, answered_by, answer) ON board_escalation TO holdfast_app, holdfast_worker;
CREATE POLICY change ON board_escalation FOR UPDATE TO holdfast_app, holdfast_worker USING (borough_in(borough, (SELECT app_record_boroughs())) AND answered_at IS NULL) WITH CHECK (answered_by = (SELECT app_account()));

-- The new columns of older tables: none of them holds a word about a child but the exception, which everybody who sees the record sees.
GRANT SELECT (signed_off_at, signed_off_by, exception_reason, exception_at, exception_by) ON meeting TO holdfast_app, holdfast_worker;
GRANT SELECT (call_id, item_id) ON action TO holdfast_app, holdfast_worker;
GRANT UPDATE (opened_at, opened_by, chair_name, chair_agency, chair_rank, chair_account, lead_agency, names_shared) ON meeting_call TO holdfast_app, holdfast_worker;

-- ---------------------------------------------------------------------------------------------------------------------
-- What stands.
CREATE FUNCTION meeting_item_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'an item of an agenda is closed or carried, never deleted'; END IF;
  IF (OLD.id, OLD.call_id, OLD.borough, OLD.kind, OLD.person_id, OLD.place_id, OLD.title, OLD.source, OLD.listed_at, OLD.listed_by, OLD.override_reason)
     IS DISTINCT FROM (NEW.id, NEW.call_id, NEW.borough, NEW.kind, NEW.person_id, NEW.place_id, NEW.title, NEW.source, NEW.listed_at, NEW.listed_by, NEW.override_reason)
     OR (OLD.closed_at IS NOT NULL AND (to_jsonb(NEW) - 'why') IS DISTINCT FROM (to_jsonb(OLD) - 'why'))
     OR (OLD.carried_to IS NOT NULL AND OLD.carried_to IS DISTINCT FROM NEW.carried_to)
  THEN RAISE EXCEPTION 'an item of an agenda is listed once and closed once'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER meeting_item_stands BEFORE UPDATE OR DELETE ON meeting_item FOR EACH ROW EXECUTE FUNCTION meeting_item_guard();
-- Nothing is typed into an item that is closed, or into a meeting that has ended: the record that people agreed on would change under them.
CREATE FUNCTION minute_in_session() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM meeting_item i JOIN meeting_call c ON c.id = i.call_id WHERE i.id = NEW.item_id AND (i.closed_at IS NOT NULL OR c.meeting_id IS NOT NULL OR c.called_off_at IS NOT NULL))
  THEN RAISE EXCEPTION 'the item is closed, or the meeting has ended'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER item_minute_in_session BEFORE INSERT ON item_minute FOR EACH ROW EXECUTE FUNCTION minute_in_session();
CREATE TRIGGER item_option_in_session BEFORE INSERT ON item_option FOR EACH ROW EXECUTE FUNCTION minute_in_session();
CREATE TRIGGER item_minute_never_edited BEFORE UPDATE OR DELETE ON item_minute FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER item_research_never_edited BEFORE UPDATE OR DELETE ON item_research FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER item_option_never_edited BEFORE UPDATE OR DELETE ON item_option FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER action_review_never_edited BEFORE UPDATE OR DELETE ON action_review FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION attendance_in_session() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF TG_OP = 'DELETE' OR EXISTS (SELECT 1 FROM meeting_call c WHERE c.id = NEW.call_id AND (c.meeting_id IS NOT NULL OR c.called_off_at IS NOT NULL))
  THEN RAISE EXCEPTION 'who was there stands from the end of the meeting'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER meeting_attendance_in_session BEFORE INSERT OR UPDATE OR DELETE ON meeting_attendance FOR EACH ROW EXECUTE FUNCTION attendance_in_session();
DO $$ BEGIN EXECUTE replace(pg_get_functiondef('meeting_call_guard()'::regprocedure), 'OLD.called_at, OLD.called_by)', 'OLD.called_at, OLD.called_by, OLD.month)'); END $$;
DO $$ BEGIN EXECUTE replace(pg_get_functiondef('meeting_call_guard()'::regprocedure), 'NEW.called_at, NEW.called_by)', 'NEW.called_at, NEW.called_by, NEW.month)'); END $$;
