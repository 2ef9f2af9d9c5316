CREATE OR REPLACE FUNCTION public.record_open(p uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT (person_in(p, app_record_boroughs()) OR p = ANY (app_opened_record())) AND NOT person_barred(p) $function$;
GRANT EXECUTE ON FUNCTION record_open(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION record_open(uuid) TO holdfast_worker;
