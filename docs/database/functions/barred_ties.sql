CREATE OR REPLACE FUNCTION public.barred_ties(p uuid)
 RETURNS TABLE(other_id uuid, since timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT CASE WHEN r.person_id = p THEN r.other_id ELSE r.person_id END, r.since FROM relationship r
  WHERE (r.person_id = p OR r.other_id = p) AND r.until IS NULL AND NOT person_barred(p)
    AND (person_in(p, (SELECT app_record_boroughs())) OR p = ANY ((SELECT app_opened_record())::uuid[]))
    AND r.kind NOT LIKE 'suspect%' AND any_barred(ARRAY[r.person_id, r.other_id]) $function$;
GRANT EXECUTE ON FUNCTION barred_ties(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION barred_ties(uuid) TO holdfast_worker;
