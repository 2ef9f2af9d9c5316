CREATE OR REPLACE FUNCTION public.interview_request_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a request for an interview is answered or withdrawn, never deleted'; END IF;
  IF (to_jsonb(OLD) - ARRAY['how', 'answered_at', 'answered_by', 'entry_id', 'withdrawn_at']) IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['how', 'answered_at', 'answered_by', 'entry_id', 'withdrawn_at'])
     OR OLD.answered_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL
  THEN RAISE EXCEPTION 'a request for an interview is answered or withdrawn once, never edited'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION interview_request_guard() TO PUBLIC;
