CREATE OR REPLACE FUNCTION public.figure_not_quorate(p_child uuid, p_entry uuid, p_known timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
  SELECT app_account() IS NOT NULL AND EXISTS (SELECT 1 FROM deadline n WHERE n.child_id = p_child AND n.alert = 'strategy-discussion-quorum' AND n.started_by = p_entry
    AND n.created_at <= p_known AND NOT coalesce(n.superseded_why = 'corrected' AND n.superseded_at <= p_known, false)) $function$;
GRANT EXECUTE ON FUNCTION figure_not_quorate(uuid,uuid,timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION figure_not_quorate(uuid,uuid,timestamp with time zone) TO holdfast_worker;
