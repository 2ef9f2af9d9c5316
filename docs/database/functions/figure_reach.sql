CREATE OR REPLACE FUNCTION public.figure_reach(p_boroughs text[])
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$
  SELECT coalesce(array_agg(b), '{}') FROM unnest(p_boroughs) AS b WHERE app_account() IS NOT NULL AND borough_in(b, app_figure_boroughs()) $function$;
GRANT EXECUTE ON FUNCTION figure_reach(text[]) TO holdfast_app;
