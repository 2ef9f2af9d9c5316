CREATE OR REPLACE FUNCTION public.call_children(p_call uuid)
 RETURNS TABLE(given_name text, family_name text, description text, born_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT x.given_name, x.family_name, x.description, x.born_on FROM meeting_call c JOIN meeting_call_child k ON k.call_id = c.id JOIN person x ON x.id = k.person_id
  WHERE c.id = p_call AND c.names_shared AND c.called_off_at IS NULL AND app_invited(c.id) AND NOT x.restricted ORDER BY x.family_name, x.given_name, x.id $function$;
GRANT EXECUTE ON FUNCTION call_children(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION call_children(uuid) TO holdfast_worker;
