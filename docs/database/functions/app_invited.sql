CREATE OR REPLACE FUNCTION public.app_invited(p_call uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT EXISTS (SELECT 1 FROM meeting_invitation i WHERE i.call_id = p_call AND (i.account_id = app_account()
    OR EXISTS (SELECT 1 FROM meeting_answer a WHERE a.invitation_id = i.id AND a.instead_account = app_account()))) $function$;
GRANT EXECUTE ON FUNCTION app_invited(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION app_invited(uuid) TO holdfast_worker;
