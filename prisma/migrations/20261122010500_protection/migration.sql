-- CreateTable
CREATE TABLE "other_child" (
    "id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "suspect_id" UUID,
    "borough" TEXT NOT NULL,
    "other_borough" TEXT NOT NULL,
    "named_at" TIMESTAMPTZ(3) NOT NULL,
    "named_by" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "result" TEXT,
    "assessed_at" TIMESTAMPTZ(3),
    "assessed_by" UUID,

    CONSTRAINT "other_child_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "protection" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "extended_at" TIMESTAMPTZ(3),
    "taken_by" TEXT NOT NULL,
    "taken_rank" TEXT,
    "designated_officer" TEXT,
    "designated_rank" TEXT,
    "designated_at" TIMESTAMPTZ(3),
    "authorised_by" TEXT,
    "court" TEXT,
    "route" TEXT,
    "place" TEXT,
    "parents_told_at" TIMESTAMPTZ(3),
    "authority_told_at" TIMESTAMPTZ(3),
    "child_told_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_how" TEXT,
    "followed_by" UUID,
    "entry_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,

    CONSTRAINT "protection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "other_child_other_id_idx" ON "other_child"("other_id");

-- CreateIndex
CREATE INDEX "other_child_child_id_idx" ON "other_child"("child_id");

-- CreateIndex
CREATE INDEX "protection_person_id_taken_at_idx" ON "protection"("person_id", "taken_at");

-- ---------------------------------------------------------------------------------------------------------------------
-- Read with the record of the child, never of a barred one. A tie to a restricted child would tell who that is: neither end shows it.
ALTER TABLE protection ENABLE ROW LEVEL SECURITY;
ALTER TABLE protection FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON protection TO holdfast_owner USING (true) WITH CHECK (true);
CREATE POLICY see ON protection FOR SELECT TO holdfast_app, holdfast_worker USING (
  (person_in(person_id, (SELECT app_record_boroughs())) OR person_id = ANY ((SELECT app_opened_record())::uuid[])) AND NOT person_barred(person_id));
CREATE POLICY add ON protection FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (recorded_by = (SELECT app_account())
  AND (person_in(person_id, (SELECT app_record_boroughs())) OR person_id = ANY ((SELECT app_opened_record())::uuid[])) AND NOT person_barred(person_id));
CREATE POLICY change ON protection FOR UPDATE TO holdfast_app, holdfast_worker USING (
  (person_in(person_id, (SELECT app_record_boroughs())) OR person_id = ANY ((SELECT app_opened_record())::uuid[])) AND NOT person_barred(person_id)) WITH CHECK (true);

ALTER TABLE other_child ENABLE ROW LEVEL SECURITY;
ALTER TABLE other_child FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON other_child TO holdfast_owner USING (true) WITH CHECK (true);
CREATE POLICY see ON other_child FOR SELECT TO holdfast_app, holdfast_worker USING (
  (person_in(child_id, (SELECT app_record_boroughs())) OR person_in(other_id, (SELECT app_record_boroughs()))
    OR child_id = ANY ((SELECT app_opened_record())::uuid[]) OR other_id = ANY ((SELECT app_opened_record())::uuid[]))
  AND NOT any_barred(ARRAY[child_id, other_id]));
CREATE POLICY add ON other_child FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (named_by = (SELECT app_account())
  AND (person_in(child_id, (SELECT app_record_boroughs())) OR child_id = ANY ((SELECT app_opened_record())::uuid[])) AND NOT any_barred(ARRAY[child_id, other_id]));
CREATE POLICY change ON other_child FOR UPDATE TO holdfast_app, holdfast_worker USING (
  (person_in(child_id, (SELECT app_record_boroughs())) OR person_in(other_id, (SELECT app_record_boroughs()))
    OR child_id = ANY ((SELECT app_opened_record())::uuid[]) OR other_id = ANY ((SELECT app_opened_record())::uuid[]))
  AND NOT any_barred(ARRAY[child_id, other_id])) WITH CHECK (true);

-- What was taken, named or found is never edited; only what was not known yet is filled in.
GRANT SELECT, INSERT ON protection, other_child TO holdfast_app, holdfast_worker;
GRANT UPDATE (expires_at, extended_at, designated_officer, designated_rank, designated_at, place, parents_told_at, authority_told_at, child_told_at,
  ended_at, ended_how, followed_by) ON protection TO holdfast_app, holdfast_worker;
GRANT UPDATE (result, assessed_at, assessed_by) ON other_child TO holdfast_app, holdfast_worker;
CREATE FUNCTION protection_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a protection is ended, never deleted'; END IF;
  IF (OLD.id, OLD.person_id, OLD.borough, OLD.kind, OLD.taken_at, OLD.taken_by, OLD.taken_rank, OLD.authorised_by, OLD.court, OLD.route, OLD.entry_id, OLD.recorded_at, OLD.recorded_by)
     IS DISTINCT FROM
     (NEW.id, NEW.person_id, NEW.borough, NEW.kind, NEW.taken_at, NEW.taken_by, NEW.taken_rank, NEW.authorised_by, NEW.court, NEW.route, NEW.entry_id, NEW.recorded_at, NEW.recorded_by)
     OR (OLD.ended_at IS NOT NULL AND (OLD.ended_at, OLD.ended_how, OLD.expires_at) IS DISTINCT FROM (NEW.ended_at, NEW.ended_how, NEW.expires_at))
     -- Police protection has no extension: seventy-two hours, whatever anybody writes.
     OR (OLD.kind = 'police-protection' AND NEW.expires_at IS DISTINCT FROM OLD.expires_at)
  THEN RAISE EXCEPTION 'what was taken into protection is never edited'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER protection_never_edited BEFORE UPDATE OR DELETE ON protection FOR EACH ROW EXECUTE FUNCTION protection_guard();
CREATE TRIGGER protection_never_cut BEFORE TRUNCATE ON protection EXECUTE FUNCTION refuse_change();
CREATE FUNCTION other_child_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'another child is assessed, never deleted'; END IF;
  IF OLD.assessed_at IS NOT NULL THEN RAISE EXCEPTION 'an assessment is not edited: the child is named again'; END IF;
  RETURN NEW;
END $$;
-- Named twice before anybody looked is named once.
CREATE UNIQUE INDEX other_child_open ON other_child (child_id, other_id) WHERE assessed_at IS NULL;
CREATE TRIGGER other_child_never_edited BEFORE UPDATE OR DELETE ON other_child FOR EACH ROW EXECUTE FUNCTION other_child_guard();

-- Whose clocks wait for these children to be assessed, in every borough: the child seen in one is seen for all. It answers the act and no page.
CREATE FUNCTION linked_waiting(p_people uuid[], p_rule text, p_by timestamptz) RETURNS TABLE (child_id uuid, item_id text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT d.child_id, d.item_id FROM deadline d
  WHERE d.rule = p_rule AND d.item_id = ANY (SELECT p::text FROM unnest(p_people) AS p) AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL AND d.starts_at <= p_by $$;
CREATE INDEX deadline_open_item ON deadline (item_id) WHERE met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL AND item_id IS NOT NULL;
REVOKE ALL ON FUNCTION linked_waiting FROM PUBLIC;
GRANT EXECUTE ON FUNCTION linked_waiting TO holdfast_app, holdfast_worker;
