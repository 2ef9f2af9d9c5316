CREATE OR REPLACE FUNCTION public.ended_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL AND NEW.ended_by IS NOT NULL
     AND (to_jsonb(OLD) - 'ended_at' - 'ended_by') = (to_jsonb(NEW) - 'ended_at' - 'ended_by') THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% is ended once, never edited', TG_TABLE_NAME;
END $function$;
GRANT EXECUTE ON FUNCTION ended_once() TO PUBLIC;
