CREATE OR REPLACE FUNCTION public.mail_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a mail is sent or failed, never deleted'; END IF;
  IF (OLD.id, OLD.kind, OLD.borough, OLD.about_id, OLD.reference, OLD.path, OLD.to_account, OLD.to_address, OLD.written_at, OLD.written_by, OLD.counts, OLD.calendar)
     IS DISTINCT FROM (NEW.id, NEW.kind, NEW.borough, NEW.about_id, NEW.reference, NEW.path, NEW.to_account, NEW.to_address, NEW.written_at, NEW.written_by, NEW.counts, NEW.calendar)
     OR OLD.sent_at IS NOT NULL OR OLD.failed_at IS NOT NULL OR (NEW.sent_at IS NOT NULL AND NEW.failed_at IS NOT NULL)
  THEN RAISE EXCEPTION 'a mail is sent or failed, never edited'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION mail_guard() TO PUBLIC;
