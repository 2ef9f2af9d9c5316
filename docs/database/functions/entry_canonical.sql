CREATE OR REPLACE FUNCTION public.entry_canonical(e entry)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  SELECT concat_ws(E'\n', e.prev_hash, e.ledger, e.seq::text, e.id::text, e.kind, e.heading,
    to_char(e.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    e.recorded_by::text, coalesce(e.membership_id::text, '-'), e.agency, coalesce(e.source, '-'), coalesce(e.referral_id::text, '-'),
    coalesce(e.corrects::text, '-'), array_to_string(e.subject_ids, ','), e.payload_digest) $function$;
GRANT EXECUTE ON FUNCTION entry_canonical(entry) TO PUBLIC;
