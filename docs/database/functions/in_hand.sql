CREATE OR REPLACE FUNCTION public.in_hand(p_account uuid)
 RETURNS TABLE(what text, many integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT w, n::int FROM (
    SELECT 'referrals' AS w, count(*) AS n FROM referral WHERE claimed_by = p_account AND decided_at IS NULL AND became_referral_id IS NULL
    UNION ALL SELECT 'duties', count(*) FROM deadline WHERE assigned_to = p_account AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL
    UNION ALL SELECT 'actions', count(*) FROM action WHERE owner_id = p_account AND done_at IS NULL AND carried_at IS NULL
    UNION ALL SELECT 'handovers', count(*) FROM handover_item i JOIN handover h ON h.id = i.handover_id WHERE h.offered_by = p_account AND i.accepted_at IS NULL AND i.ended_at IS NULL
  ) AS counted WHERE (SELECT app_administrator()) $function$;
GRANT EXECUTE ON FUNCTION in_hand(uuid) TO holdfast_app;
