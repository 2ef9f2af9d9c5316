CREATE OR REPLACE FUNCTION public.meeting_bears(m uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT EXISTS (SELECT 1 FROM meeting x WHERE x.id = m AND (x.kind IN ('map', 'mase') OR (x.referral_id IS NOT NULL AND referral_bears(x.referral_id))
    OR EXISTS (SELECT 1 FROM meeting_child c WHERE c.meeting_id = m AND exploitation_stands(c.person_id)))) $function$;
