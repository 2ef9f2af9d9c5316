CREATE OR REPLACE FUNCTION public.meeting_copy_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.received_at IS NOT NULL OR (OLD.meeting_id, OLD.participant_id, OLD.account_id, OLD.sent_at) IS DISTINCT FROM (NEW.meeting_id, NEW.participant_id, NEW.account_id, NEW.sent_at)
  THEN RAISE EXCEPTION 'a receipt is given once'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION meeting_copy_guard() TO PUBLIC;
