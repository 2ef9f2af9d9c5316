CREATE OR REPLACE FUNCTION public.want_figures(p_from timestamp with time zone, p_upto timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
BEGIN
  IF app_account() IS NULL OR cardinality(app_figure_boroughs()) = 0 OR p_from >= p_upto THEN RETURN; END IF;
  DELETE FROM figure_wanted WHERE asked_at < clock_timestamp() - interval '7 days';
  IF (SELECT count(*) FROM figure_wanted) >= 48 AND NOT EXISTS (SELECT 1 FROM figure_wanted w WHERE w.from_at = p_from AND w.upto = p_upto) THEN RETURN; END IF;
  INSERT INTO figure_wanted (from_at, upto, asked_at) VALUES (p_from, p_upto, clock_timestamp()) ON CONFLICT (from_at, upto) DO UPDATE SET asked_at = EXCLUDED.asked_at;
  PERFORM pg_notify('figures_wanted', '');
END $function$;
GRANT EXECUTE ON FUNCTION want_figures(timestamp with time zone,timestamp with time zone) TO holdfast_app;
