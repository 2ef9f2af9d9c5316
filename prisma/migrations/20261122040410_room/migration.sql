-- The live meeting room. An agency that is asked sees what was agreed about the items that are shared with it, and nothing of a restricted person.
DROP POLICY see ON action;
CREATE POLICY see ON action FOR SELECT TO holdfast_app, holdfast_worker USING (
  borough_in(borough, (SELECT app_record_boroughs())) OR owner_id = (SELECT app_account())
  OR (child_id = ANY ((SELECT app_opened_record())::uuid[]) AND NOT person_barred(child_id))
  OR (meeting_id IS NOT NULL AND meeting_opened(meeting_id, (SELECT app_opened_record())))
  OR (item_id IS NOT NULL AND item_opens(item_id) AND NOT person_barred(child_id)));
CREATE OR REPLACE FUNCTION action_words(p_ids uuid[]) RETURNS TABLE (id uuid, what text, evidence text, carried_why text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT a.id, a.what, a.evidence, a.carried_why FROM action a
  WHERE a.id = ANY (p_ids) AND (a.owner_id = app_account() OR (
    NOT person_barred(a.child_id) AND (a.meeting_id IS NULL OR NOT meeting_barred(a.meeting_id))
    AND (borough_in(a.borough, app_record_boroughs()) OR a.child_id = ANY (app_opened_record())
      OR (a.meeting_id IS NOT NULL AND meeting_opened(a.meeting_id, app_opened_record()))
      OR (a.item_id IS NOT NULL AND item_opens(a.item_id))))) $$;

-- The meeting in whose session an action was agreed is part of what was agreed.
DO $$ BEGIN EXECUTE replace(replace(pg_get_functiondef('action_guard()'::regprocedure), '(OLD.id, OLD.meeting_id,', '(OLD.id, OLD.meeting_id, OLD.call_id, OLD.item_id,'),
  '(NEW.id, NEW.meeting_id,', '(NEW.id, NEW.meeting_id, NEW.call_id, NEW.item_id,'); END $$;
