CREATE OR REPLACE FUNCTION public.redact_words(p_entry uuid, p_authority text, p_agency text, p_now timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
DECLARE e entry; authority uuid := gen_random_uuid();
BEGIN
  IF btrim(coalesce(p_authority, '')) = '' THEN RAISE EXCEPTION 'a redaction needs an authority: the order or the decision it is done under'; END IF;
  SELECT * INTO STRICT e FROM entry WHERE id = p_entry;
  PERFORM append_entry(authority, e.ledger, 'words-redacted', 'Words of an entry redacted', p_now, p_now, NULL, p_agency, NULL, e.referral_id,
    e.id, e.subject_ids, encode(sha256(convert_to(authority::text || clock_timestamp()::text || random()::text, 'UTF8')), 'hex'), jsonb_build_object('authority', p_authority));
  UPDATE entry_payload SET body = '{}'::jsonb, salt = '', redacted_at = p_now, redacted_under = authority::text WHERE entry_id = e.id;
  UPDATE trigger_plan SET first = '', places = NULL, people = NULL, contact = NULL, travel = NULL, risks = NULL WHERE entry_id = e.id;
  UPDATE found_with SET name = '', about = NULL WHERE entry_id = e.id;
  UPDATE forum_decision SET reason = '', forum = NULL WHERE entry_id = e.id;
  IF e.kind = 'missing-reported' THEN
    UPDATE episode SET caller_name = NULL, caller_phone = NULL, last_seen_where = NULL WHERE entry_id = e.id;
  ELSIF e.kind = 'child-returned' THEN
    UPDATE episode SET found_where = NULL, found_with = NULL WHERE id = (SELECT x.episode_id FROM episode_entry x WHERE x.entry_id = e.id);
  END IF;
  UPDATE flag_ask SET question = '' WHERE removal_id IN (SELECT r.id FROM flag_removal r WHERE r.entry_id = e.id);
  RETURN authority;
END $function$;
