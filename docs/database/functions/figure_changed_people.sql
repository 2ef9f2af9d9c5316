CREATE OR REPLACE FUNCTION public.figure_changed_people(p_measures jsonb, p_since timestamp with time zone, p_boroughs text[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
DECLARE
  reach text[] := ARRAY(SELECT b FROM unnest(p_boroughs) AS b WHERE borough_in(b, app_record_boroughs()));
  kinds text[] := ARRAY(SELECT DISTINCT x->>'kind' FROM jsonb_array_elements(p_measures) AS x);
BEGIN
  IF app_account() IS NULL OR cardinality(reach) = 0 THEN RETURN '{}'; END IF;
  RETURN ARRAY(SELECT t.id FROM unnest(figure_touched_people(p_measures, p_since)) AS t(id)
    WHERE EXISTS (SELECT 1 FROM figure_fact f WHERE f.person_id = t.id AND f.kind = ANY (kinds) AND f.borough = ANY (reach)));
END $function$;
GRANT EXECUTE ON FUNCTION figure_changed_people(jsonb,timestamp with time zone,text[]) TO holdfast_app;
