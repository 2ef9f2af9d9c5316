CREATE OR REPLACE FUNCTION public.episode_words(p_episode uuid)
 RETURNS TABLE(entry_id uuid, kind text, heading text, occurred_at timestamp with time zone, recorded_at timestamp with time zone, recorded_by uuid, agency text, body jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT n.id, n.kind, n.heading, n.occurred_at, n.recorded_at, n.recorded_by, n.agency, p.body
  FROM episode e JOIN episode_entry x ON x.episode_id = e.id JOIN entry n ON n.id = x.entry_id LEFT JOIN entry_payload p ON p.entry_id = n.id
  WHERE e.id = p_episode AND (
    (app_looks_for() AND e.closed_at IS NULL)
    OR ((person_in(e.person_id, app_episode_boroughs()) OR person_in(e.person_id, app_narrative_boroughs()) OR (person_in(e.person_id, app_exploitation_boroughs()) AND entry_bears(n.id))
      OR (person_in(e.person_id, app_involved_boroughs()) AND police_involved(e.person_id)) OR e.person_id = ANY (app_opened_narrative())) AND NOT person_barred(e.person_id)))
  ORDER BY n.occurred_at, n.recorded_at, n.seq $function$;
GRANT EXECUTE ON FUNCTION episode_words(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION episode_words(uuid) TO holdfast_worker;
