CREATE OR REPLACE FUNCTION public.people_meant(p jsonb, p_people uuid[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT CASE WHEN app_account() IS NULL THEN '{}' ELSE ARRAY(SELECT w.id FROM weigh_people(p, p_people[1:5000]) AS w WHERE NOT w.restricted) END $function$;
GRANT EXECUTE ON FUNCTION people_meant(jsonb,uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION people_meant(jsonb,uuid[]) TO holdfast_worker;
