CREATE OR REPLACE FUNCTION public.open_concern(p_person uuid, p_concerns text[], p_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  SELECT EXISTS (SELECT 1 FROM referral_person rp JOIN referral r ON r.id = rp.referral_id
    WHERE rp.person_id = p_person AND rp.role = 'child' AND r.decided_at IS NULL AND r.became_referral_id IS NULL AND r.received_at <= p_at AND r.concern = ANY (p_concerns)
      AND NOT EXISTS (SELECT 1 FROM entry_subject s WHERE s.person_id = p_person AND s.kind = 'case-closed' AND s.occurred_at >= r.received_at)) $function$;
