CREATE OR REPLACE FUNCTION public.join_stopped_by(p_gone uuid, p_kept uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT CASE WHEN app_account() IS NULL OR any_barred(ARRAY[p_gone, p_kept]) OR NOT (person_in(p_gone, app_record_boroughs()) OR p_gone = ANY (app_opened_record())) THEN 'unknown'
    WHEN EXISTS (SELECT 1 FROM episode e WHERE e.person_id = p_gone AND e.returned_at IS NULL) AND EXISTS (SELECT 1 FROM episode e WHERE e.person_id = p_kept AND e.returned_at IS NULL) THEN 'both-away'
    WHEN EXISTS (SELECT 1 FROM episode e WHERE e.person_id = p_gone AND (e.returned_at IS NULL OR e.closed_at IS NULL)) THEN 'away'
    WHEN EXISTS (SELECT 1 FROM flag_removal f WHERE f.person_id = p_gone AND f.outcome IS NULL) THEN 'flag-asked'
    WHEN (SELECT restricted FROM person WHERE id = p_gone) AND NOT (SELECT restricted FROM person WHERE id = p_kept) THEN 'restricted' END $function$;
GRANT EXECUTE ON FUNCTION join_stopped_by(uuid,uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION join_stopped_by(uuid,uuid) TO holdfast_worker;
