-- Somebody who works in a borough no more leaves what was in hand there: at once, and also when a role ends by its own date, on a day when nobody
-- presses anything. The administrator and the timed work hand it on by the same function.

-- In a role in which children's work is done there, now or from a day to come.
CREATE FUNCTION works_in(p_account uuid, p_borough text, p_now timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM account a JOIN membership m ON m.account_id = a.id JOIN team t ON t.id = m.team_id
    WHERE a.id = p_account AND a.disabled_at IS NULL AND (m.ended_at IS NULL OR m.ended_at > p_now) AND m.role NOT IN ('administrator', 'auditor')
      AND (cardinality(t.boroughs) = 0 OR p_borough = ANY (t.boroughs))) $$;

-- What everybody has in hand, by borough. An agreed action's duty that is nobody's is its owner's, until it was handed on.
CREATE FUNCTION held_work() RETURNS TABLE (account_id uuid, borough text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT r.claimed_by, r.borough FROM referral r WHERE r.claimed_by IS NOT NULL AND r.decided_at IS NULL AND r.became_referral_id IS NULL
  UNION SELECT d.assigned_to, d.borough FROM deadline d WHERE d.assigned_to IS NOT NULL AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL
  UNION SELECT h.offered_by, h.borough FROM handover_item i JOIN handover h ON h.id = i.handover_id WHERE i.accepted_at IS NULL AND i.ended_at IS NULL
  UNION SELECT a.owner_id, d.borough FROM action a JOIN deadline d ON d.child_id = a.child_id AND d.item_id = a.id::text
    WHERE a.owner_id IS NOT NULL AND a.done_at IS NULL AND a.carried_at IS NULL AND d.assigned_to IS NULL AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.deadline_id = d.id AND n.rung LIKE 'assigned-%') $$;

-- Whose work lies where they work no more. In the timed work's own role alone.
CREATE FUNCTION leavers_holding(p_now timestamptz) RETURNS TABLE (account_id uuid, name text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT a.id, a.name FROM held_work() h JOIN account a ON a.id = h.account_id WHERE NOT works_in(h.account_id, h.borough, p_now) $$;

CREATE FUNCTION hand_on_of(p_account uuid, p_now timestamptz) RETURNS TABLE (
  what text, id uuid, borough text, referral_id uuid, children uuid[], alert text, basis text, to_account uuid, to_name text, to_team text, to_role text
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE handover_item i SET ended_at = p_now FROM handover h
    WHERE h.id = i.handover_id AND h.offered_by = p_account AND i.accepted_at IS NULL AND i.ended_at IS NULL AND NOT works_in(p_account, h.borough, p_now);
  RETURN QUERY
    WITH released AS (
      UPDATE referral r SET claimed_by = NULL, claimed_at = NULL WHERE r.claimed_by = p_account AND r.decided_at IS NULL AND r.became_referral_id IS NULL AND NOT works_in(p_account, r.borough, p_now)
      RETURNING r.id, r.borough)
    SELECT 'referral'::text, x.id, x.borough, x.id, ARRAY(SELECT rp.person_id FROM referral_person rp WHERE rp.referral_id = x.id AND rp.role = 'child'),
      NULL::text, NULL::text, NULL::uuid, NULL::text, NULL::text, NULL::text
    FROM released x;
  RETURN QUERY
    WITH theirs AS (
      SELECT d.id, d.borough, d.referral_id, d.child_id, d.alert, d.basis, d.assigned_team FROM deadline d
      WHERE d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL AND NOT works_in(p_account, d.borough, p_now)
        AND (d.assigned_to = p_account OR (d.assigned_to IS NULL AND d.item_id IN (SELECT a.id::text FROM action a WHERE a.owner_id = p_account AND a.done_at IS NULL AND a.carried_at IS NULL)
          AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.deadline_id = d.id AND n.rung LIKE 'assigned-%')))
    ), given AS (SELECT t.*, s.account_id, s.name, s.team, s.role FROM theirs t LEFT JOIN LATERAL supervisor_of(p_account, t.borough, p_now) s ON true),
    changed AS (UPDATE deadline d SET assigned_to = g.account_id, assigned_team = coalesce(g.team, g.assigned_team) FROM given g WHERE d.id = g.id RETURNING d.id)
    SELECT 'duty'::text, g.id, g.borough, g.referral_id, ARRAY[g.child_id], g.alert, g.basis, g.account_id, g.name, g.team, g.role FROM given g JOIN changed c ON c.id = g.id;
END $$;

-- Of somebody who still works in a borough nothing of that borough is handed on: nobody loses their work by it.
CREATE OR REPLACE FUNCTION hand_on_work(p_account uuid, p_now timestamptz) RETURNS TABLE (
  what text, id uuid, borough text, referral_id uuid, children uuid[], alert text, basis text, to_account uuid, to_name text, to_team text, to_role text
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT coalesce(app_administrator(), false) THEN RAISE EXCEPTION 'only an administrator hands on the work of a leaver'; END IF;
  RETURN QUERY SELECT * FROM hand_on_of(p_account, p_now);
END $$;

REVOKE ALL ON FUNCTION works_in, held_work, leavers_holding, hand_on_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION leavers_holding, hand_on_of TO holdfast_worker;
