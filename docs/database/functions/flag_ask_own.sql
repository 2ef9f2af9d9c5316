CREATE OR REPLACE FUNCTION public.flag_ask_own(p_asks uuid[])
 RETURNS TABLE(id uuid, settled boolean, says text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT a.id, r.outcome IS NOT NULL, p.body->>'says' FROM flag_ask a JOIN flag_removal r ON r.id = a.removal_id LEFT JOIN entry_payload p ON p.entry_id = a.entry_id
  WHERE a.id = ANY (p_asks) AND a.team_id = ANY (app_teams()) $function$;
GRANT EXECUTE ON FUNCTION flag_ask_own(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION flag_ask_own(uuid[]) TO holdfast_worker;
