CREATE OR REPLACE FUNCTION public.episode_handover_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a hand-over is accepted, never deleted'; END IF;
  IF OLD.accepted_at IS NOT NULL OR (OLD.id, OLD.episode_id, OLD.to_side, OLD.entry_id, OLD.offered_at, OLD.offered_by)
     IS DISTINCT FROM (NEW.id, NEW.episode_id, NEW.to_side, NEW.entry_id, NEW.offered_at, NEW.offered_by) THEN RAISE EXCEPTION 'what was handed over is never edited'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION episode_handover_guard() TO PUBLIC;
