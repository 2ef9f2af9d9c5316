CREATE OR REPLACE FUNCTION public.person_restricted(p uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT restricted FROM person WHERE id = p $function$;
