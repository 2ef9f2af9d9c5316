CREATE OR REPLACE FUNCTION public.action_meeting(p_item text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
  SELECT coalesce(c.kind, m.kind) FROM action a LEFT JOIN meeting_call c ON c.id = a.call_id LEFT JOIN meeting m ON m.id = a.meeting_id
  WHERE app_account() IS NOT NULL AND a.id = CASE WHEN p_item ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' THEN p_item::uuid END $function$;
GRANT EXECUTE ON FUNCTION action_meeting(text) TO holdfast_app;
