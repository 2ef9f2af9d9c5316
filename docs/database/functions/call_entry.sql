CREATE OR REPLACE FUNCTION public.call_entry(p_referral uuid)
 RETURNS TABLE(id uuid, subject_ids uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT e.id, e.subject_ids FROM entry e JOIN referral r ON r.id = e.referral_id
  WHERE e.referral_id = p_referral AND e.kind IN ('contact-received', 'referral-made') AND borough_in(r.borough, app_record_boroughs()) AND NOT referral_barred(r.id)
  ORDER BY e.occurred_at, e.id LIMIT 1 $function$;
GRANT EXECUTE ON FUNCTION call_entry(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION call_entry(uuid) TO holdfast_worker;
