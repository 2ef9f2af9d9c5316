-- AlterTable
ALTER TABLE "meeting_call" ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "calendar" JSONB;

-- CreateTable
CREATE TABLE "meeting_not_asked" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_not_asked_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "meeting_not_asked_call_id_idx" ON "meeting_not_asked"("call_id");

-- ---------------------------------------------------------------------------------------------------------------------
-- A calendar file is written from a number and two instants: nothing that anybody typed can travel in one.
CREATE FUNCTION only_calendar(p jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_typeof(p) = 'object' AND (SELECT count(*) FROM jsonb_object_keys(p)) = 3 AND jsonb_typeof(p -> 'sequence') = 'number'
    AND coalesce(p ->> 'starts' ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$', false) AND coalesce(p ->> 'ends' ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$', false) $$;
ALTER TABLE mail ADD CONSTRAINT mail_calendar CHECK (calendar IS NULL OR only_calendar(calendar));
GRANT SELECT (calendar) ON mail TO holdfast_app;
DO $$ BEGIN EXECUTE replace(pg_get_functiondef('mail_guard()'::regprocedure), 'OLD.counts)', 'OLD.counts, OLD.calendar)'); END $$;
DO $$ BEGIN EXECUTE replace(pg_get_functiondef('mail_guard()'::regprocedure), 'NEW.counts)', 'NEW.counts, NEW.calendar)'); END $$;
GRANT UPDATE (sequence) ON meeting_call TO holdfast_app, holdfast_worker;

ALTER TABLE meeting_not_asked ENABLE ROW LEVEL SECURITY;
ALTER TABLE meeting_not_asked FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON meeting_not_asked TO holdfast_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON meeting_not_asked TO holdfast_app, holdfast_worker;
-- Why a parent is not asked is a matter of those who plan the meeting, and of nobody who is asked to it.
CREATE POLICY see ON meeting_not_asked FOR SELECT TO holdfast_app, holdfast_worker USING (EXISTS (SELECT 1 FROM meeting_call c WHERE c.id = call_id AND (
  borough_in(c.borough, (SELECT app_narrative_boroughs())) OR borough_in(c.borough, (SELECT app_meeting_boroughs())))));
CREATE POLICY add ON meeting_not_asked FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (
  by = (SELECT app_account()) AND EXISTS (SELECT 1 FROM meeting_call c WHERE c.id = call_id AND borough_in(c.borough, (SELECT app_record_boroughs()))));
CREATE TRIGGER meeting_not_asked_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON meeting_not_asked EXECUTE FUNCTION refuse_change();

-- How the record of a meeting stands, for everybody who was asked to it: signed off or not, the exception for its chair, whether it was issued.
CREATE FUNCTION record_standing(p_call uuid) RETURNS TABLE (held_at timestamptz, missing text[], signed_off_at timestamptz, signed_off_by uuid, exception_reason text, exception_at timestamptz, exception_by uuid, circulated_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT m.held_at, m.missing, m.signed_off_at, m.signed_off_by, m.exception_reason, m.exception_at, m.exception_by, m.circulated_at
  FROM meeting m WHERE m.id = p_call AND (borough_in(m.borough, app_record_boroughs()) OR app_invited(p_call)) $$;
-- Whom an item is about, for the entry that an asked agency's own research becomes: it answers the act and no page.
CREATE FUNCTION policy_item_person(p_item uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT person_id FROM meeting_item WHERE id = p_item $$;
REVOKE ALL ON FUNCTION record_standing, policy_item_person FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record_standing, policy_item_person TO holdfast_app, holdfast_worker;
