CREATE OR REPLACE FUNCTION public.policy_households(p_people uuid[], p_at timestamp with time zone)
 RETURNS TABLE(of_id uuid, person_id uuid, how text, stay uuid, of_since timestamp with time zone, since timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT * FROM households_at(p_people[1:100], p_at, 60) WHERE app_account() IS NOT NULL $function$;
GRANT EXECUTE ON FUNCTION policy_households(uuid[],timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION policy_households(uuid[],timestamp with time zone) TO holdfast_worker;
