CREATE OR REPLACE FUNCTION public.figures_ready(p_measures jsonb, p_froms timestamp with time zone[], p_at timestamp with time zone)
 RETURNS SETOF timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT f.from_at FROM unnest(p_froms) AS f(from_at) WHERE app_account() IS NOT NULL AND cardinality(app_figure_boroughs()) > 0 AND figure_kept_at(p_measures, f.from_at, p_at, p_at) IS NOT NULL $function$;
GRANT EXECUTE ON FUNCTION figures_ready(jsonb,timestamp with time zone[],timestamp with time zone) TO holdfast_app;
