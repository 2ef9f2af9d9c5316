CREATE OR REPLACE FUNCTION public.policy_concerns(p_people uuid[])
 RETURNS TABLE(person_id uuid, other_id uuid, kind text, since timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT r.person_id, r.other_id, r.kind, r.since FROM relationship r
  WHERE app_account() IS NOT NULL AND r.person_id = ANY (p_people[1:500]) AND r.until IS NULL AND (r.kind LIKE 'suspect%' OR (r.kind IN ('named with', 'sibling') AND r.other_id = ANY (p_people[1:500]))) LIMIT 2000 $function$;
GRANT EXECUTE ON FUNCTION policy_concerns(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION policy_concerns(uuid[]) TO holdfast_worker;
