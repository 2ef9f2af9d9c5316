CREATE OR REPLACE FUNCTION public.referral_barred(r uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$ SELECT EXISTS (SELECT 1 FROM referral_person rp JOIN person x ON x.id = rp.person_id
       WHERE rp.referral_id = r AND rp.role = 'child' AND x.restricted AND NOT (x.id = ANY (app_opened_glass()))) $function$;
