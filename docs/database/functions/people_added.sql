CREATE OR REPLACE FUNCTION public.people_added()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ BEGIN PERFORM refresh_person_search(ARRAY(SELECT id FROM added)); RETURN NULL; END $function$;
