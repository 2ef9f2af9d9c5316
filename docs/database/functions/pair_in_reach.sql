CREATE OR REPLACE FUNCTION public.pair_in_reach(a uuid, b uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT NOT any_barred(ARRAY[a, b]) AND (person_in(a, app_record_boroughs()) OR person_in(b, app_record_boroughs()) OR a = ANY (app_opened_record()) OR b = ANY (app_opened_record())) $function$;
GRANT EXECUTE ON FUNCTION pair_in_reach(uuid,uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION pair_in_reach(uuid,uuid) TO holdfast_worker;
