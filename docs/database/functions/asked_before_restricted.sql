CREATE OR REPLACE FUNCTION public.asked_before_restricted(p uuid, p_asked timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT person_barred(p) AND EXISTS (SELECT 1 FROM entry_subject s WHERE s.person_id = p AND s.kind = 'record-restricted' AND s.occurred_at >= p_asked) $function$;
GRANT EXECUTE ON FUNCTION asked_before_restricted(uuid,timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION asked_before_restricted(uuid,timestamp with time zone) TO holdfast_worker;
