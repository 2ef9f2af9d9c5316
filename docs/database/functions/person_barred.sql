CREATE OR REPLACE FUNCTION public.person_barred(p uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT coalesce((SELECT restricted FROM person WHERE id = p), false) AND NOT (p = ANY (app_opened_glass())) $function$;
GRANT EXECUTE ON FUNCTION person_barred(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION person_barred(uuid) TO holdfast_worker;
