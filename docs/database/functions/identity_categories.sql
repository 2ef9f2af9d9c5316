CREATE OR REPLACE FUNCTION public.identity_categories(p_people uuid[], p_aside boolean)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
BEGIN
  IF p_aside THEN UPDATE cse_category SET superseded_at = set_at WHERE person_id = ANY (p_people) AND superseded_at IS NULL;
  ELSE
    UPDATE cse_category c SET superseded_at = x.next FROM (SELECT entry_id, person_id, lead(set_at) OVER (PARTITION BY person_id ORDER BY set_at, entry_id) AS next FROM cse_category WHERE person_id = ANY (p_people)) x
      WHERE c.entry_id = x.entry_id AND c.person_id = x.person_id AND c.superseded_at IS DISTINCT FROM x.next;
  END IF;
END $function$;
