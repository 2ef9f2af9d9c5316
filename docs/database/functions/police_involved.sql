CREATE OR REPLACE FUNCTION public.police_involved(p uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT EXISTS (SELECT 1 FROM referral_person rp JOIN referral r ON r.id = rp.referral_id
                 WHERE rp.person_id = p AND (r.to_agency = 'police' OR r.from_agency = 'police'))
      OR EXISTS (SELECT 1 FROM meeting_child m WHERE m.person_id = p)
      OR EXISTS (SELECT 1 FROM deadline d WHERE d.child_id = p AND d.alert = 'strategy-discussion-overdue') $function$;
GRANT EXECUTE ON FUNCTION police_involved(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION police_involved(uuid) TO holdfast_worker;
