CREATE OR REPLACE FUNCTION public.minute_in_session()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
BEGIN
  IF EXISTS (SELECT 1 FROM meeting_item i JOIN meeting_call c ON c.id = i.call_id WHERE i.id = NEW.item_id AND (i.closed_at IS NOT NULL OR c.meeting_id IS NOT NULL OR c.called_off_at IS NOT NULL))
  THEN RAISE EXCEPTION 'the item is closed, or the meeting has ended'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION minute_in_session() TO PUBLIC;
