CREATE OR REPLACE FUNCTION public.request_words(p_ids uuid[])
 RETURNS TABLE(id uuid, to_words text, about text, question text, purpose text, withdrawn_why text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT q.id, q.to_words, q.about, q.question, q.purpose, q.withdrawn_why FROM information_request q
  WHERE q.id = ANY (p_ids) AND (referral_opens(q.referral_id) OR (q.team_id = ANY (app_teams())
    AND NOT EXISTS (SELECT 1 FROM referral_person rp WHERE rp.referral_id = q.referral_id AND rp.role = 'child' AND asked_before_restricted(rp.person_id, q.asked_at)))) $function$;
GRANT EXECUTE ON FUNCTION request_words(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION request_words(uuid[]) TO holdfast_worker;
