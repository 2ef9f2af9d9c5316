CREATE OR REPLACE FUNCTION public.agenda_places(p_call uuid)
 RETURNS TABLE(item_id uuid, name text, line text, postcode text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT i.id, x.name, x.line, x.postcode FROM meeting_item i JOIN place x ON x.id = i.place_id WHERE i.call_id = p_call AND app_shares(i.call_id, i.shared_with) $function$;
GRANT EXECUTE ON FUNCTION agenda_places(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION agenda_places(uuid) TO holdfast_worker;
