CREATE OR REPLACE FUNCTION public.figure_changed(p_measures jsonb, p_since timestamp with time zone, p_at timestamp with time zone, p_boroughs text[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
DECLARE reach text[] := ARRAY(SELECT b FROM unnest(p_boroughs) AS b WHERE borough_in(b, app_record_boroughs()));
BEGIN
  IF app_account() IS NULL OR cardinality(reach) = 0 THEN RETURN '{}'; END IF;
  -- Of a discussion judged by a notice of another borough the notice's own borough is nobody's business.
  RETURN ARRAY(SELECT d.id FROM unnest(figure_touched(p_measures, p_since, p_at, reach)) AS t(id) JOIN deadline d ON d.id = t.id WHERE d.borough = ANY (reach));
END $function$;
GRANT EXECUTE ON FUNCTION figure_changed(jsonb,timestamp with time zone,timestamp with time zone,text[]) TO holdfast_app;
