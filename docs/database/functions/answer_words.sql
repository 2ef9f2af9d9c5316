CREATE OR REPLACE FUNCTION public.answer_words(p_ids uuid[])
 RETURNS TABLE(id uuid, answer text, reason text, said_by text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT a.id, a.answer, a.reason, a.said_by FROM information_answer a JOIN information_request q ON q.id = a.request_id
  WHERE a.id = ANY (p_ids) AND (q.team_id = ANY (app_teams()) OR referral_opens(q.referral_id)) $function$;
GRANT EXECUTE ON FUNCTION answer_words(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION answer_words(uuid[]) TO holdfast_worker;
