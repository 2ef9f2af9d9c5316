CREATE OR REPLACE FUNCTION public.call_words(p_call uuid)
 RETURNS TABLE(answer_id uuid, brings text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT a.id, a.brings FROM meeting_answer a JOIN meeting_invitation i ON i.id = a.invitation_id JOIN meeting_call c ON c.id = i.call_id
  WHERE c.id = p_call AND a.brings IS NOT NULL AND (a.by_account = app_account() OR i.account_id = app_account() OR (NOT call_barred(c.id) AND (
    borough_in(c.borough, app_narrative_boroughs())
    OR (borough_in(c.borough, app_involved_boroughs()) AND EXISTS (SELECT 1 FROM meeting_invitation p WHERE p.call_id = c.id AND p.agency = 'police'))))) $function$;
GRANT EXECUTE ON FUNCTION call_words(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION call_words(uuid) TO holdfast_worker;
