CREATE OR REPLACE FUNCTION public.policy_action_children(p_action uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  WITH own AS (SELECT a.* FROM action a WHERE a.id = p_action AND (a.owner_id = app_account() OR borough_in(a.borough, app_record_boroughs()) OR a.child_id = ANY (app_opened_record())
    OR (a.meeting_id IS NOT NULL AND meeting_opened(a.meeting_id, app_opened_record())) OR (a.item_id IS NOT NULL AND item_opens(a.item_id))))
  SELECT own.child_id FROM own UNION SELECT c.person_id FROM own JOIN meeting_child c ON c.meeting_id = own.meeting_id $function$;
GRANT EXECUTE ON FUNCTION policy_action_children(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION policy_action_children(uuid) TO holdfast_worker;
