CREATE OR REPLACE FUNCTION public.password_link_account(p_id uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT account_id FROM password_link WHERE id = p_id $function$;
GRANT EXECUTE ON FUNCTION password_link_account(uuid) TO holdfast_app;
