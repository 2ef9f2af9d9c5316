CREATE OR REPLACE FUNCTION public.policy_call_children(p_call uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT k.person_id FROM meeting_call_child k JOIN meeting_call c ON c.id = k.call_id WHERE c.id = p_call AND (borough_in(c.borough, app_record_boroughs()) OR app_invited(c.id)) $function$;
GRANT EXECUTE ON FUNCTION policy_call_children(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION policy_call_children(uuid) TO holdfast_worker;
