CREATE OR REPLACE FUNCTION public.episode_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'an episode is ended, never deleted'; END IF;
  IF (OLD.id, OLD.reference, OLD.person_id, OLD.borough, OLD.pack, OLD.reported_at, OLD.entry_id, OLD.recorded_at, OLD.recorded_by, OLD.caller_kind, OLD.missing_from)
     IS DISTINCT FROM
     (NEW.id, NEW.reference, NEW.person_id, NEW.borough, NEW.pack, NEW.reported_at, NEW.entry_id, NEW.recorded_at, NEW.recorded_by, NEW.caller_kind, NEW.missing_from)
     OR (OLD.returned_at IS NOT NULL AND (OLD.returned_at, OLD.class, OLD.grade) IS DISTINCT FROM (NEW.returned_at, NEW.class, NEW.grade))
     OR (OLD.seen_at IS NOT NULL AND OLD.seen_at IS DISTINCT FROM NEW.seen_at)
     OR (OLD.closed_at IS NOT NULL AND OLD.closed_at IS DISTINCT FROM NEW.closed_at)
  THEN RAISE EXCEPTION 'what was reported of a missing child is never edited, and an end is not taken back'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION episode_guard() TO PUBLIC;
