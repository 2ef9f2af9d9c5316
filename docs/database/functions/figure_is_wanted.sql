CREATE OR REPLACE FUNCTION public.figure_is_wanted(p_from timestamp with time zone, p_at timestamp with time zone, p_known timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT app_account() IS NOT NULL AND p_known = p_at AND EXISTS (SELECT 1 FROM figure_wanted w WHERE w.from_at = p_from
    -- The last millisecond of a London day is a past day; anything else is now.
    AND w.upto = CASE WHEN (p_at + interval '1 millisecond') AT TIME ZONE 'Europe/London' = date_trunc('day', (p_at + interval '1 millisecond') AT TIME ZONE 'Europe/London') THEN p_at ELSE 'infinity' END
    AND w.asked_at > clock_timestamp() - figure_patience()) $function$;
GRANT EXECUTE ON FUNCTION figure_is_wanted(timestamp with time zone,timestamp with time zone,timestamp with time zone) TO holdfast_app;
