CREATE OR REPLACE FUNCTION public.append_entry(p_id uuid, p_ledger text, p_kind text, p_heading text, p_occurred_at timestamp with time zone, p_recorded_at timestamp with time zone, p_membership uuid, p_agency text, p_source text, p_referral uuid, p_corrects uuid, p_subjects uuid[], p_salt text, p_body jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
DECLARE head ledger_head; e entry;
BEGIN
  IF app_account() IS NULL THEN RAISE EXCEPTION 'an entry needs an actor'; END IF;
  INSERT INTO ledger_head (ledger, seq, hash) VALUES (p_ledger, 0, repeat('0', 64)) ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM ledger_head WHERE ledger = p_ledger FOR UPDATE;
  e.id := p_id; e.ledger := p_ledger; e.seq := head.seq + 1; e.kind := p_kind; e.heading := p_heading;
  e.occurred_at := date_trunc('milliseconds', p_occurred_at); e.recorded_at := date_trunc('milliseconds', p_recorded_at);
  e.recorded_by := app_account(); e.membership_id := p_membership; e.agency := p_agency; e.source := p_source;
  e.referral_id := p_referral; e.corrects := p_corrects; e.subject_ids := p_subjects; e.prev_hash := head.hash;
  e.payload_digest := encode(sha256(convert_to(p_salt || E'\n' || p_body::text, 'UTF8')), 'hex');
  e.hash := encode(sha256(convert_to(entry_canonical(e), 'UTF8')), 'hex');
  INSERT INTO entry SELECT e.*;
  INSERT INTO entry_payload (entry_id, salt, body) VALUES (e.id, p_salt, p_body);
  INSERT INTO entry_subject (entry_id, person_id, occurred_at, kind, agency)
    SELECT DISTINCT e.id, s, e.occurred_at, e.kind, e.agency FROM unnest(p_subjects) AS s;
  UPDATE ledger_head SET seq = e.seq, hash = e.hash WHERE ledger = p_ledger;
  RETURN e.seq;
END $function$;
GRANT EXECUTE ON FUNCTION append_entry(uuid,text,text,text,timestamp with time zone,timestamp with time zone,uuid,text,text,uuid,uuid,uuid[],text,jsonb) TO holdfast_app;
GRANT EXECUTE ON FUNCTION append_entry(uuid,text,text,text,timestamp with time zone,timestamp with time zone,uuid,text,text,uuid,uuid,uuid[],text,jsonb) TO holdfast_worker;
