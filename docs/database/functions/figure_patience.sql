CREATE OR REPLACE FUNCTION public.figure_patience()
 RETURNS interval
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT interval '10 minutes' $function$;
