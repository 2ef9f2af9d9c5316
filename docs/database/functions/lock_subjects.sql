CREATE OR REPLACE FUNCTION public.lock_subjects(p_people uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
DECLARE gone uuid[];
BEGIN
  IF app_account() IS NULL THEN RAISE EXCEPTION 'an act says who does it'; END IF;
  SELECT coalesce(array_agg(p.id) FILTER (WHERE p.matched_to IS NOT NULL), '{}') INTO gone FROM (SELECT id, matched_to FROM person WHERE id = ANY (p_people) ORDER BY id FOR NO KEY UPDATE) AS p;
  RETURN gone;
END $function$;
GRANT EXECUTE ON FUNCTION lock_subjects(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION lock_subjects(uuid[]) TO holdfast_worker;
