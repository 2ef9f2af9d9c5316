CREATE OR REPLACE FUNCTION public.doors_asked(p_line text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'public'
AS $function$
  SELECT ARRAY(SELECT DISTINCT d FROM (VALUES (street_key(p_line)), (street_key(regexp_replace(p_line, '([[:alpha:]]),[^\d]*$', '\1')))) AS t (k),
    LATERAL (VALUES (k), (CASE WHEN k ~ '^flat\d+[^/]*$' THEN substr(k, 5) WHEN k ~ '^\d' THEN 'flat' || k END)) AS v (d) WHERE length(d) > 5) $function$;
GRANT EXECUTE ON FUNCTION doors_asked(text) TO holdfast_app;
GRANT EXECUTE ON FUNCTION doors_asked(text) TO holdfast_search;
GRANT EXECUTE ON FUNCTION doors_asked(text) TO holdfast_worker;
