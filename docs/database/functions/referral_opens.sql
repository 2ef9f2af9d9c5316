CREATE OR REPLACE FUNCTION public.referral_opens(p_referral uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT EXISTS (SELECT 1 FROM referral r WHERE r.id = p_referral AND NOT referral_barred(r.id) AND (
    borough_in(r.borough, app_narrative_boroughs()) OR referral_opened(r.id, app_opened_narrative())
    OR (borough_in(r.borough, app_involved_boroughs()) AND (r.to_agency = 'police' OR r.from_agency = 'police' OR r.concern IS NOT NULL)))) $function$;
