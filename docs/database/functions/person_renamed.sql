CREATE OR REPLACE FUNCTION public.person_renamed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ BEGIN PERFORM refresh_person_search(ARRAY[NEW.id]); RETURN NULL; END $function$;
