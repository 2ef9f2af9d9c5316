CREATE OR REPLACE FUNCTION public.works_with(p uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT (SELECT app_account()) IS NOT NULL AND NOT person_barred(p)
       AND (person_in(p, (SELECT app_record_boroughs())) OR p = ANY ((SELECT app_opened_record())::uuid[])) $function$;
