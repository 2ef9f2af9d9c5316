CREATE OR REPLACE FUNCTION public.absent_over(p_now timestamp with time zone)
 RETURNS TABLE(id uuid, person_id uuid, borough text, absent_until timestamp with time zone, by_time boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT e.id, e.person_id, e.borough, e.absent_until, e.absent_until >= e.absent_from + interval '24 hours' FROM episode e WHERE e.returned_at IS NULL AND e.class = 'absent' AND e.absent_until <= p_now AND borough_in(e.borough, app_record_boroughs()) ORDER BY e.absent_until LIMIT 200 $function$;
GRANT EXECUTE ON FUNCTION absent_over(timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION absent_over(timestamp with time zone) TO holdfast_worker;
