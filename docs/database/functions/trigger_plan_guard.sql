CREATE OR REPLACE FUNCTION public.trigger_plan_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE words text[] := ARRAY['first', 'places', 'people', 'contact', 'travel', 'risks'];
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a trigger plan is followed by the next, never deleted'; END IF;
  IF (to_jsonb(NEW) - words) = (to_jsonb(OLD) - words) AND NOT EXISTS (SELECT 1 FROM jsonb_each_text(to_jsonb(NEW)) AS w WHERE w.key = ANY (words) AND coalesce(w.value, '') <> '')
     AND EXISTS (SELECT 1 FROM entry a WHERE a.kind = 'words-redacted' AND a.corrects = NEW.entry_id) THEN RETURN NEW; END IF;
  IF OLD.ended_at IS NOT NULL THEN RAISE EXCEPTION 'this trigger plan has ended: make the next version'; END IF;
  IF (to_jsonb(NEW) - 'ended_at') IS DISTINCT FROM (to_jsonb(OLD) - 'ended_at') THEN RAISE EXCEPTION 'a trigger plan is followed by the next, never edited'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION trigger_plan_guard() TO PUBLIC;
