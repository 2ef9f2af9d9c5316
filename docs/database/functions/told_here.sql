CREATE OR REPLACE FUNCTION public.told_here(p_role text, p_borough text, p_account uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ SELECT coalesce(p_account = app_account(), false)
       OR coalesce((p_account IS NULL) AND (p_role || ':' || p_borough = ANY (app_told_to()) OR p_role || ':*' = ANY (app_told_to())), false) $function$;
GRANT EXECUTE ON FUNCTION told_here(text,text,uuid) TO PUBLIC;
