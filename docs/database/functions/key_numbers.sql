CREATE OR REPLACE FUNCTION public.key_numbers(p_keys text[])
 RETURNS integer[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
  RETURN ARRAY(SELECT DISTINCT (crc32c(convert_to(k, 'UTF8')) - 2147483648)::int AS n FROM unnest(p_keys) AS k ORDER BY n);
END $function$;
GRANT EXECUTE ON FUNCTION key_numbers(text[]) TO PUBLIC;
