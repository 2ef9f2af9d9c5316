CREATE OR REPLACE FUNCTION public.episode_duties(p_episode uuid)
 RETURNS TABLE(id uuid, rule text, alert text, basis text, form text, borough text, owed_by text, clause text, starts_at timestamp with time zone, due_at timestamp with time zone, day_end boolean, item_id text, explanation jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT d.id, d.rule, d.alert, d.basis, d.form, d.borough, d.owed_by, d.clause, d.starts_at, d.due_at, d.day_end, d.item_id, d.explanation
  FROM episode e JOIN deadline d ON d.child_id = e.person_id
  WHERE e.id = p_episode AND episode_sight(e.person_id, e.closed_at, false) = 'seen'
    AND d.starts_at >= e.reported_at
    -- What a later time away owes stands on its own page.
    AND NOT EXISTS (SELECT 1 FROM episode later WHERE later.person_id = e.person_id AND later.reported_at > e.reported_at AND later.reported_at <= d.starts_at)
    AND (d.rule LIKE 'missing/%' OR d.rule = 'tasks/make-trigger-plan') AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL
  ORDER BY (d.form = 'notice'), d.due_at, d.id $function$;
GRANT EXECUTE ON FUNCTION episode_duties(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION episode_duties(uuid) TO holdfast_worker;
