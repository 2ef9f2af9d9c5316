CREATE OR REPLACE FUNCTION public.call_barred(c uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT EXISTS (SELECT 1 FROM meeting_call_child k JOIN person x ON x.id = k.person_id
    WHERE k.call_id = c AND x.restricted AND NOT (x.id = ANY (app_opened_glass()))) $function$;
