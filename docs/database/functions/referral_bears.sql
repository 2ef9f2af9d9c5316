CREATE OR REPLACE FUNCTION public.referral_bears(r uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT EXISTS (SELECT 1 FROM referral x WHERE x.id = r AND (x.concern IN ('cse', 'online-cse') OR x.other_concerns && ARRAY['cse', 'online-cse'] OR cardinality(x.indicators) > 0)) $function$;
