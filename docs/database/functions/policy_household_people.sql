CREATE OR REPLACE FUNCTION public.policy_household_people(p_people uuid[])
 RETURNS TABLE(id uuid, restricted boolean, known_as_child boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT p.id, p.restricted, p.unborn OR p.description = 'Child, age not known' OR EXISTS (SELECT 1 FROM referral_person rp WHERE rp.person_id = p.id AND rp.role = 'child')
    OR EXISTS (SELECT 1 FROM other_child o WHERE o.other_id = p.id)
  FROM person p WHERE app_account() IS NOT NULL AND p.id = ANY (p_people[1:500]) $function$;
GRANT EXECUTE ON FUNCTION policy_household_people(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION policy_household_people(uuid[]) TO holdfast_worker;
