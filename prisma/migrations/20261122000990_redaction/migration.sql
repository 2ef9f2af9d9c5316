-- A redaction stands on an entry of the chronology that says under whose authority it is: before, any words in redacted_under
-- were taken for authority. Words and salt both go: with the salt left, short words could be guessed from their digest.
CREATE OR REPLACE FUNCTION payload_redaction_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.redacted_at IS NOT NULL AND OLD.redacted_at IS NULL AND NEW.entry_id = OLD.entry_id
     AND NEW.body = '{}'::jsonb AND NEW.salt = ''
     AND EXISTS (SELECT 1 FROM entry a WHERE a.id::text = NEW.redacted_under AND a.kind = 'words-redacted' AND a.corrects = NEW.entry_id) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'entry_payload is append-only: only a redaction under recorded authority changes it';
END $$;

-- Takes the words of one entry away and writes down, in the same ledger, whose authority that was. For the database's owner
-- alone, under the account (app.account) of whoever was ordered to; the entry tells of the redaction and never of the words.
CREATE FUNCTION redact_words(p_entry uuid, p_authority text, p_agency text, p_now timestamptz) RETURNS uuid LANGUAGE plpgsql SET search_path = public AS $$
DECLARE e entry; authority uuid := gen_random_uuid();
BEGIN
  IF btrim(coalesce(p_authority, '')) = '' THEN RAISE EXCEPTION 'a redaction needs an authority: the order or the decision it is done under'; END IF;
  SELECT * INTO STRICT e FROM entry WHERE id = p_entry;
  PERFORM append_entry(authority, e.ledger, 'words-redacted', 'Words of an entry redacted', p_now, p_now, NULL, p_agency, NULL, e.referral_id,
    e.id, e.subject_ids, encode(sha256(convert_to(authority::text || clock_timestamp()::text || random()::text, 'UTF8')), 'hex'), jsonb_build_object('authority', p_authority));
  UPDATE entry_payload SET body = '{}'::jsonb, salt = '', redacted_at = p_now, redacted_under = authority::text WHERE entry_id = e.id;
  RETURN authority;
END $$;
REVOKE ALL ON FUNCTION redact_words FROM PUBLIC;
