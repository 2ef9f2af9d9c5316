CREATE OR REPLACE FUNCTION public.only_calendar(p jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT jsonb_typeof(p) = 'object' AND (SELECT count(*) FROM jsonb_object_keys(p)) = 3 AND jsonb_typeof(p -> 'sequence') = 'number'
    AND coalesce(p ->> 'starts' ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$', false) AND coalesce(p ->> 'ends' ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$', false) $function$;
GRANT EXECUTE ON FUNCTION only_calendar(jsonb) TO PUBLIC;
