-- Who took part and has an account; actions agreed for a day; actions carried to a new date.
ALTER TABLE "meeting_participant" ADD COLUMN "account_id" UUID;
ALTER TABLE "action" ADD COLUMN "due_day_end" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "carried_at" TIMESTAMPTZ(3), ADD COLUMN "carried_by" UUID, ADD COLUMN "carried_to" UUID, ADD COLUMN "carried_why" TEXT;
CREATE INDEX "meeting_participant_account_id_idx" ON "meeting_participant"("account_id");

CREATE INDEX action_open_borough ON action (borough, due_at, id) WHERE done_at IS NULL AND carried_at IS NULL;
CREATE INDEX action_open_owner ON action (owner_id, due_at, id) WHERE done_at IS NULL AND carried_at IS NULL;

-- Whoever took part sees what they took part in. SECURITY DEFINER: the policy on meeting_participant would ask meeting again.
CREATE FUNCTION app_attended(p_meeting uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT EXISTS (SELECT 1 FROM meeting_participant p WHERE p.meeting_id = p_meeting AND p.account_id = app_account()) $$;
REVOKE ALL ON FUNCTION app_attended FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_attended TO holdfast_app, holdfast_worker;
DROP POLICY see ON meeting;
CREATE POLICY see ON meeting FOR SELECT TO holdfast_app, holdfast_worker USING (
  borough_in(borough, (SELECT app_record_boroughs())) OR app_attended(id));

-- A partner who carries the own action sets the one that follows it: only the owner of the action it follows, for the same child and borough.
CREATE FUNCTION app_follows_own(p_action action) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT EXISTS (SELECT 1 FROM action a WHERE a.carried_to = p_action.id AND a.owner_id = app_account() AND p_action.owner_id = a.owner_id
       AND a.child_id = p_action.child_id AND a.borough = p_action.borough) $$;
REVOKE ALL ON FUNCTION app_follows_own FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_follows_own TO holdfast_app, holdfast_worker;
DROP POLICY add ON action;
CREATE POLICY add ON action FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (
  borough_in(borough, (SELECT app_record_boroughs())) OR app_follows_own(action));

-- What was agreed cannot be moved: an action is done or carried, once, and nothing else of it changes.
CREATE FUNCTION action_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'an action is done or carried, never deleted'; END IF;
  IF (OLD.id, OLD.meeting_id, OLD.child_id, OLD.borough, OLD.what, OLD.owner_agency, OLD.owner_name, OLD.owner_id, OLD.due_at, OLD.due_day_end, OLD.set_at, OLD.set_by)
     IS DISTINCT FROM
     (NEW.id, NEW.meeting_id, NEW.child_id, NEW.borough, NEW.what, NEW.owner_agency, NEW.owner_name, NEW.owner_id, NEW.due_at, NEW.due_day_end, NEW.set_at, NEW.set_by)
     OR OLD.done_at IS NOT NULL OR OLD.carried_at IS NOT NULL OR (NEW.done_at IS NOT NULL AND NEW.carried_at IS NOT NULL)
  THEN RAISE EXCEPTION 'an action is done or carried, never edited'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER action_never_edited BEFORE UPDATE OR DELETE ON action FOR EACH ROW EXECUTE FUNCTION action_guard();

-- The children an action is about, for the act of its owner, who may see no meeting: answers the act and no page.
CREATE FUNCTION policy_action_children(p_action uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT a.child_id FROM action a WHERE a.id = p_action
     UNION SELECT c.person_id FROM action a JOIN meeting_child c ON c.meeting_id = a.meeting_id WHERE a.id = p_action $$;
REVOKE ALL ON FUNCTION policy_action_children FROM PUBLIC;
GRANT EXECUTE ON FUNCTION policy_action_children TO holdfast_app, holdfast_worker;
