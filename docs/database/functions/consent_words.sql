CREATE OR REPLACE FUNCTION public.consent_words(p_ids uuid[])
 RETURNS TABLE(id uuid, whose text, why text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT c.id, c.whose, c.why FROM consent_record c WHERE c.id = ANY (p_ids) AND referral_opens(c.referral_id) $function$;
GRANT EXECUTE ON FUNCTION consent_words(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION consent_words(uuid[]) TO holdfast_worker;
