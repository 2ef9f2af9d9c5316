CREATE OR REPLACE FUNCTION public.drop_kept_figures(p_before timestamp with time zone, p_days timestamp with time zone[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
BEGIN
  DELETE FROM figure_kept_count k WHERE k.upto < p_before AND NOT k.upto = ANY (p_days);
  DELETE FROM figure_kept_span k WHERE k.upto < p_before AND NOT k.upto = ANY (p_days);
  DELETE FROM figure_kept k WHERE k.upto < p_before AND NOT k.upto = ANY (p_days);
END $function$;
GRANT EXECUTE ON FUNCTION drop_kept_figures(timestamp with time zone,timestamp with time zone[]) TO holdfast_worker;
