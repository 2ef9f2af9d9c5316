CREATE OR REPLACE FUNCTION public.address_doors(p_line text)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO 'public'
AS $function$
DECLARE
  line text := lower(coalesce(p_line, ''));
  doors text[];
  flat constant text := '\y(?:flat|apartment|apt|unit|flt)\s*(\w{1,4})[,\s]+';
BEGIN
  IF line ~ '^\s*\d+[a-z]?\s+[^\d,/]+$' OR line !~ '\d|flat' THEN RETURN NULL; END IF;
  line := regexp_replace(line, '^\s*(\w{1,4})\s*/\s*(\d)', 'flat \1, \2');
  doors := ARRAY(SELECT street_key(m[1] || ' ' || m[2]) FROM regexp_matches(line, '(\d+[a-z]?)[,\s]+([a-z][^\d,]*)', 'g') AS m
    UNION SELECT street_key('flat ' || m[1] || ' ' || m[2]) FROM regexp_matches(line, flat || '([a-z][^\d,]*)') AS m
    UNION SELECT street_key('flat ' || m[1] || ' ' || m[2]) FROM regexp_matches(line, flat || '(?:[^\d]*,\s*)?\d+[a-z]?[,\s]+([a-z][^\d,]*)') AS m);
  doors := ARRAY(SELECT d FROM unnest(doors) AS d WHERE length(d) > 5 AND d <> street_key(p_line) ORDER BY d);
  RETURN nullif(doors, '{}');
END $function$;
GRANT EXECUTE ON FUNCTION address_doors(text) TO holdfast_app;
GRANT EXECUTE ON FUNCTION address_doors(text) TO holdfast_search;
GRANT EXECUTE ON FUNCTION address_doors(text) TO holdfast_worker;
