CREATE OR REPLACE FUNCTION public.research_says()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NOT NEW.nothing_known AND coalesce(NEW.says, '') = '' THEN RAISE EXCEPTION 'research says what was found, or that nothing is known'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION research_says() TO PUBLIC;
