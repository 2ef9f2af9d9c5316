CREATE OR REPLACE FUNCTION public.index_open(p uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT app_account() IS NOT NULL AND (person_in(p, app_index_boroughs()) OR p = ANY (app_opened_record())) $function$;
GRANT EXECUTE ON FUNCTION index_open(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION index_open(uuid) TO holdfast_worker;
