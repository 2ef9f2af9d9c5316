CREATE OR REPLACE FUNCTION public.policy_deadlines(p_people uuid[])
 RETURNS SETOF deadline
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT * FROM deadline WHERE app_account() IS NOT NULL AND child_id = ANY (p_people) $function$;
GRANT EXECUTE ON FUNCTION policy_deadlines(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION policy_deadlines(uuid[]) TO holdfast_worker;
