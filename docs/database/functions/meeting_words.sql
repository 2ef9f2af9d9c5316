CREATE OR REPLACE FUNCTION public.meeting_words(p_ids uuid[])
 RETURNS TABLE(id uuid, information_shared text, risk_analysis text, decision_reason text, medical text, interview_plan text, other_children text, brought jsonb, says jsonb, filled text[], opens boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT m.id, CASE WHEN words THEN m.information_shared END, CASE WHEN words THEN m.risk_analysis END, CASE WHEN words THEN m.decision_reason END,
    CASE WHEN words THEN m.medical END, CASE WHEN words THEN m.interview_plan END, CASE WHEN words THEN m.other_children END,
    (SELECT coalesce(jsonb_object_agg(p.id, p.brought), '{}') FROM meeting_participant p WHERE p.meeting_id = m.id AND p.brought IS NOT NULL AND words),
    (SELECT coalesce(jsonb_object_agg(p.id, p.says), '{}') FROM meeting_position p WHERE p.meeting_id = m.id AND p.says IS NOT NULL AND (words OR p.said_by = app_account())),
    -- That something was written, without what: a record that lacks nothing must not look as if it did.
    (SELECT coalesce(array_agg(k), '{}') FROM jsonb_each(to_jsonb(m)) AS j(k, v) WHERE v <> 'null'), words
  FROM meeting m CROSS JOIN LATERAL (SELECT
    (m.circulated_at IS NOT NULL AND app_attended(m.id)) OR (NOT meeting_barred(m.id) AND (
      borough_in(m.borough, app_narrative_boroughs()) OR (borough_in(m.borough, app_exploitation_boroughs()) AND meeting_bears(m.id)) OR meeting_opened(m.id, app_opened_narrative())
      OR (borough_in(m.borough, app_involved_boroughs()) AND EXISTS (SELECT 1 FROM meeting_participant p WHERE p.meeting_id = m.id AND p.agency = 'police')))) AS words) reads
  WHERE m.id = ANY (p_ids) AND (words OR app_attended(m.id) OR borough_in(m.borough, app_record_boroughs()) OR meeting_opened(m.id, app_opened_record())) $function$;
GRANT EXECUTE ON FUNCTION meeting_words(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION meeting_words(uuid[]) TO holdfast_worker;
