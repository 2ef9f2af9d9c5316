CREATE OR REPLACE FUNCTION public.place_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a place is never deleted'; END IF;
  IF (OLD.id, OLD.reference, OLD.borough, OLD.recorded_at, OLD.recorded_by) IS DISTINCT FROM (NEW.id, NEW.reference, NEW.borough, NEW.recorded_at, NEW.recorded_by)
     OR NEW.version <> OLD.version + 1 THEN RAISE EXCEPTION 'a place is changed version by version, and what it is never'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION place_guard() TO PUBLIC;
