CREATE OR REPLACE FUNCTION public.person_join_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a joining is parted, never deleted'; END IF;
  IF OLD.parted_at IS NOT NULL OR (to_jsonb(NEW) - ARRAY['parted_at', 'parted_by', 'parted_reason']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['parted_at', 'parted_by', 'parted_reason'])
  THEN RAISE EXCEPTION 'a joining is parted once, never edited'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION person_join_guard() TO PUBLIC;
