CREATE OR REPLACE FUNCTION public.record_standing(p_call uuid)
 RETURNS TABLE(held_at timestamp with time zone, missing text[], signed_off_at timestamp with time zone, signed_off_by uuid, exception_reason text, exception_at timestamp with time zone, exception_by uuid, circulated_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT m.held_at, m.missing, m.signed_off_at, m.signed_off_by, m.exception_reason, m.exception_at, m.exception_by, m.circulated_at
  FROM meeting m WHERE m.id = p_call AND (borough_in(m.borough, app_record_boroughs()) OR app_invited(p_call)) $function$;
GRANT EXECUTE ON FUNCTION record_standing(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION record_standing(uuid) TO holdfast_worker;
