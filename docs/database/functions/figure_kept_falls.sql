CREATE OR REPLACE FUNCTION public.figure_kept_falls()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
DECLARE moment timestamptz; n jsonb := to_jsonb(NEW);
BEGIN
  IF TG_TABLE_NAME = 'person_join' THEN moment := CASE WHEN TG_OP = 'INSERT' THEN (n->>'joined_at')::timestamptz ELSE (n->>'parted_at')::timestamptz END;
  ELSIF TG_TABLE_NAME <> 'deadline' THEN moment := (n->>'recorded_at')::timestamptz;
  ELSIF TG_OP = 'INSERT' THEN moment := NEW.created_at;
  ELSE moment := LEAST(CASE WHEN OLD.met_recorded_at IS NULL THEN NEW.met_recorded_at END, CASE WHEN OLD.ended_recorded_at IS NULL THEN NEW.ended_recorded_at END, CASE WHEN OLD.superseded_at IS NULL THEN NEW.superseded_at END);
  END IF;
  IF moment <= clock_timestamp() - interval '5 minutes' THEN PERFORM pg_advisory_xact_lock_shared(hashtext('figures-kept')); END IF;
  IF moment <= (SELECT max(upto) FROM figure_kept) THEN
    DELETE FROM figure_kept_count WHERE upto >= moment;
    DELETE FROM figure_kept_span WHERE upto >= moment;
    DELETE FROM figure_kept WHERE upto >= moment;
  END IF;
  RETURN NULL;
END $function$;
