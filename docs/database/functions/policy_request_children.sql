CREATE OR REPLACE FUNCTION public.policy_request_children(p_request uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT rp.person_id FROM information_request q JOIN referral_person rp ON rp.referral_id = q.referral_id AND rp.role = 'child'
  WHERE q.id = p_request AND q.team_id = ANY (app_teams()) $function$;
GRANT EXECUTE ON FUNCTION policy_request_children(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION policy_request_children(uuid) TO holdfast_worker;
