CREATE OR REPLACE FUNCTION public.person_cards(p_people uuid[])
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT coalesce(jsonb_agg(person_card(asked.id)), '[]')
  FROM (SELECT DISTINCT unnest(p_people) AS id) AS asked WHERE index_in_reach(asked.id) AND EXISTS (SELECT 1 FROM person WHERE person.id = asked.id) $function$;
GRANT EXECUTE ON FUNCTION person_cards(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION person_cards(uuid[]) TO holdfast_worker;
