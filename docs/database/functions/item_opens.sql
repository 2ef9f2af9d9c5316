CREATE OR REPLACE FUNCTION public.item_opens(p_item uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT EXISTS (SELECT 1 FROM meeting_item i WHERE i.id = p_item AND (i.person_id IS NULL OR NOT person_barred(i.person_id)) AND (
    borough_in(i.borough, app_narrative_boroughs()) OR borough_in(i.borough, app_meeting_boroughs())
    OR i.person_id = ANY (app_opened_narrative()) OR app_shares(i.call_id, i.shared_with))) $function$;
GRANT EXECUTE ON FUNCTION item_opens(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION item_opens(uuid) TO holdfast_worker;
