CREATE OR REPLACE FUNCTION public.policy_referrals(p_ids uuid[])
 RETURNS TABLE(id uuid, borough text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT r.id, r.borough FROM referral r WHERE app_account() IS NOT NULL AND r.id = ANY (p_ids) $function$;
GRANT EXECUTE ON FUNCTION policy_referrals(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION policy_referrals(uuid[]) TO holdfast_worker;
