CREATE OR REPLACE FUNCTION public.wanted_figures()
 RETURNS TABLE(from_at timestamp with time zone, upto timestamp with time zone, now boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT w.from_at, nullif(w.upto, 'infinity'), w.upto = 'infinity' FROM figure_wanted w WHERE w.asked_at > clock_timestamp() - interval '7 days' ORDER BY w.asked_at DESC $function$;
GRANT EXECUTE ON FUNCTION wanted_figures() TO holdfast_worker;
