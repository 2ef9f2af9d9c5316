CREATE OR REPLACE FUNCTION public.action_words(p_ids uuid[])
 RETURNS TABLE(id uuid, what text, evidence text, carried_why text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT a.id, a.what, a.evidence, a.carried_why FROM action a
  WHERE a.id = ANY (p_ids) AND (a.owner_id = app_account() OR (
    NOT person_barred(a.child_id) AND (a.meeting_id IS NULL OR NOT meeting_barred(a.meeting_id))
    AND (borough_in(a.borough, app_record_boroughs()) OR a.child_id = ANY (app_opened_record())
      OR (a.meeting_id IS NOT NULL AND meeting_opened(a.meeting_id, app_opened_record()))
      OR (a.item_id IS NOT NULL AND item_opens(a.item_id))))) $function$;
GRANT EXECUTE ON FUNCTION action_words(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION action_words(uuid[]) TO holdfast_worker;
