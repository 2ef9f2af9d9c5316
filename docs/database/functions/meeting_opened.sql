CREATE OR REPLACE FUNCTION public.meeting_opened(m uuid, opened uuid[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT cardinality(opened) > 0 AND EXISTS (SELECT 1 FROM meeting_child c
       WHERE c.meeting_id = m AND c.person_id = ANY (opened) AND NOT person_barred(c.person_id)) $function$;
GRANT EXECUTE ON FUNCTION meeting_opened(uuid,uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION meeting_opened(uuid,uuid[]) TO holdfast_worker;
