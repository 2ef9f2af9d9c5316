CREATE OR REPLACE FUNCTION public.held_work()
 RETURNS TABLE(account_id uuid, borough text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT r.claimed_by, r.borough FROM referral r WHERE r.claimed_by IS NOT NULL AND r.decided_at IS NULL AND r.became_referral_id IS NULL
  UNION SELECT d.assigned_to, d.borough FROM deadline d WHERE d.assigned_to IS NOT NULL AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL
  UNION SELECT h.offered_by, h.borough FROM handover_item i JOIN handover h ON h.id = i.handover_id WHERE i.accepted_at IS NULL AND i.ended_at IS NULL
  UNION SELECT a.owner_id, d.borough FROM action a JOIN deadline d ON d.child_id = a.child_id AND d.item_id = a.id::text
    WHERE a.owner_id IS NOT NULL AND a.done_at IS NULL AND a.carried_at IS NULL AND d.assigned_to IS NULL AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.deadline_id = d.id AND n.rung LIKE 'assigned-%') $function$;
