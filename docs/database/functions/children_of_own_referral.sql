CREATE OR REPLACE FUNCTION public.children_of_own_referral(p_referral uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT rp.person_id FROM referral_person rp JOIN referral r ON r.id = rp.referral_id
  WHERE r.id = p_referral AND rp.role = 'child' AND r.from_team_id = ANY (app_teams()) $function$;
GRANT EXECUTE ON FUNCTION children_of_own_referral(uuid) TO holdfast_app;
