CREATE OR REPLACE FUNCTION public.person_not_same_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.taken_back_at IS NOT NULL OR (to_jsonb(NEW) - ARRAY['taken_back_at', 'taken_back_by', 'taken_back_why']) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['taken_back_at', 'taken_back_by', 'taken_back_why'])
  THEN RAISE EXCEPTION 'never the same is taken back once, never edited'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION person_not_same_guard() TO PUBLIC;
