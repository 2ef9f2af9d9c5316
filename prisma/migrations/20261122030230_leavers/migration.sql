-- What a leaver had in hand goes back to the queue or on to the supervisor of the team. The administrator who closes the account reads no
-- child: these functions do it, tell how much there was, and give the act ids to write the entries with and nothing to show.

-- What an account has in hand, counted: referrals it claimed, duties given to it or hanging on its agreed actions, hand-overs nobody accepted.
CREATE FUNCTION in_hand(p_account uuid) RETURNS TABLE (what text, many int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w, n::int FROM (
    SELECT 'referrals' AS w, count(*) AS n FROM referral WHERE claimed_by = p_account AND decided_at IS NULL AND became_referral_id IS NULL
    UNION ALL SELECT 'duties', count(*) FROM deadline WHERE assigned_to = p_account AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL
    UNION ALL SELECT 'actions', count(*) FROM action WHERE owner_id = p_account AND done_at IS NULL AND carried_at IS NULL
    UNION ALL SELECT 'handovers', count(*) FROM handover_item i JOIN handover h ON h.id = i.handover_id WHERE h.offered_by = p_account AND i.accepted_at IS NULL AND i.ended_at IS NULL
  ) AS counted WHERE (SELECT app_administrator()) $$;

-- Who supervises what somebody of that agency does in that borough: social care's decision maker, the police's CAIT supervisor; of the own team first.
CREATE FUNCTION supervisor_of(p_account uuid, p_borough text, p_now timestamptz) RETURNS TABLE (account_id uuid, name text, team text, role text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH own AS (SELECT t.id, t.agency FROM membership m JOIN team t ON t.id = m.team_id WHERE m.account_id = p_account AND t.agency IN ('police', 'csc')
    ORDER BY (p_borough = ANY (t.boroughs)) DESC, m.since DESC, m.id LIMIT 1)
  SELECT a.id, a.name, t.name, m.role FROM own JOIN team t ON t.agency = own.agency JOIN membership m ON m.team_id = t.id JOIN account a ON a.id = m.account_id
  WHERE m.role = CASE own.agency WHEN 'police' THEN 'cait-supervisor' ELSE 'mash-decision-maker' END AND a.id <> p_account AND a.disabled_at IS NULL
    AND m.since <= p_now AND (m.ended_at IS NULL OR m.ended_at > p_now) AND (p_borough = ANY (t.boroughs) OR cardinality(t.boroughs) = 0)
  ORDER BY (t.id = own.id) DESC, m.since, a.id LIMIT 1 $$;

-- Only of somebody who is out: nobody who works here loses their work by it.
CREATE FUNCTION hand_on_work(p_account uuid, p_now timestamptz) RETURNS TABLE (
  what text, id uuid, borough text, referral_id uuid, children uuid[], alert text, basis text, to_account uuid, to_name text, to_team text, to_role text
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT coalesce(app_administrator(), false) THEN RAISE EXCEPTION 'only an administrator hands on the work of a leaver'; END IF;
  IF EXISTS (SELECT 1 FROM account a JOIN membership m ON m.account_id = a.id WHERE a.id = p_account AND a.disabled_at IS NULL AND (m.ended_at IS NULL OR m.ended_at > p_now))
    THEN RAISE EXCEPTION 'this person still works here'; END IF;
  UPDATE handover_item i SET ended_at = p_now FROM handover h WHERE h.id = i.handover_id AND h.offered_by = p_account AND i.accepted_at IS NULL AND i.ended_at IS NULL;
  RETURN QUERY
    WITH released AS (
      UPDATE referral r SET claimed_by = NULL, claimed_at = NULL WHERE r.claimed_by = p_account AND r.decided_at IS NULL AND r.became_referral_id IS NULL RETURNING r.id, r.borough)
    SELECT 'referral'::text, x.id, x.borough, x.id, ARRAY(SELECT rp.person_id FROM referral_person rp WHERE rp.referral_id = x.id AND rp.role = 'child'),
      NULL::text, NULL::text, NULL::uuid, NULL::text, NULL::text, NULL::text
    FROM released x;
  RETURN QUERY
    WITH theirs AS (
      SELECT d.id, d.borough, d.referral_id, d.child_id, d.alert, d.basis, d.assigned_team FROM deadline d
      WHERE d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL
        AND (d.assigned_to = p_account OR (d.assigned_to IS NULL AND d.item_id IN (SELECT a.id::text FROM action a WHERE a.owner_id = p_account AND a.done_at IS NULL AND a.carried_at IS NULL)))
    ), given AS (SELECT t.*, s.account_id, s.name, s.team, s.role FROM theirs t LEFT JOIN LATERAL supervisor_of(p_account, t.borough, p_now) s ON true),
    changed AS (UPDATE deadline d SET assigned_to = g.account_id, assigned_team = coalesce(g.team, g.assigned_team) FROM given g WHERE d.id = g.id RETURNING d.id)
    SELECT 'duty'::text, g.id, g.borough, g.referral_id, ARRAY[g.child_id], g.alert, g.basis, g.account_id, g.name, g.team, g.role FROM given g JOIN changed c ON c.id = g.id;
END $$;
REVOKE ALL ON FUNCTION in_hand, supervisor_of, hand_on_work FROM PUBLIC;
GRANT EXECUTE ON FUNCTION in_hand, hand_on_work TO holdfast_app;
CREATE INDEX deadline_open_assigned ON deadline (assigned_to) WHERE assigned_to IS NOT NULL AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL;
CREATE INDEX referral_open_claimed ON referral (claimed_by) WHERE claimed_by IS NOT NULL AND decided_at IS NULL;
