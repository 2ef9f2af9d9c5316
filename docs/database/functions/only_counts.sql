CREATE OR REPLACE FUNCTION public.only_counts(p jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT jsonb_typeof(p) = 'object' AND NOT EXISTS (SELECT 1 FROM jsonb_each(p) AS e (name, value) WHERE jsonb_typeof(e.value) <> 'number' OR e.name !~ '^[a-z-]{1,30}$') $function$;
GRANT EXECUTE ON FUNCTION only_counts(jsonb) TO PUBLIC;
