CREATE OR REPLACE FUNCTION public.protection_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
END $function$;
GRANT EXECUTE ON FUNCTION protection_guard() TO PUBLIC;
