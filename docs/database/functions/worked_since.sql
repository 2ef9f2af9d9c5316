CREATE OR REPLACE FUNCTION public.worked_since(p_person uuid, p_since timestamp with time zone, p_borough text, p_referral uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  SELECT EXISTS (SELECT 1 FROM entry_subject s JOIN entry e ON e.id = s.entry_id JOIN entry_payload p ON p.entry_id = e.id
    WHERE s.person_id = p_person AND e.recorded_at >= p_since AND (p_borough IS NULL OR e.ledger = p_borough) AND (p_referral IS NULL OR e.referral_id = p_referral)
      AND e.kind NOT IN ('people-parted', 'person-matched', 'not-the-same', 'act-refused') AND NOT coalesce(p.body ? 'told_again_of' OR p.body->>'about' = 'matched', false)) $function$;
