CREATE OR REPLACE FUNCTION public.research_words(p_ids uuid[])
 RETURNS TABLE(id uuid, found text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT c.id, c.found FROM research_check c
  WHERE c.id = ANY (p_ids) AND referral_opens(c.referral_id) AND (c.person_id IS NULL OR NOT person_barred(c.person_id)) $function$;
GRANT EXECUTE ON FUNCTION research_words(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION research_words(uuid[]) TO holdfast_worker;
