-- A restricted record is outside every borough's reach: the words of it, its headings and its ties are not there for whoever has not broken
-- the glass, at the database as on the pages (lib/decisions/restricted-records.md). And a record opened with a reason is opened whole:
-- its referrals, meetings and actions too.

-- Records opened by break-glass and still open: the only openings that count for a restricted person.
CREATE FUNCTION app_opened_glass() RETURNS uuid[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('app.opened_glass', true), ''), '{}')::uuid[] $$;
-- Boroughs in which the actor answers for break-glass openings.
CREATE FUNCTION app_review_boroughs() RETURNS text[] LANGUAGE sql STABLE AS
  $$ SELECT string_to_array(coalesce(current_setting('app.review_boroughs', true), ''), ',') $$;

-- SECURITY DEFINER, all of these: they are asked by the policies of the very rows that they look at. They answer yes or no.
CREATE FUNCTION person_barred(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT coalesce((SELECT restricted FROM person WHERE id = p), false) AND NOT (p = ANY (app_opened_glass())) $$;
CREATE FUNCTION any_barred(p uuid[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT EXISTS (SELECT 1 FROM person WHERE id = ANY (p) AND restricted AND NOT (id = ANY (app_opened_glass()))) $$;
CREATE FUNCTION all_barred(p uuid[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT EXISTS (SELECT 1 FROM person WHERE id = ANY (p))
       AND NOT EXISTS (SELECT 1 FROM person WHERE id = ANY (p) AND (NOT restricted OR id = ANY (app_opened_glass()))) $$;
CREATE FUNCTION entry_barred(e uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT EXISTS (SELECT 1 FROM entry_subject s JOIN person x ON x.id = s.person_id
       WHERE s.entry_id = e AND x.restricted AND NOT (x.id = ANY (app_opened_glass()))) $$;
CREATE FUNCTION referral_barred(r uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT EXISTS (SELECT 1 FROM referral_person rp JOIN person x ON x.id = rp.person_id
       WHERE rp.referral_id = r AND rp.role = 'child' AND x.restricted AND NOT (x.id = ANY (app_opened_glass()))) $$;
CREATE FUNCTION meeting_barred(m uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT EXISTS (SELECT 1 FROM meeting_child c JOIN person x ON x.id = c.person_id
       WHERE c.meeting_id = m AND x.restricted AND NOT (x.id = ANY (app_opened_glass()))) $$;
-- Is the matter part of a record that the actor opened with a reason? `opened`: those open at the depth asked for.
CREATE FUNCTION referral_opened(r uuid, opened uuid[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT cardinality(opened) > 0 AND EXISTS (SELECT 1 FROM referral_person rp
       WHERE rp.referral_id = r AND rp.person_id = ANY (opened) AND NOT person_barred(rp.person_id)) $$;
CREATE FUNCTION meeting_opened(m uuid, opened uuid[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT cardinality(opened) > 0 AND EXISTS (SELECT 1 FROM meeting_child c
       WHERE c.meeting_id = m AND c.person_id = ANY (opened) AND NOT person_barred(c.person_id)) $$;
REVOKE ALL ON FUNCTION person_barred, any_barred, all_barred, entry_barred, referral_barred, meeting_barred, referral_opened, meeting_opened FROM PUBLIC;
GRANT EXECUTE ON FUNCTION person_barred, any_barred, all_barred, entry_barred, referral_barred, meeting_barred, referral_opened, meeting_opened TO holdfast_app, holdfast_worker;

-- People and what hangs on them. A reason given before the record was restricted opens nothing any more.
DROP POLICY see ON person;
DROP POLICY change ON person;
CREATE POLICY see ON person FOR SELECT TO holdfast_app, holdfast_worker USING (
  (NOT restricted AND (person_in(id, (SELECT app_record_boroughs())) OR id = ANY ((SELECT app_opened_record())::uuid[])))
  OR id = ANY ((SELECT app_opened_glass())::uuid[]));
CREATE POLICY change ON person FOR UPDATE TO holdfast_app, holdfast_worker USING (
  (NOT restricted AND (person_in(id, (SELECT app_record_boroughs())) OR id = ANY ((SELECT app_opened_record())::uuid[])))
  OR id = ANY ((SELECT app_opened_glass())::uuid[])) WITH CHECK (true);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['person_name','person_address','flag'] LOOP
    EXECUTE format('DROP POLICY see ON %I', t);
    EXECUTE format('DROP POLICY change ON %I', t);
    EXECUTE format($p$CREATE POLICY see ON %I FOR SELECT TO holdfast_app, holdfast_worker USING (
      (person_in(person_id, (SELECT app_record_boroughs())) OR person_id = ANY ((SELECT app_opened_record())::uuid[])) AND NOT person_barred(person_id))$p$, t);
    EXECUTE format($p$CREATE POLICY change ON %I FOR UPDATE TO holdfast_app, holdfast_worker USING (
      person_in(person_id, (SELECT app_record_boroughs())) AND NOT person_barred(person_id)) WITH CHECK (true)$p$, t);
  END LOOP;
END $$;

-- A tie tells who somebody is: "mother" names a restricted mother. That a person of concern is linked is known to exist all the same, or the
-- other children at risk from them would be seen by nobody.
DROP POLICY see ON relationship;
CREATE POLICY see ON relationship FOR SELECT TO holdfast_app, holdfast_worker USING (
  (person_in(person_id, (SELECT app_record_boroughs())) OR person_in(other_id, (SELECT app_record_boroughs()))
    OR person_id = ANY ((SELECT app_opened_record())::uuid[]) OR other_id = ANY ((SELECT app_opened_record())::uuid[]))
  AND (kind LIKE 'suspect%' OR NOT any_barred(ARRAY[person_id, other_id])));
-- That there is somebody restricted beside a person, and not as what.
CREATE FUNCTION barred_ties(p uuid) RETURNS TABLE (other_id uuid, since timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT CASE WHEN r.person_id = p THEN r.other_id ELSE r.person_id END, r.since FROM relationship r
  WHERE (r.person_id = p OR r.other_id = p) AND r.until IS NULL AND NOT person_barred(p)
    AND (person_in(p, (SELECT app_record_boroughs())) OR p = ANY ((SELECT app_opened_record())::uuid[]))
    AND r.kind NOT LIKE 'suspect%' AND any_barred(ARRAY[r.person_id, r.other_id]) $$;
REVOKE ALL ON FUNCTION barred_ties FROM PUBLIC;
GRANT EXECUTE ON FUNCTION barred_ties TO holdfast_app, holdfast_worker;

-- The chronology. A heading is part of the record of each of its subjects: it is read by whoever reads one of them, and never where all of
-- them are barred. The words of an entry about several may name any of them: they are read only where none is barred.
DROP POLICY see ON entry;
CREATE POLICY see ON entry FOR SELECT TO holdfast_app, holdfast_worker USING (
  (borough_in(ledger, (SELECT app_record_boroughs())) AND NOT all_barred(subject_ids))
  OR EXISTS (SELECT 1 FROM entry_subject s WHERE s.entry_id = id));
DROP POLICY see ON entry_subject;
CREATE POLICY see ON entry_subject FOR SELECT TO holdfast_app, holdfast_worker USING (
  (person_in(person_id, (SELECT app_record_boroughs())) OR person_id = ANY ((SELECT app_opened_record())::uuid[])) AND NOT person_barred(person_id));
DROP POLICY see ON entry_payload;
CREATE POLICY see ON entry_payload FOR SELECT TO holdfast_app, holdfast_worker USING (
  EXISTS (SELECT 1 FROM entry_subject s WHERE s.entry_id = entry_payload.entry_id
    AND (person_in(s.person_id, (SELECT app_narrative_boroughs()))
         OR (person_in(s.person_id, (SELECT app_involved_boroughs())) AND police_involved(s.person_id))
         OR s.person_id = ANY ((SELECT app_opened_narrative())::uuid[])))
  AND NOT entry_barred(entry_id));

-- Referrals, meetings, actions: the borough's, the own matter, and those of a record opened with a reason. Opening gives reading and no more:
-- the policies that let a row be changed stay as they were.
DROP POLICY see ON referral;
CREATE POLICY see ON referral FOR SELECT TO holdfast_app, holdfast_worker USING (
  borough_in(borough, (SELECT app_record_boroughs())) OR from_team_id = ANY ((SELECT app_teams())::uuid[])
  OR referral_opened(id, (SELECT app_opened_record())));
DROP POLICY see ON meeting;
CREATE POLICY see ON meeting FOR SELECT TO holdfast_app, holdfast_worker USING (
  borough_in(borough, (SELECT app_record_boroughs())) OR app_attended(id) OR meeting_opened(id, (SELECT app_opened_record())));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['meeting_child','meeting_participant','meeting_position'] LOOP
    EXECUTE format('DROP POLICY add ON %I', t);
    -- Whoever sees a meeting through an opened record adds nothing to it.
    EXECUTE format($p$CREATE POLICY add ON %I FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (
      EXISTS (SELECT 1 FROM meeting m WHERE m.id = meeting_id AND (borough_in(m.borough, (SELECT app_record_boroughs())) OR app_attended(m.id))))$p$, t);
  END LOOP;
END $$;
DROP POLICY see ON action;
CREATE POLICY see ON action FOR SELECT TO holdfast_app, holdfast_worker USING (
  borough_in(borough, (SELECT app_record_boroughs())) OR owner_id = (SELECT app_account())
  OR (child_id = ANY ((SELECT app_opened_record())::uuid[]) AND NOT person_barred(child_id))
  OR (meeting_id IS NOT NULL AND meeting_opened(meeting_id, (SELECT app_opened_record()))));

-- The words of referrals, meetings and actions stand in columns that the application cannot select: the rows stay in the queue and on the
-- board, because the duty stays; the words come from the functions below, at the depth and within the bar. A column added later is shut
-- until a migration grants it.
DO $$
DECLARE shut record;
BEGIN
  FOR shut IN SELECT * FROM (VALUES
    ('referral', ARRAY['narrative','as_sent','outcome_reason','complex_reason','complex_manager','referrer_name','referrer_contact','suspect_relationship']),
    ('meeting', ARRAY['information_shared','risk_analysis','decision_reason','medical','interview_plan','other_children']),
    ('meeting_participant', ARRAY['brought']), ('meeting_position', ARRAY['says']), ('action', ARRAY['what','evidence','carried_why'])
  ) AS t(name, words) LOOP
    EXECUTE format('REVOKE SELECT ON %I FROM holdfast_app, holdfast_worker', shut.name);
    EXECUTE (SELECT format('GRANT SELECT (%s) ON %I TO holdfast_app, holdfast_worker', string_agg(quote_ident(attname), ', '), shut.name)
      FROM pg_attribute WHERE attrelid = shut.name::regclass AND attnum > 0 AND NOT attisdropped AND attname <> ALL (shut.words));
  END LOOP;
END $$;

-- What was told in a referral. Who sent it reads it as sent; the record's readers who it came from; the words open with the narrative.
CREATE FUNCTION referral_words(p_ids uuid[]) RETURNS TABLE (
  id uuid, narrative text, as_sent jsonb, outcome_reason text, complex_reason text, complex_manager text, referrer_name text, referrer_contact text, suspect_relationship text
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT r.id, CASE WHEN words THEN r.narrative END, CASE WHEN own THEN r.as_sent::jsonb END, CASE WHEN words THEN r.outcome_reason END,
    CASE WHEN words THEN r.complex_reason END, CASE WHEN words THEN r.complex_manager END, CASE WHEN record THEN r.referrer_name END,
    CASE WHEN record THEN r.referrer_contact END, CASE WHEN record THEN r.suspect_relationship END
  FROM referral r CROSS JOIN LATERAL (SELECT referral_barred(r.id) AS barred) b CROSS JOIN LATERAL (SELECT
    r.from_team_id = ANY (app_teams()) AS own,
    NOT b.barred AND (borough_in(r.borough, app_record_boroughs()) OR referral_opened(r.id, app_opened_record())) AS record,
    NOT b.barred AND (borough_in(r.borough, app_narrative_boroughs()) OR referral_opened(r.id, app_opened_narrative())
      OR (borough_in(r.borough, app_involved_boroughs()) AND (r.to_agency = 'police' OR r.from_agency = 'police' OR r.concern IS NOT NULL))) AS words) reads
  WHERE r.id = ANY (p_ids) AND (own OR record OR words) $$;

-- What was said at a meeting. Who took part heard it all: the record is theirs once it was sent to them.
CREATE FUNCTION meeting_words(p_ids uuid[]) RETURNS TABLE (
  id uuid, information_shared text, risk_analysis text, decision_reason text, medical text, interview_plan text, other_children text, brought jsonb, says jsonb, filled text[], opens boolean
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT m.id, CASE WHEN words THEN m.information_shared END, CASE WHEN words THEN m.risk_analysis END, CASE WHEN words THEN m.decision_reason END,
    CASE WHEN words THEN m.medical END, CASE WHEN words THEN m.interview_plan END, CASE WHEN words THEN m.other_children END,
    (SELECT coalesce(jsonb_object_agg(p.id, p.brought), '{}') FROM meeting_participant p WHERE p.meeting_id = m.id AND p.brought IS NOT NULL AND words),
    (SELECT coalesce(jsonb_object_agg(p.id, p.says), '{}') FROM meeting_position p WHERE p.meeting_id = m.id AND p.says IS NOT NULL AND (words OR p.said_by = app_account())),
    -- That something was written, without what: a record that lacks nothing must not look as if it did.
    (SELECT coalesce(array_agg(k), '{}') FROM jsonb_each(to_jsonb(m)) AS j(k, v) WHERE v <> 'null'), words
  FROM meeting m CROSS JOIN LATERAL (SELECT
    (m.circulated_at IS NOT NULL AND app_attended(m.id)) OR (NOT meeting_barred(m.id) AND (
      borough_in(m.borough, app_narrative_boroughs()) OR meeting_opened(m.id, app_opened_narrative())
      OR (borough_in(m.borough, app_involved_boroughs()) AND EXISTS (SELECT 1 FROM meeting_participant p WHERE p.meeting_id = m.id AND p.agency = 'police')))) AS words) reads
  WHERE m.id = ANY (p_ids) AND (words OR app_attended(m.id) OR borough_in(m.borough, app_record_boroughs()) OR meeting_opened(m.id, app_opened_record())) $$;

-- What an action says: its owner's, and the record's readers'.
CREATE FUNCTION action_words(p_ids uuid[]) RETURNS TABLE (id uuid, what text, evidence text, carried_why text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT a.id, a.what, a.evidence, a.carried_why FROM action a
  WHERE a.id = ANY (p_ids) AND (a.owner_id = app_account() OR (
    NOT person_barred(a.child_id) AND (a.meeting_id IS NULL OR NOT meeting_barred(a.meeting_id))
    AND (borough_in(a.borough, app_record_boroughs()) OR a.child_id = ANY (app_opened_record())
      OR (a.meeting_id IS NOT NULL AND meeting_opened(a.meeting_id, app_opened_record()))))) $$;
REVOKE ALL ON FUNCTION referral_words, meeting_words, action_words FROM PUBLIC;
GRANT EXECUTE ON FUNCTION referral_words, meeting_words, action_words TO holdfast_app, holdfast_worker;

-- Who looked for whom, and why a record was opened, may name the person: the reader's own, the auditor's, the record's readers', and for a
-- break-glass whoever answers for it.
DROP POLICY see ON reading_log;
CREATE POLICY see ON reading_log FOR SELECT TO holdfast_app, holdfast_worker USING (
  account_id = (SELECT app_account()) OR (SELECT app_auditor()) OR (
    (person_in(person_id, (SELECT app_record_boroughs())) OR person_id = ANY ((SELECT app_opened_record())::uuid[])) AND NOT person_barred(person_id)));
DROP POLICY see ON record_opening;
CREATE POLICY see ON record_opening FOR SELECT TO holdfast_app, holdfast_worker USING (
  account_id = (SELECT app_account()) OR (SELECT app_auditor())
  OR (break_glass AND person_in(person_id, (SELECT app_review_boroughs())))
  OR ((person_in(person_id, (SELECT app_record_boroughs())) OR person_id = ANY ((SELECT app_opened_record())::uuid[])) AND NOT person_barred(person_id)));
DROP POLICY change ON record_opening;
CREATE POLICY change ON record_opening FOR UPDATE TO holdfast_app, holdfast_worker USING (
  -- Nobody reviews their own break-glass.
  account_id <> (SELECT app_account()) AND ((SELECT app_auditor()) OR (break_glass AND person_in(person_id, (SELECT app_review_boroughs()))))) WITH CHECK (true);

-- The index of a restricted person opens by break-glass only, too.
DO $$ BEGIN EXECUTE replace(pg_get_functiondef('person_card(uuid)'::regprocedure), 'app_opened_record()', 'app_opened_glass()'); END $$;

-- The mark itself: set by whoever reads the record, lifted only by somebody to whom it is open by break-glass; and nothing else can touch it.
-- Setting it shuts what was opened with a reason.
DO $$
BEGIN
  REVOKE UPDATE ON person FROM holdfast_app, holdfast_worker;
  EXECUTE (SELECT format('GRANT UPDATE (%s) ON person TO holdfast_app, holdfast_worker', string_agg(quote_ident(attname), ', '))
    FROM pg_attribute WHERE attrelid = 'person'::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'restricted');
END $$;
CREATE FUNCTION set_restricted(p uuid, p_restricted boolean, p_at timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE changed int;
BEGIN
  IF app_account() IS NULL THEN RAISE EXCEPTION 'a restriction needs an actor'; END IF;
  IF p_restricted THEN
    UPDATE person SET restricted = true WHERE id = p AND NOT restricted
      AND (person_in(p, app_record_boroughs()) OR p = ANY (app_opened_record()));
    GET DIAGNOSTICS changed = ROW_COUNT;
    IF changed > 0 THEN UPDATE record_opening SET ends_at = p_at WHERE person_id = p AND NOT break_glass AND ends_at > p_at; END IF;
  ELSE
    UPDATE person SET restricted = false WHERE id = p AND restricted AND p = ANY (app_opened_glass());
    GET DIAGNOSTICS changed = ROW_COUNT;
  END IF;
  RETURN changed > 0;
END $$;
REVOKE ALL ON FUNCTION set_restricted FROM PUBLIC;
GRANT EXECUTE ON FUNCTION set_restricted TO holdfast_app;
