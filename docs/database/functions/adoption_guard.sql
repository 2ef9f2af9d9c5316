CREATE OR REPLACE FUNCTION public.adoption_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL AND NEW.withdrawn_by IS NOT NULL
     AND (OLD.id, OLD.borough, OLD.from_date, OLD.pack_id, OLD.overlay, OLD.reason, OLD.adopted_at, OLD.adopted_by)
       IS NOT DISTINCT FROM (NEW.id, NEW.borough, NEW.from_date, NEW.pack_id, NEW.overlay, NEW.reason, NEW.adopted_at, NEW.adopted_by)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'an adoption is withdrawn before its day, never edited';
END $function$;
GRANT EXECUTE ON FUNCTION adoption_guard() TO PUBLIC;
