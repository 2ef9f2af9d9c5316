CREATE OR REPLACE FUNCTION public.all_barred(p uuid[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT EXISTS (SELECT 1 FROM person WHERE id = ANY (p))
       AND NOT EXISTS (SELECT 1 FROM person WHERE id = ANY (p) AND (NOT restricted OR id = ANY (app_opened_glass()))) $function$;
GRANT EXECUTE ON FUNCTION all_barred(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION all_barred(uuid[]) TO holdfast_worker;
