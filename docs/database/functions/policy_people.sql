CREATE OR REPLACE FUNCTION public.policy_people(p_people uuid[])
 RETURNS TABLE(id uuid, born_on date, age_stated integer, age_stated_on date, age_disputed boolean, looked_after boolean, plan_category text, home_borough text, health text[], restricted boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT p.id, p.born_on, p.age_stated, p.age_stated_on, p.age_disputed, p.looked_after, p.plan_category, p.home_borough, p.health, p.restricted
  FROM person p WHERE app_account() IS NOT NULL AND p.id = ANY (p_people) $function$;
GRANT EXECUTE ON FUNCTION policy_people(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION policy_people(uuid[]) TO holdfast_worker;
