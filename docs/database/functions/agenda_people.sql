CREATE OR REPLACE FUNCTION public.agenda_people(p_call uuid)
 RETURNS TABLE(item_id uuid, given_name text, family_name text, description text, born_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT i.id, x.given_name, x.family_name, x.description, x.born_on FROM meeting_item i JOIN person x ON x.id = i.person_id
  WHERE i.call_id = p_call AND app_shares(i.call_id, i.shared_with) AND NOT person_barred(x.id) $function$;
GRANT EXECUTE ON FUNCTION agenda_people(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION agenda_people(uuid) TO holdfast_worker;
