CREATE OR REPLACE FUNCTION public.app_asked_for(p_call uuid, p_agency text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT app_shares(p_call, ARRAY[p_agency]) $function$;
GRANT EXECUTE ON FUNCTION app_asked_for(uuid,text) TO holdfast_app;
GRANT EXECUTE ON FUNCTION app_asked_for(uuid,text) TO holdfast_worker;
