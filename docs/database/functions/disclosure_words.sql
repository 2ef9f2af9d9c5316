CREATE OR REPLACE FUNCTION public.disclosure_words(p_ids uuid[])
 RETURNS TABLE(id uuid, to_words text, what text, why text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT d.id, d.to_words, d.what, d.why FROM disclosure d WHERE d.id = ANY (p_ids) AND referral_opens(d.referral_id) $function$;
GRANT EXECUTE ON FUNCTION disclosure_words(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION disclosure_words(uuid[]) TO holdfast_worker;
