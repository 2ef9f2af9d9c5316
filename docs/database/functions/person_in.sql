CREATE OR REPLACE FUNCTION public.person_in(p uuid, reach text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT EXISTS (SELECT 1 FROM person_reach r WHERE r.person_id = p AND (r.borough = ANY (reach) OR '*' = ANY (reach))) $function$;
GRANT EXECUTE ON FUNCTION person_in(uuid,text[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION person_in(uuid,text[]) TO holdfast_search;
GRANT EXECUTE ON FUNCTION person_in(uuid,text[]) TO holdfast_worker;
