CREATE OR REPLACE FUNCTION public.any_barred(p uuid[])
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
#variable_conflict use_column
BEGIN
  RETURN EXISTS (SELECT 1 FROM person WHERE id = ANY (p) AND restricted AND NOT (id = ANY (app_opened_glass())));
END $function$;
GRANT EXECUTE ON FUNCTION any_barred(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION any_barred(uuid[]) TO holdfast_worker;
