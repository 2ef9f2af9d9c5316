/*
 * As before, and not beside a count: what is written down as of a moment long past, while the worker counts as at a later one, would neither be seen
 * by that count nor find what it keeps, and the figure would stay wrong. One waits for the other (keepStretch takes the same lock for itself alone).
 * What is written as it happens asks for no lock: nothing is kept of the last ten minutes.
 */
CREATE OR REPLACE FUNCTION figure_kept_falls() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
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
END $$;
