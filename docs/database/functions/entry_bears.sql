CREATE OR REPLACE FUNCTION public.entry_bears(p_entry uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT EXISTS (SELECT 1 FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE e.id = p_entry AND (
    e.kind IN ('cse-category-set', 'category-countersigned', 'flag-removal-asked', 'flag-removal-answered', 'flag-reviewed', 'flags-reconciled', 'listed-for-meeting', 'agency-research-recorded',
      'option-considered', 'notice-breached', 'notice-ended', 'makesafe-tagged', 'intervention-recorded')
    OR (e.kind = 'flag-changed' AND p.body->>'flag' = 'cse-risk')
    OR (e.kind IN ('meeting-held', 'meeting-item-closed', 'minutes-confirmed') AND p.body->>'meeting' IN ('MAP', 'MASE'))
    OR (e.kind = 'suspect-action' AND p.body->>'action' = 'cawn-served')
    OR p.body->>'concern' IN ('cse', 'online-cse') OR p.body @> '{"exploitation": true}' OR p.body @> '{"cse_risk": true}' OR p.body @> '{"answers": {"cse_risk": true}}'
    OR (jsonb_typeof(p.body->'indicators') = 'array' AND p.body->'indicators' <> '[]'::jsonb)
    OR (e.referral_id IS NOT NULL AND referral_bears(e.referral_id))
    -- Of a child who is known to be at risk: the times away and who was with the child, crimes and steps against suspects, discussions; not what is said of another concern.
    OR (p.body->>'concern' IS NULL AND e.kind IN ('missing-reported', 'informant-recontacted', 'sighting-recorded', 'child-returned', 'safe-and-well-check', 'return-home-interview', 'interview-shared',
        'crime-recorded', 'suspect-action', 'strategy-discussion-held', 'case-allocated')
      AND EXISTS (SELECT 1 FROM unnest(e.subject_ids) AS s WHERE exploitation_stands(s))))) $function$;
GRANT EXECUTE ON FUNCTION entry_bears(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION entry_bears(uuid) TO holdfast_worker;
