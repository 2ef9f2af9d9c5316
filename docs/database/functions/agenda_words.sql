CREATE OR REPLACE FUNCTION public.agenda_words(p_call uuid)
 RETURNS TABLE(item_id uuid, title text, why text, override_reason text, opens boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT i.id, CASE WHEN o.opens THEN i.title END, CASE WHEN o.opens THEN i.why END, CASE WHEN o.opens THEN i.override_reason END, o.opens
  FROM meeting_item i CROSS JOIN LATERAL (SELECT item_opens(i.id) AS opens) o
  WHERE i.call_id = p_call AND (o.opens OR borough_in(i.borough, app_record_boroughs())) $function$;
GRANT EXECUTE ON FUNCTION agenda_words(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION agenda_words(uuid) TO holdfast_worker;
