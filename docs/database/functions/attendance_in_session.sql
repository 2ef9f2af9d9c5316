CREATE OR REPLACE FUNCTION public.attendance_in_session()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
BEGIN
  IF TG_OP = 'DELETE' OR EXISTS (SELECT 1 FROM meeting_call c WHERE c.id = NEW.call_id AND (c.meeting_id IS NOT NULL OR c.called_off_at IS NOT NULL))
  THEN RAISE EXCEPTION 'who was there stands from the end of the meeting'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION attendance_in_session() TO PUBLIC;
