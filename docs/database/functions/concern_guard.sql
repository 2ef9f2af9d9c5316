CREATE OR REPLACE FUNCTION public.concern_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
-- Arguments: what may be filled in or change, '|', the columns of words.
DECLARE cut int := array_position(TG_ARGV, '|'); may text[]; words text[];
BEGIN
  may := TG_ARGV[0:cut - 1]; words := TG_ARGV[cut + 1:];
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION '% is never deleted', TG_TABLE_NAME; END IF;
  IF (to_jsonb(NEW) - words) = (to_jsonb(OLD) - words) AND NOT EXISTS (SELECT 1 FROM jsonb_each_text(to_jsonb(NEW)) AS w WHERE w.key = ANY (words) AND coalesce(w.value, '') <> '')
     AND EXISTS (SELECT 1 FROM entry a WHERE a.kind = 'words-redacted' AND a.corrects = (to_jsonb(NEW)->>'entry_id')::uuid) THEN RETURN NEW; END IF;
  IF (to_jsonb(NEW) - may) IS DISTINCT FROM (to_jsonb(OLD) - may) THEN RAISE EXCEPTION '% is never edited', TG_TABLE_NAME; END IF;
  IF EXISTS (SELECT 1 FROM unnest(may) AS c WHERE to_jsonb(OLD)->>c IS NOT NULL AND to_jsonb(NEW)->>c IS DISTINCT FROM to_jsonb(OLD)->>c)
  THEN RAISE EXCEPTION '% is filled in once', TG_TABLE_NAME; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION concern_guard() TO PUBLIC;
