CREATE OR REPLACE FUNCTION public.meeting_barred(m uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT EXISTS (SELECT 1 FROM meeting_child c JOIN person x ON x.id = c.person_id
       WHERE c.meeting_id = m AND x.restricted AND NOT (x.id = ANY (app_opened_glass()))) $function$;
