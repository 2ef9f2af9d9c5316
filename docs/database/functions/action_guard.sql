CREATE OR REPLACE FUNCTION public.action_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'an action is done or carried, never deleted'; END IF;
  IF (OLD.id, OLD.meeting_id, OLD.call_id, OLD.item_id, OLD.child_id, OLD.borough, OLD.what, OLD.owner_agency, OLD.owner_name, OLD.owner_id, OLD.due_at, OLD.due_day_end, OLD.set_at, OLD.set_by)
     IS DISTINCT FROM
     (NEW.id, NEW.meeting_id, NEW.call_id, NEW.item_id, NEW.child_id, NEW.borough, NEW.what, NEW.owner_agency, NEW.owner_name, NEW.owner_id, NEW.due_at, NEW.due_day_end, NEW.set_at, NEW.set_by)
     OR OLD.done_at IS NOT NULL OR OLD.carried_at IS NOT NULL OR (NEW.done_at IS NOT NULL AND NEW.carried_at IS NOT NULL)
  THEN RAISE EXCEPTION 'an action is done or carried, never edited'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION action_guard() TO PUBLIC;
