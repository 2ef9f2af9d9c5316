CREATE OR REPLACE FUNCTION public.referral_opened(r uuid, opened uuid[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT cardinality(opened) > 0 AND EXISTS (SELECT 1 FROM referral_person rp
       WHERE rp.referral_id = r AND rp.person_id = ANY (opened) AND NOT person_barred(rp.person_id)) $function$;
GRANT EXECUTE ON FUNCTION referral_opened(uuid,uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION referral_opened(uuid,uuid[]) TO holdfast_worker;
