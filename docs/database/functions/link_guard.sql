CREATE OR REPLACE FUNCTION public.link_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF (OLD.id, OLD.account_id, OLD.made_at, OLD.made_by, OLD.ends_at) IS DISTINCT FROM (NEW.id, NEW.account_id, NEW.made_at, NEW.made_by, NEW.ends_at)
     OR (OLD.shown_at IS NOT NULL AND OLD.shown_at IS DISTINCT FROM NEW.shown_at)
     OR (OLD.used_at IS NOT NULL AND OLD.used_at IS DISTINCT FROM NEW.used_at)
     OR (OLD.revoked_at IS NOT NULL AND OLD.revoked_at IS DISTINCT FROM NEW.revoked_at)
  THEN RAISE EXCEPTION 'a password link is shown once and used once'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION link_guard() TO PUBLIC;
