-- Functions that look past the walls ask who is asking, and not only what they are handed (tests/access/definer-functions lists them all).

-- Whom the chair's own agendas list: which boroughs those are is read from the chair's own memberships, and from nothing that is handed in.
DROP FUNCTION listed_lately(text[], timestamptz);
CREATE FUNCTION listed_lately(p_now timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT i.person_id FROM meeting_item i JOIN meeting_call c ON c.id = i.call_id
  WHERE i.person_id IS NOT NULL AND c.called_off_at IS NULL AND c.month IS NOT NULL AND c.meets_at > p_now - interval '62 days' AND NOT person_barred(i.person_id)
    AND i.borough = ANY (ARRAY(
      SELECT unnest(coalesce((SELECT v.boroughs FROM team_cover v WHERE v.team_id = t.id AND v.since <= p_now ORDER BY v.since DESC, v.set_at DESC LIMIT 1), t.boroughs))
      FROM membership m JOIN team t ON t.id = m.team_id
      WHERE m.account_id = app_account() AND m.role = 'mase-chair' AND m.since <= p_now AND (m.ended_at IS NULL OR m.ended_at > p_now))) $$;
REVOKE ALL ON FUNCTION listed_lately FROM PUBLIC;
GRANT EXECUTE ON FUNCTION listed_lately TO holdfast_app, holdfast_worker;

-- Which kind of meeting an action comes from: for whoever counts such actions, and for the timed work that does.
CREATE OR REPLACE FUNCTION action_meeting(p_item text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce(c.kind, m.kind) FROM action a LEFT JOIN meeting_call c ON c.id = a.call_id LEFT JOIN meeting m ON m.id = a.meeting_id
  WHERE app_account() IS NOT NULL AND a.id = CASE WHEN p_item ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' THEN p_item::uuid END $$;

-- The class of a time away: somebody's act, and made formal by the timed work alone.
CREATE OR REPLACE FUNCTION absent_episodes(p_people uuid[]) RETURNS TABLE (id uuid, person_id uuid, absent_until timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT e.id, e.person_id, e.absent_until FROM episode e WHERE app_account() IS NOT NULL AND e.person_id = ANY (p_people) AND e.returned_at IS NULL AND e.class = 'absent' $$;
CREATE OR REPLACE FUNCTION end_absent(p_episode uuid, p_at timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS
  $$ UPDATE episode SET absent_until = greatest(p_at, absent_from) WHERE app_account() IS NOT NULL AND id = p_episode AND returned_at IS NULL AND class = 'absent' AND absent_until > p_at $$;
CREATE OR REPLACE FUNCTION class_missing(p_episode uuid, p_at timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE episode SET class = 'missing', classed_at = p_at, absent_from = NULL, absent_until = NULL
  WHERE id = p_episode AND app_account() IS NOT NULL AND borough_in(borough, app_record_boroughs()) AND returned_at IS NULL AND class = 'absent' AND absent_until <= p_at;
  RETURN FOUND;
END $$;

-- Everybody to whom anything is owed: for the work that verifies the ledger, under its own name, and for nobody who signs in.
CREATE OR REPLACE FUNCTION duty_bearing(p_after uuid, p_most int) RETURNS TABLE (id uuid, redacted boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH page AS (
    SELECT person_id FROM (
      (SELECT DISTINCT s.person_id FROM entry_subject s WHERE s.person_id > p_after ORDER BY 1 LIMIT p_most)
      UNION (SELECT DISTINCT d.child_id FROM deadline d WHERE d.child_id > p_after ORDER BY 1 LIMIT p_most)) AS both_sides
    WHERE app_account() = '00000000-0000-4000-8000-000000000001' ORDER BY person_id LIMIT p_most)
  SELECT page.person_id, EXISTS (SELECT 1 FROM entry_subject s JOIN entry_payload p ON p.entry_id = s.entry_id
    WHERE s.person_id = page.person_id AND p.redacted_at IS NOT NULL) FROM page ORDER BY page.person_id $$;

-- What the policy is asked: facts, and never a name, a telephone or why a flag was added.
DROP FUNCTION policy_people(uuid[]);
CREATE FUNCTION policy_people(p_people uuid[]) RETURNS TABLE (
  id uuid, born_on date, age_stated int, age_stated_on date, age_disputed boolean, looked_after boolean, plan_category text, home_borough text, health text[], restricted boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p.id, p.born_on, p.age_stated, p.age_stated_on, p.age_disputed, p.looked_after, p.plan_category, p.home_borough, p.health, p.restricted
  FROM person p WHERE app_account() IS NOT NULL AND p.id = ANY (p_people) $$;
DROP FUNCTION policy_flags(uuid[]);
CREATE FUNCTION policy_flags(p_people uuid[]) RETURNS TABLE (person_id uuid, code text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT f.person_id, f.code FROM flag f WHERE app_account() IS NOT NULL AND f.person_id = ANY (p_people) AND f.removed_at IS NULL $$;
REVOKE ALL ON FUNCTION policy_people, policy_flags FROM PUBLIC;
GRANT EXECUTE ON FUNCTION policy_people, policy_flags TO holdfast_app, holdfast_worker;
CREATE OR REPLACE FUNCTION policy_deadlines(p_people uuid[]) RETURNS SETOF deadline LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT * FROM deadline WHERE app_account() IS NOT NULL AND child_id = ANY (p_people) $$;
CREATE OR REPLACE FUNCTION policy_history(p_people uuid[]) RETURNS TABLE (
  person_id uuid, id uuid, kind text, occurred_at timestamptz, recorded_at timestamptz, ledger text, seq bigint, referral_id uuid, body jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.person_id, e.id, e.kind, e.occurred_at, e.recorded_at, e.ledger, e.seq, e.referral_id, p.body
  FROM entry_subject s JOIN entry e ON e.id = s.entry_id JOIN entry_payload p ON p.entry_id = e.id
  WHERE app_account() IS NOT NULL AND s.person_id = ANY (p_people)
  ORDER BY e.occurred_at, e.recorded_at, e.ledger, e.seq $$;
CREATE OR REPLACE FUNCTION policy_referrals(p_ids uuid[]) RETURNS TABLE (id uuid, borough text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT r.id, r.borough FROM referral r WHERE app_account() IS NOT NULL AND r.id = ANY (p_ids) $$;

-- Whom a matter is about, for the entry that is written of it: to whoever is asked to it, took part in it, owns it, or works on it.
CREATE OR REPLACE FUNCTION policy_item_person(p_item uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT i.person_id FROM meeting_item i WHERE i.id = p_item AND (item_opens(i.id) OR borough_in(i.borough, app_record_boroughs())) $$;
CREATE OR REPLACE FUNCTION policy_call_children(p_call uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT k.person_id FROM meeting_call_child k JOIN meeting_call c ON c.id = k.call_id WHERE c.id = p_call AND (borough_in(c.borough, app_record_boroughs()) OR app_invited(c.id)) $$;
CREATE OR REPLACE FUNCTION policy_meeting_children(p_meeting uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT k.person_id FROM meeting_child k JOIN meeting m ON m.id = k.meeting_id WHERE m.id = p_meeting AND (borough_in(m.borough, app_record_boroughs()) OR app_attended(m.id)
    OR EXISTS (SELECT 1 FROM meeting_copy y WHERE y.meeting_id = m.id AND y.account_id = app_account())) $$;
CREATE OR REPLACE FUNCTION policy_action_children(p_action uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH own AS (SELECT a.* FROM action a WHERE a.id = p_action AND (a.owner_id = app_account() OR borough_in(a.borough, app_record_boroughs()) OR a.child_id = ANY (app_opened_record())
    OR (a.meeting_id IS NOT NULL AND meeting_opened(a.meeting_id, app_opened_record())) OR (a.item_id IS NOT NULL AND item_opens(a.item_id))))
  SELECT own.child_id FROM own UNION SELECT c.person_id FROM own JOIN meeting_child c ON c.meeting_id = own.meeting_id $$;

CREATE OR REPLACE FUNCTION lock_people(p_people uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF app_account() IS NULL THEN RAISE EXCEPTION 'whoever locks a record says who they are'; END IF;
  PERFORM 1 FROM person WHERE id = ANY (p_people) ORDER BY id FOR NO KEY UPDATE;
END $$;

-- Asked by other functions alone.
REVOKE EXECUTE ON FUNCTION person_restricted, exploitation_stands, meeting_bears, referral_bears, call_barred, meeting_barred, referral_barred, referral_opens FROM PUBLIC, holdfast_app, holdfast_worker;
-- Named to the two roles when it was made, and left open to everybody.
REVOKE EXECUTE ON FUNCTION person_in FROM PUBLIC;
GRANT EXECUTE ON FUNCTION person_in TO holdfast_app, holdfast_worker, holdfast_search;
