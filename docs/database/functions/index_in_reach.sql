CREATE OR REPLACE FUNCTION public.index_in_reach(p uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  SELECT (SELECT app_account()) IS NOT NULL AND (
    '*' = ANY ((SELECT app_index_boroughs())::text[])
    OR EXISTS (SELECT 1 FROM person_reach r WHERE r.person_id = p AND r.borough = ANY ((SELECT app_index_boroughs())::text[]))
    OR p = ANY ((SELECT app_opened_record())::uuid[])) $function$;
