CREATE OR REPLACE FUNCTION public.figures_no_more_wanted(p_from timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ DELETE FROM figure_wanted WHERE from_at = p_from AND upto = 'infinity' $function$;
GRANT EXECUTE ON FUNCTION figures_no_more_wanted(timestamp with time zone) TO holdfast_worker;
