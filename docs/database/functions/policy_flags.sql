CREATE OR REPLACE FUNCTION public.policy_flags(p_people uuid[])
 RETURNS TABLE(person_id uuid, code text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT f.person_id, f.code FROM flag f WHERE app_account() IS NOT NULL AND f.person_id = ANY (p_people) AND f.removed_at IS NULL $function$;
GRANT EXECUTE ON FUNCTION policy_flags(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION policy_flags(uuid[]) TO holdfast_worker;
