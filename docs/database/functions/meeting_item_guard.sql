CREATE OR REPLACE FUNCTION public.meeting_item_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE words text[] := ARRAY['title', 'why', 'override_reason'];
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'an item of an agenda is closed or carried, never deleted'; END IF;
  IF (to_jsonb(NEW) - words) = (to_jsonb(OLD) - words) AND coalesce(NEW.title, '') = '' AND NEW.why = '' AND coalesce(NEW.override_reason, '') = '' AND item_redacted(NEW.id) THEN RETURN NEW; END IF;
  IF (OLD.id, OLD.call_id, OLD.borough, OLD.kind, OLD.person_id, OLD.place_id, OLD.title, OLD.why, OLD.source, OLD.listed_at, OLD.listed_by, OLD.override_reason)
     IS DISTINCT FROM (NEW.id, NEW.call_id, NEW.borough, NEW.kind, NEW.person_id, NEW.place_id, NEW.title, NEW.why, NEW.source, NEW.listed_at, NEW.listed_by, NEW.override_reason)
     OR (OLD.closed_at IS NOT NULL AND to_jsonb(NEW) IS DISTINCT FROM to_jsonb(OLD))
     OR (OLD.carried_to IS NOT NULL AND OLD.carried_to IS DISTINCT FROM NEW.carried_to)
  THEN RAISE EXCEPTION 'an item of an agenda is listed once and closed once'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION meeting_item_guard() TO PUBLIC;
