CREATE OR REPLACE FUNCTION public.restricted_to_report(p_person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT app_looks_for() AND EXISTS (SELECT 1 FROM person p WHERE p.id = p_person AND p.restricted) $function$;
GRANT EXECUTE ON FUNCTION restricted_to_report(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION restricted_to_report(uuid) TO holdfast_worker;
