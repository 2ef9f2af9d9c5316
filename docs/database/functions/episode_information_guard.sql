CREATE OR REPLACE FUNCTION public.episode_information_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'information is acted on, never deleted'; END IF;
  IF OLD.acted_at IS NOT NULL THEN RAISE EXCEPTION 'this information was acted on already'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION episode_information_guard() TO PUBLIC;
