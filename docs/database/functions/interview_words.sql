CREATE OR REPLACE FUNCTION public.interview_words(p_request uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT p.body FROM interview_request q JOIN entry_payload p ON p.entry_id = q.entry_id WHERE q.id = p_request AND q.team_id = ANY (app_teams()) $function$;
GRANT EXECUTE ON FUNCTION interview_words(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION interview_words(uuid) TO holdfast_worker;
