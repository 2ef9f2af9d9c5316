CREATE OR REPLACE FUNCTION public.untagged_calls(p_since timestamp with time zone, p_most integer)
 RETURNS TABLE(referral_id uuid, reference text, borough text, received_at timestamp with time zone, from_words text, quoted boolean, place_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT r.id, r.reference, r.borough, r.received_at, r.from_words, r.narrative ~* 'make[ -]?safe' OR r.from_words ~* 'make[ -]?safe', p.id
  FROM referral r LEFT JOIN LATERAL (
    SELECT p.id FROM place p WHERE p.makesafe AND p.closed_at IS NULL AND p.borough = r.borough AND length(p.name) > 3
      AND position(lower(p.name) IN lower(concat_ws(' ', r.from_words, r.referrer_name, r.referrer_contact))) > 0 ORDER BY p.id LIMIT 1) p ON true
  WHERE r.channel = 'telephone' AND r.received_at >= p_since AND borough_in(r.borough, app_record_boroughs()) AND r.became_referral_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM makesafe_call m WHERE m.referral_id = r.id) AND NOT referral_barred(r.id)
    AND (p.id IS NOT NULL OR r.narrative ~* 'make[ -]?safe' OR r.from_words ~* 'make[ -]?safe'
      OR EXISTS (SELECT 1 FROM deadline d WHERE d.referral_id = r.id AND d.alert = 'call-untagged' AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL))
  ORDER BY r.received_at DESC, r.id LIMIT p_most $function$;
GRANT EXECUTE ON FUNCTION untagged_calls(timestamp with time zone,integer) TO holdfast_app;
GRANT EXECUTE ON FUNCTION untagged_calls(timestamp with time zone,integer) TO holdfast_worker;
