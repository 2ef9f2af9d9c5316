CREATE OR REPLACE FUNCTION public.figure_whole(p_boroughs text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT count(DISTINCT b) = 32 FROM unnest(p_boroughs) AS b WHERE b <> 'city-of-london' $function$;
