CREATE OR REPLACE FUNCTION public.payload_redaction_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.redacted_at IS NOT NULL AND OLD.redacted_at IS NULL AND NEW.entry_id = OLD.entry_id
     AND NEW.body = '{}'::jsonb AND NEW.salt = ''
     AND EXISTS (SELECT 1 FROM entry a WHERE a.id::text = NEW.redacted_under AND a.kind = 'words-redacted' AND a.corrects = NEW.entry_id) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'entry_payload is append-only: only a redaction under recorded authority changes it';
END $function$;
GRANT EXECUTE ON FUNCTION payload_redaction_only() TO PUBLIC;
