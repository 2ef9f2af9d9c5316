CREATE OR REPLACE FUNCTION public.person_join_row_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.fate IS NOT NULL OR (to_jsonb(NEW) - 'fate') IS DISTINCT FROM (to_jsonb(OLD) - 'fate') THEN RAISE EXCEPTION 'what a joining did is written once'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION person_join_row_guard() TO PUBLIC;
