CREATE OR REPLACE FUNCTION public.app_shares(p_call uuid, p_with text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT EXISTS (SELECT 1 FROM meeting_invitation i WHERE i.call_id = p_call AND i.agency = ANY (p_with) AND (i.account_id = app_account()
    OR EXISTS (SELECT 1 FROM meeting_answer a WHERE a.invitation_id = i.id AND a.instead_account = app_account()))) $function$;
GRANT EXECUTE ON FUNCTION app_shares(uuid,text[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION app_shares(uuid,text[]) TO holdfast_worker;
