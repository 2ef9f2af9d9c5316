CREATE OR REPLACE FUNCTION public.meeting_call_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a meeting is called off, never deleted'; END IF;
  IF OLD.called_off_at IS NOT NULL OR OLD.meeting_id IS NOT NULL
     OR (OLD.id, OLD.kind, OLD.reference, OLD.borough, OLD.referral_id, OLD.names_shared, OLD.called_at, OLD.called_by, OLD.month)
     IS DISTINCT FROM (NEW.id, NEW.kind, NEW.reference, NEW.borough, NEW.referral_id, NEW.names_shared, NEW.called_at, NEW.called_by, NEW.month)
  THEN RAISE EXCEPTION 'a meeting that was held or called off stays as it was called'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION meeting_call_guard() TO PUBLIC;
