CREATE OR REPLACE FUNCTION public.suspect_names(p_body jsonb)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT coalesce(array_agg(DISTINCT n.name), '{}') FROM (
    SELECT jsonb_array_elements_text(CASE WHEN jsonb_typeof(p_body -> 'suspect_ids') = 'array' THEN p_body -> 'suspect_ids' ELSE '[]' END) AS name
    UNION ALL SELECT jsonb_array_elements_text(CASE WHEN jsonb_typeof(p_body -> 'suspect') = 'array' THEN p_body -> 'suspect' ELSE '[]' END)
    UNION ALL SELECT p_body ->> 'suspect' WHERE jsonb_typeof(p_body -> 'suspect') = 'string') n
  WHERE n.name NOT IN ('known', 'unidentified', 'unknown', 'identified', '') $function$;
GRANT EXECUTE ON FUNCTION suspect_names(jsonb) TO PUBLIC;
