CREATE OR REPLACE FUNCTION public.policy_item_person(p_item uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT i.person_id FROM meeting_item i WHERE i.id = p_item AND (item_opens(i.id) OR borough_in(i.borough, app_record_boroughs())) $function$;
GRANT EXECUTE ON FUNCTION policy_item_person(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION policy_item_person(uuid) TO holdfast_worker;
