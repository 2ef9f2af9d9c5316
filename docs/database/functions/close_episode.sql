CREATE OR REPLACE FUNCTION public.close_episode(p_episode uuid, p_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
BEGIN
  UPDATE episode e SET closed_at = p_at WHERE e.id = p_episode AND e.closed_at IS NULL AND e.returned_at IS NOT NULL AND (e.seen_at IS NOT NULL OR e.returned_how ~* '\m(dead|died|deceased|body)\M')
    AND episode_sight(e.person_id, e.closed_at, false) = 'seen';
  RETURN FOUND;
END $function$;
GRANT EXECUTE ON FUNCTION close_episode(uuid,timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION close_episode(uuid,timestamp with time zone) TO holdfast_worker;
