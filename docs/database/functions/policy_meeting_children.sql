CREATE OR REPLACE FUNCTION public.policy_meeting_children(p_meeting uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT k.person_id FROM meeting_child k JOIN meeting m ON m.id = k.meeting_id WHERE m.id = p_meeting AND (borough_in(m.borough, app_record_boroughs()) OR app_attended(m.id)
    OR EXISTS (SELECT 1 FROM meeting_copy y WHERE y.meeting_id = m.id AND y.account_id = app_account())) $function$;
GRANT EXECUTE ON FUNCTION policy_meeting_children(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION policy_meeting_children(uuid) TO holdfast_worker;
