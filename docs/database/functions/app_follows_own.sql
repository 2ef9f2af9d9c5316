CREATE OR REPLACE FUNCTION public.app_follows_own(p_action action)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT EXISTS (SELECT 1 FROM action a WHERE a.carried_to = p_action.id AND a.owner_id = app_account() AND p_action.owner_id = a.owner_id
       AND a.child_id = p_action.child_id AND a.borough = p_action.borough) $function$;
GRANT EXECUTE ON FUNCTION app_follows_own(action) TO holdfast_app;
GRANT EXECUTE ON FUNCTION app_follows_own(action) TO holdfast_worker;
