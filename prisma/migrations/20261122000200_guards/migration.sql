-- The second wall and the write-once guarantees. Everything here runs as holdfast_owner; the application is holdfast_app,
-- which owns nothing and bypasses nothing. No now() anywhere: the act's own time is passed in.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- ---------------------------------------------------------------------------------------------------------------------
-- Who is asking, as the transaction says. Each is read once a statement because the policies wrap it in a select.
CREATE FUNCTION app_account() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.account', true), '')::uuid $$;
CREATE FUNCTION app_record_boroughs() RETURNS text[] LANGUAGE sql STABLE AS
  $$ SELECT string_to_array(coalesce(current_setting('app.record_boroughs', true), ''), ',') $$;
CREATE FUNCTION app_narrative_boroughs() RETURNS text[] LANGUAGE sql STABLE AS
  $$ SELECT string_to_array(coalesce(current_setting('app.narrative_boroughs', true), ''), ',') $$;
CREATE FUNCTION app_teams() RETURNS uuid[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('app.teams', true), ''), '{}')::uuid[] $$;
CREATE FUNCTION app_opened_record() RETURNS uuid[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('app.opened_record', true), ''), '{}')::uuid[] $$;
CREATE FUNCTION app_opened_narrative() RETURNS uuid[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('app.opened_narrative', true), ''), '{}')::uuid[] $$;
CREATE FUNCTION app_auditor() RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT coalesce(current_setting('app.auditor', true), '') = 'on' $$;

CREATE FUNCTION borough_in(b text, reach text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS
  $$ SELECT b = ANY (reach) OR '*' = ANY (reach) $$;

-- A person is in reach when a borough that knows them is. SECURITY DEFINER: the policy on person_reach would ask person again.
CREATE FUNCTION person_in(p uuid, reach text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT EXISTS (SELECT 1 FROM person_reach r WHERE r.person_id = p AND (r.borough = ANY (reach) OR '*' = ANY (reach))) $$;
CREATE FUNCTION person_restricted(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT restricted FROM person WHERE id = p $$;

-- ---------------------------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['person','person_name','person_address','relationship','flag','person_reach','referral','referral_person',
    'meeting','meeting_child','meeting_participant','meeting_position','action','deadline','notification','entry','entry_payload',
    'entry_subject','ledger_head','ledger_seal','reading_log','record_opening','form_draft','act_key'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO holdfast_owner USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO holdfast_app, holdfast_worker;
GRANT SELECT, INSERT, UPDATE ON account, team, membership, session, sign_in_attempt TO holdfast_app, holdfast_worker;
GRANT SELECT, INSERT, UPDATE ON person, person_name, person_address, relationship, flag, person_reach, referral, referral_person,
  meeting, meeting_child, meeting_participant, meeting_position, action, record_opening, policy_adoption TO holdfast_app, holdfast_worker;
GRANT SELECT, INSERT ON reading_log TO holdfast_app, holdfast_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON form_draft TO holdfast_app;
GRANT SELECT, INSERT ON act_key TO holdfast_app, holdfast_worker;
GRANT SELECT ON deadline, entry, entry_payload, entry_subject, ledger_head, ledger_seal TO holdfast_app, holdfast_worker;
GRANT SELECT, UPDATE ON notification TO holdfast_app, holdfast_worker;
GRANT INSERT ON notification TO holdfast_worker;
GRANT INSERT ON notification TO holdfast_app;

-- People. A restricted person's row is not there unless it was opened by break-glass: the name is masked because it is absent.
CREATE POLICY see ON person FOR SELECT TO holdfast_app, holdfast_worker USING (
  (NOT restricted AND person_in(id, (SELECT app_record_boroughs()))) OR id = ANY ((SELECT app_opened_record())::uuid[]));
CREATE POLICY add ON person FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (true);
CREATE POLICY change ON person FOR UPDATE TO holdfast_app, holdfast_worker USING (
  (NOT restricted AND person_in(id, (SELECT app_record_boroughs()))) OR id = ANY ((SELECT app_opened_record())::uuid[])) WITH CHECK (true);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['person_name','person_address','flag'] LOOP
    EXECUTE format($p$CREATE POLICY see ON %I FOR SELECT TO holdfast_app, holdfast_worker USING (
      (person_in(person_id, (SELECT app_record_boroughs())) AND NOT person_restricted(person_id))
      OR person_id = ANY ((SELECT app_opened_record())::uuid[]))$p$, t);
    EXECUTE format('CREATE POLICY add ON %I FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (true)', t);
    EXECUTE format($p$CREATE POLICY change ON %I FOR UPDATE TO holdfast_app, holdfast_worker USING (
      person_in(person_id, (SELECT app_record_boroughs()))) WITH CHECK (true)$p$, t);
  END LOOP;
END $$;

CREATE POLICY see ON relationship FOR SELECT TO holdfast_app, holdfast_worker USING (
  person_in(person_id, (SELECT app_record_boroughs())) OR person_in(other_id, (SELECT app_record_boroughs()))
  OR person_id = ANY ((SELECT app_opened_record())::uuid[]) OR other_id = ANY ((SELECT app_opened_record())::uuid[]));
CREATE POLICY add ON relationship FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (true);
CREATE POLICY change ON relationship FOR UPDATE TO holdfast_app, holdfast_worker
  USING (person_in(person_id, (SELECT app_record_boroughs()))) WITH CHECK (true);

CREATE POLICY see ON person_reach FOR SELECT TO holdfast_app, holdfast_worker USING (
  person_in(person_id, (SELECT app_record_boroughs())) OR person_id = ANY ((SELECT app_opened_record())::uuid[]));
CREATE POLICY add ON person_reach FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (true);

-- Referrals: the borough's, or the own team's as sent.
CREATE POLICY see ON referral FOR SELECT TO holdfast_app, holdfast_worker USING (
  borough_in(borough, (SELECT app_record_boroughs())) OR from_team_id = ANY ((SELECT app_teams())::uuid[]));
CREATE POLICY add ON referral FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (recorded_by = (SELECT app_account()));
CREATE POLICY change ON referral FOR UPDATE TO holdfast_app, holdfast_worker
  USING (borough_in(borough, (SELECT app_record_boroughs()))) WITH CHECK (borough_in(borough, (SELECT app_record_boroughs())));
CREATE POLICY see ON referral_person FOR SELECT TO holdfast_app, holdfast_worker USING (
  EXISTS (SELECT 1 FROM referral r WHERE r.id = referral_id AND borough_in(r.borough, (SELECT app_record_boroughs())))
  OR person_id = ANY ((SELECT app_opened_record())::uuid[]));
CREATE POLICY add ON referral_person FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (true);

-- Meetings and actions: the borough's, or the own matter (an action one owns).
CREATE POLICY see ON meeting FOR SELECT TO holdfast_app, holdfast_worker USING (borough_in(borough, (SELECT app_record_boroughs())));
CREATE POLICY add ON meeting FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (borough_in(borough, (SELECT app_record_boroughs())) AND recorded_by = (SELECT app_account()));
CREATE POLICY change ON meeting FOR UPDATE TO holdfast_app, holdfast_worker
  USING (borough_in(borough, (SELECT app_record_boroughs()))) WITH CHECK (borough_in(borough, (SELECT app_record_boroughs())));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['meeting_child','meeting_participant','meeting_position'] LOOP
    EXECUTE format($p$CREATE POLICY see ON %I FOR SELECT TO holdfast_app, holdfast_worker USING (
      EXISTS (SELECT 1 FROM meeting m WHERE m.id = meeting_id))$p$, t);
    EXECUTE format('CREATE POLICY add ON %I FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (EXISTS (SELECT 1 FROM meeting m WHERE m.id = meeting_id))', t);
  END LOOP;
END $$;
CREATE POLICY see ON action FOR SELECT TO holdfast_app, holdfast_worker USING (
  borough_in(borough, (SELECT app_record_boroughs())) OR owner_id = (SELECT app_account()) OR child_id = ANY ((SELECT app_opened_record())::uuid[]));
CREATE POLICY add ON action FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (borough_in(borough, (SELECT app_record_boroughs())));
CREATE POLICY change ON action FOR UPDATE TO holdfast_app, holdfast_worker
  USING (borough_in(borough, (SELECT app_record_boroughs())) OR owner_id = (SELECT app_account())) WITH CHECK (true);

-- Deadlines and the chronology: read within reach, written by functions only.
CREATE POLICY see ON deadline FOR SELECT TO holdfast_app, holdfast_worker USING (
  borough_in(borough, (SELECT app_record_boroughs())) OR child_id = ANY ((SELECT app_opened_record())::uuid[]));
CREATE POLICY see ON notification FOR SELECT TO holdfast_app, holdfast_worker USING (
  borough_in(borough, (SELECT app_record_boroughs())) OR to_account = (SELECT app_account()));
CREATE POLICY change ON notification FOR UPDATE TO holdfast_app, holdfast_worker USING (
  borough_in(borough, (SELECT app_record_boroughs())) OR to_account = (SELECT app_account())) WITH CHECK (true);
CREATE POLICY add ON notification FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (true);
CREATE POLICY see ON entry FOR SELECT TO holdfast_app, holdfast_worker USING (
  EXISTS (SELECT 1 FROM entry_subject s WHERE s.entry_id = id) OR borough_in(ledger, (SELECT app_record_boroughs())));
CREATE POLICY see ON entry_subject FOR SELECT TO holdfast_app, holdfast_worker USING (
  (person_in(person_id, (SELECT app_record_boroughs())) AND NOT person_restricted(person_id))
  OR person_id = ANY ((SELECT app_opened_record())::uuid[]));
CREATE POLICY see ON entry_payload FOR SELECT TO holdfast_app, holdfast_worker USING (
  EXISTS (SELECT 1 FROM entry_subject s WHERE s.entry_id = entry_payload.entry_id
    AND ((person_in(s.person_id, (SELECT app_narrative_boroughs())) AND NOT person_restricted(s.person_id))
         OR s.person_id = ANY ((SELECT app_opened_narrative())::uuid[]))));
CREATE POLICY see ON ledger_head FOR SELECT TO holdfast_app, holdfast_worker USING (true);
CREATE POLICY see ON ledger_seal FOR SELECT TO holdfast_app, holdfast_worker USING (true);

-- One's own.
CREATE POLICY own ON form_draft FOR ALL TO holdfast_app USING (account_id = (SELECT app_account())) WITH CHECK (account_id = (SELECT app_account()));
CREATE POLICY own ON act_key FOR ALL TO holdfast_app, holdfast_worker USING (account_id = (SELECT app_account())) WITH CHECK (account_id = (SELECT app_account()));
CREATE POLICY see ON reading_log FOR SELECT TO holdfast_app, holdfast_worker USING (
  account_id = (SELECT app_account()) OR (SELECT app_auditor()) OR person_in(person_id, (SELECT app_record_boroughs())));
CREATE POLICY add ON reading_log FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (account_id = (SELECT app_account()));
CREATE POLICY see ON record_opening FOR SELECT TO holdfast_app, holdfast_worker USING (
  account_id = (SELECT app_account()) OR (SELECT app_auditor()) OR person_in(person_id, (SELECT app_record_boroughs())));
CREATE POLICY add ON record_opening FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (account_id = (SELECT app_account()));
CREATE POLICY change ON record_opening FOR UPDATE TO holdfast_app, holdfast_worker USING (
  -- Nobody reviews their own break-glass.
  account_id <> (SELECT app_account()) AND ((SELECT app_auditor()) OR person_in(person_id, (SELECT app_record_boroughs())))) WITH CHECK (true);

-- ---------------------------------------------------------------------------------------------------------------------
-- The chronology. The canonical text of an entry is said once, here; the verifier reads it back with entry_canonical.
CREATE FUNCTION entry_canonical(e entry) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT concat_ws(E'\n', e.prev_hash, e.ledger, e.seq::text, e.id::text, e.kind, e.heading,
    to_char(e.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    e.recorded_by::text, coalesce(e.membership_id::text, '-'), e.agency, coalesce(e.source, '-'), coalesce(e.referral_id::text, '-'),
    coalesce(e.corrects::text, '-'), array_to_string(e.subject_ids, ','), e.payload_digest) $$;

CREATE FUNCTION append_entry(
  p_id uuid, p_ledger text, p_kind text, p_heading text, p_occurred_at timestamptz, p_recorded_at timestamptz, p_membership uuid,
  p_agency text, p_source text, p_referral uuid, p_corrects uuid, p_subjects uuid[], p_salt text, p_body jsonb
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
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
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION '% is append-only: a correction is a new entry', TG_TABLE_NAME; END $$;
CREATE TRIGGER entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON entry EXECUTE FUNCTION refuse_change();
CREATE TRIGGER entry_subject_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON entry_subject EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reading_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reading_log EXECUTE FUNCTION refuse_change();
CREATE FUNCTION payload_redaction_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Only a redaction under recorded authority may touch the words; the digest in the chain stays.
  IF TG_OP = 'UPDATE' AND NEW.redacted_at IS NOT NULL AND NEW.redacted_under IS NOT NULL AND OLD.redacted_at IS NULL
     AND NEW.salt = OLD.salt AND NEW.entry_id = OLD.entry_id THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'entry_payload is append-only: only a redaction under recorded authority changes it';
END $$;
CREATE TRIGGER entry_payload_guard BEFORE UPDATE OR DELETE ON entry_payload FOR EACH ROW EXECUTE FUNCTION payload_redaction_only();

-- What the policy reads: the whole history of the children of an act, whichever borough wrote it. It answers the act and no page.
CREATE FUNCTION policy_history(p_people uuid[]) RETURNS TABLE (
  person_id uuid, id uuid, kind text, occurred_at timestamptz, recorded_at timestamptz, ledger text, seq bigint, referral_id uuid, body jsonb
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.person_id, e.id, e.kind, e.occurred_at, e.recorded_at, e.ledger, e.seq, e.referral_id, p.body
  FROM entry_subject s JOIN entry e ON e.id = s.entry_id JOIN entry_payload p ON p.entry_id = e.id
  WHERE s.person_id = ANY (p_people)
  ORDER BY e.occurred_at, e.recorded_at, e.ledger, e.seq $$;
CREATE FUNCTION policy_people(p_people uuid[]) RETURNS SETOF person LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT * FROM person WHERE id = ANY (p_people) $$;
CREATE FUNCTION policy_flags(p_people uuid[]) RETURNS SETOF flag LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT * FROM flag WHERE person_id = ANY (p_people) AND removed_at IS NULL $$;
CREATE FUNCTION policy_deadlines(p_people uuid[]) RETURNS SETOF deadline LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT * FROM deadline WHERE child_id = ANY (p_people) $$;
-- Locks the children of an act in one order, so that two acts about one child sync one after the other.
CREATE FUNCTION lock_people(p_people uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN PERFORM 1 FROM person WHERE id = ANY (p_people) ORDER BY id FOR NO KEY UPDATE; END $$;

-- ---------------------------------------------------------------------------------------------------------------------
-- Deadlines: opened, met, ended, superseded, handed on. Never edited.
CREATE UNIQUE INDEX deadline_key ON deadline (child_id, key) WHERE superseded_at IS NULL;
CREATE INDEX deadline_open_borough ON deadline (borough, due_at, id) WHERE met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL;
CREATE INDEX deadline_open_alert ON deadline (alert, borough, due_at, id) WHERE met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL;
CREATE INDEX deadline_open_referral ON deadline (referral_id, due_at) WHERE met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL;
CREATE INDEX deadline_open_due ON deadline (due_at) WHERE met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL;
CREATE INDEX deadline_alert_started ON deadline (alert, borough, starts_at);
CREATE INDEX referral_open ON referral (borough, received_at, id) WHERE decided_at IS NULL;

CREATE FUNCTION deadline_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a deadline is superseded, never deleted'; END IF;
  IF (OLD.id, OLD.key, OLD.rule, OLD.alert, OLD.basis, OLD.form, OLD.child_id, OLD.borough, OLD.referral_id, OLD.item_id, OLD.owed_by, OLD.started_by,
      OLD.starts_at, OLD.due_at, OLD.day_end, OLD.pack, OLD.pack_version, OLD.clause, OLD.explanation, OLD.created_at)
     IS DISTINCT FROM
     (NEW.id, NEW.key, NEW.rule, NEW.alert, NEW.basis, NEW.form, NEW.child_id, NEW.borough, NEW.referral_id, NEW.item_id, NEW.owed_by, NEW.started_by,
      NEW.starts_at, NEW.due_at, NEW.day_end, NEW.pack, NEW.pack_version, NEW.clause, NEW.explanation, NEW.created_at)
     OR (OLD.met_at IS NOT NULL AND (OLD.met_at, OLD.met_by, OLD.met_recorded_at) IS DISTINCT FROM (NEW.met_at, NEW.met_by, NEW.met_recorded_at))
     OR (OLD.ended_at IS NOT NULL AND (OLD.ended_at, OLD.ended_by, OLD.ended_why) IS DISTINCT FROM (NEW.ended_at, NEW.ended_by, NEW.ended_why))
     OR (OLD.superseded_at IS NOT NULL AND (OLD.superseded_at, OLD.superseded_by) IS DISTINCT FROM (NEW.superseded_at, NEW.superseded_by))
  THEN RAISE EXCEPTION 'a deadline is superseded, never edited'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER deadline_never_edited BEFORE UPDATE OR DELETE ON deadline FOR EACH ROW EXECUTE FUNCTION deadline_guard();

CREATE FUNCTION write_deadlines(p_changes jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE c jsonb;
BEGIN
  IF app_account() IS NULL THEN RAISE EXCEPTION 'a deadline needs an actor'; END IF;
  FOR c IN SELECT * FROM jsonb_array_elements(p_changes) LOOP
    CASE c->>'op'
    WHEN 'open' THEN
      INSERT INTO deadline SELECT * FROM jsonb_populate_record(null::deadline, c->'row');
    WHEN 'meet' THEN
      UPDATE deadline SET met_at = (c->>'at')::timestamptz, met_by = (c->>'by')::uuid, met_recorded_at = (c->>'recordedAt')::timestamptz
        WHERE id = (c->>'id')::uuid AND met_at IS NULL;
    WHEN 'end' THEN
      UPDATE deadline SET ended_at = (c->>'at')::timestamptz, ended_by = (c->>'by')::uuid, ended_why = c->>'why', ended_recorded_at = (c->>'recordedAt')::timestamptz
        WHERE id = (c->>'id')::uuid AND ended_at IS NULL;
    WHEN 'supersede' THEN
      UPDATE deadline SET superseded_at = (c->>'recordedAt')::timestamptz, superseded_by = (c->>'by')::uuid, superseded_why = c->>'why'
        WHERE id = (c->>'id')::uuid AND superseded_at IS NULL;
    WHEN 'assign' THEN
      UPDATE deadline SET assigned_to = (c->>'account')::uuid, assigned_team = c->>'team' WHERE id = (c->>'id')::uuid;
    WHEN 'acknowledge' THEN
      UPDATE deadline SET acknowledged_by = app_account(), acknowledged_at = (c->>'recordedAt')::timestamptz WHERE id = (c->>'id')::uuid;
    WHEN 'escalate' THEN
      UPDATE deadline SET escalation_level = greatest(escalation_level, (c->>'level')::int), acknowledged_at = NULL, acknowledged_by = NULL WHERE id = (c->>'id')::uuid;
    ELSE RAISE EXCEPTION 'no such change of a deadline: %', c->>'op';
    END CASE;
  END LOOP;
END $$;

-- Functions answer to the application and the worker, and to nobody else.
REVOKE ALL ON FUNCTION append_entry, policy_history, policy_people, policy_flags, policy_deadlines, lock_people, write_deadlines FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_entry, policy_history, policy_people, policy_flags, policy_deadlines, lock_people, write_deadlines TO holdfast_app, holdfast_worker;

-- Which borough a referral belongs to, for the deadlines of a child whom another borough's act is about.
CREATE FUNCTION policy_referrals(p_ids uuid[]) RETURNS TABLE (id uuid, borough text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT r.id, r.borough FROM referral r WHERE r.id = ANY (p_ids) $$;
REVOKE ALL ON FUNCTION policy_referrals FROM PUBLIC;
GRANT EXECUTE ON FUNCTION policy_referrals TO holdfast_app, holdfast_worker;
