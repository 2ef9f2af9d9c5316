CREATE OR REPLACE FUNCTION public.class_missing(p_episode uuid, p_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
BEGIN
  UPDATE episode SET class = 'missing', classed_at = p_at, absent_from = NULL, absent_until = NULL
  WHERE id = p_episode AND app_account() IS NOT NULL AND borough_in(borough, app_record_boroughs()) AND returned_at IS NULL AND class = 'absent' AND absent_until <= p_at;
  RETURN FOUND;
END $function$;
GRANT EXECUTE ON FUNCTION class_missing(uuid,timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION class_missing(uuid,timestamp with time zone) TO holdfast_worker;
