CREATE OR REPLACE FUNCTION public.episode_sight(p_person uuid, p_closed timestamp with time zone, p_index boolean)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT CASE WHEN app_looks_for() AND p_closed IS NULL THEN 'seen'
    WHEN person_in(p_person, app_record_boroughs()) OR p_person = ANY (app_opened_record()) THEN CASE WHEN person_barred(p_person) THEN 'masked' ELSE 'seen' END
    WHEN p_index AND person_in(p_person, app_index_boroughs()) THEN CASE WHEN person_barred(p_person) THEN 'masked' ELSE 'index' END END $function$;
