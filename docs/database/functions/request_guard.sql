CREATE OR REPLACE FUNCTION public.request_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a question is withdrawn, never deleted'; END IF;
  IF (to_jsonb(OLD) - ARRAY['chased_times','chased_at','withdrawn_at','withdrawn_by','withdrawn_why'])
     IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['chased_times','chased_at','withdrawn_at','withdrawn_by','withdrawn_why'])
     OR OLD.withdrawn_at IS NOT NULL OR NEW.chased_times < OLD.chased_times
  THEN RAISE EXCEPTION 'a question is chased or withdrawn, never edited'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION request_guard() TO PUBLIC;
