CREATE OR REPLACE FUNCTION public.hand_on_of(p_account uuid, p_now timestamp with time zone)
 RETURNS TABLE(what text, id uuid, borough text, referral_id uuid, children uuid[], alert text, basis text, to_account uuid, to_name text, to_team text, to_role text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
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
END $function$;
GRANT EXECUTE ON FUNCTION hand_on_of(uuid,timestamp with time zone) TO holdfast_worker;
