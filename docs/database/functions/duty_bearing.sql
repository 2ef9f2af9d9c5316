CREATE OR REPLACE FUNCTION public.duty_bearing(p_after uuid, p_most integer)
 RETURNS TABLE(id uuid, redacted boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  WITH page AS (
    SELECT person_id FROM (
      (SELECT DISTINCT s.person_id FROM entry_subject s WHERE s.person_id > p_after ORDER BY 1 LIMIT p_most)
      UNION (SELECT DISTINCT d.child_id FROM deadline d WHERE d.child_id > p_after ORDER BY 1 LIMIT p_most)) AS both_sides
    WHERE app_account() = '00000000-0000-4000-8000-000000000001' ORDER BY person_id LIMIT p_most)
  SELECT page.person_id, EXISTS (SELECT 1 FROM entry_subject s JOIN entry_payload p ON p.entry_id = s.entry_id
    WHERE s.person_id = page.person_id AND p.redacted_at IS NOT NULL) FROM page ORDER BY page.person_id $function$;
GRANT EXECUTE ON FUNCTION duty_bearing(uuid,integer) TO holdfast_app;
GRANT EXECUTE ON FUNCTION duty_bearing(uuid,integer) TO holdfast_worker;
