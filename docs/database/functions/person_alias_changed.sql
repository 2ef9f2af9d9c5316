CREATE OR REPLACE FUNCTION public.person_alias_changed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ BEGIN PERFORM refresh_person_search(ARRAY[coalesce(NEW.person_id, OLD.person_id)]); RETURN NULL; END $function$;
