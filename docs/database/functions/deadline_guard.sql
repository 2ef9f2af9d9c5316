CREATE OR REPLACE FUNCTION public.deadline_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a deadline is superseded, never deleted'; END IF;
  IF (OLD.id, OLD.key, OLD.rule, OLD.alert, OLD.basis, OLD.form, OLD.child_id, OLD.borough, OLD.referral_id, OLD.item_id, OLD.owed_by, OLD.started_by,
      OLD.starts_at, OLD.due_at, OLD.day_end, OLD.pack, OLD.pack_version, OLD.clause, OLD.explanation, OLD.created_at)
     IS DISTINCT FROM
     (NEW.id, NEW.key, NEW.rule, NEW.alert, NEW.basis, NEW.form, NEW.child_id, NEW.borough, NEW.referral_id, NEW.item_id, NEW.owed_by, NEW.started_by,
      NEW.starts_at, NEW.due_at, NEW.day_end, NEW.pack, NEW.pack_version, NEW.clause, NEW.explanation, NEW.created_at)
     OR (OLD.met_at IS NOT NULL AND (OLD.met_at, OLD.met_by, OLD.met_recorded_at) IS DISTINCT FROM (NEW.met_at, NEW.met_by, NEW.met_recorded_at))
     OR (OLD.ended_at IS NOT NULL AND (OLD.ended_at, OLD.ended_by, OLD.ended_why) IS DISTINCT FROM (NEW.ended_at, NEW.ended_by, NEW.ended_why))
     OR (OLD.superseded_at IS NOT NULL AND (OLD.superseded_at, OLD.superseded_by) IS DISTINCT FROM (NEW.superseded_at, NEW.superseded_by))
  THEN RAISE EXCEPTION 'a deadline is superseded, never edited'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION deadline_guard() TO PUBLIC;
