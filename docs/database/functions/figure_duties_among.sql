CREATE OR REPLACE FUNCTION public.figure_duties_among(p_measures jsonb, p_from timestamp with time zone, p_at timestamp with time zone, p_known timestamp with time zone, p_boroughs text[], p_rows deadline[])
 RETURNS TABLE(measure text, id uuid, child_id uuid, borough text, alert text, basis text, form text, starts_at timestamp with time zone, due_at timestamp with time zone, day_end boolean, created_at timestamp with time zone, met_at timestamp with time zone, met_recorded_at timestamp with time zone, ended_at timestamp with time zone, part text, not_quorate boolean, late_ms double precision, waited_ms double precision)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
DECLARE
  several boolean; whole constant boolean := current_user = 'holdfast_owner' AND p_rows IS NULL; owner constant boolean := current_user = 'holdfast_owner';
  ids text[]; alerts text[]; bases text[]; merges boolean[]; referrals boolean[]; meetings text[];
BEGIN
  FOREACH several IN ARRAY ARRAY[false, true] LOOP
    SELECT array_agg(x->>'id'), array_agg(a.alert), array_agg(x->>'basis'), array_agg(coalesce((x->>'merged')::boolean, false)), array_agg(coalesce((x->>'byReferral')::boolean, false)), array_agg(x->>'meeting')
      INTO ids, alerts, bases, merges, referrals, meetings
      FROM jsonb_array_elements(p_measures) AS x CROSS JOIN LATERAL jsonb_array_elements_text(x->'alerts') AS a(alert)
      WHERE (coalesce((x->>'merged')::boolean, false) OR coalesce((x->>'byReferral')::boolean, false)) = several;
    CONTINUE WHEN ids IS NULL;
    RETURN QUERY
    WITH found AS NOT MATERIALIZED (SELECT d.id, d.child_id, d.borough, d.alert, d.basis, d.form, d.referral_id, d.item_id, d.starts_at, d.due_at, d.day_end, d.created_at, d.met_at, d.met_by, d.met_recorded_at, d.ended_at, d.ended_by, d.ended_why, d.ended_recorded_at, d.superseded_at
        FROM unnest(p_rows) AS d WHERE d.alert = ANY (alerts) AND d.borough = ANY (p_boroughs) AND d.starts_at <= p_at),
    stood AS NOT MATERIALIZED (
      SELECT m.measure, m.merged, m.by_referral, f.*, CASE WHEN f.met_recorded_at <= p_known AND f.met_at <= p_at THEN f.met_at END AS met, CASE WHEN f.met_recorded_at <= p_known AND f.met_at <= p_at THEN f.met_by END AS met_entry,
        CASE WHEN f.ended_recorded_at <= p_known AND f.ended_at <= p_at THEN f.ended_at END AS ended, CASE WHEN f.ended_recorded_at <= p_known AND f.ended_at <= p_at THEN f.ended_by END AS ended_entry
      FROM found f JOIN unnest(ids, alerts, bases, merges, referrals, meetings) AS m(measure, of_alert, of_basis, merged, by_referral, meeting) ON m.of_alert = f.alert
      WHERE f.created_at <= p_known AND (f.superseded_at IS NULL OR f.superseded_at > p_known)
        -- Annulled and corrected starts have left the figures (sd-recompute), from when that was recorded.
        AND NOT coalesce(f.ended_why IN ('annulled', 'start-corrected', 'matched') AND f.ended_recorded_at <= p_known, false)
        -- One person counts once while their records are joined.
        AND NOT (f.child_id IN (SELECT j.gone_id FROM person_join j WHERE app_account() IS NOT NULL AND j.joined_at <= p_known AND (j.parted_at IS NULL OR j.parted_at > p_known)))
        AND (m.of_basis IS NULL OR CASE WHEN m.of_basis LIKE '!%' THEN f.basis <> substr(m.of_basis, 2) ELSE f.basis = m.of_basis END)
        AND (m.meeting IS NULL OR CASE WHEN whole THEN (m.meeting, f.item_id) IN (
            SELECT coalesce(c.kind, t.kind), a.id::text FROM action a LEFT JOIN meeting_call c ON c.id = a.call_id LEFT JOIN meeting t ON t.id = a.meeting_id WHERE coalesce(c.kind, t.kind) = ANY (meetings))
          ELSE action_meeting(f.item_id) = m.meeting END)
        AND (f.starts_at >= p_from OR (CASE WHEN f.met_recorded_at <= p_known AND f.met_at <= p_at THEN f.met_at END IS NULL AND CASE WHEN f.ended_recorded_at <= p_known AND f.ended_at <= p_at THEN f.ended_at END IS NULL))),
    -- Every band of one discussion is stopped by the same entry; those still open are one discussion, not yet held. Of a referral the child who
    -- still waits stands for the others, then one who was answered. By borough, so that boroughs add up to London.
    one AS NOT MATERIALIZED (
      SELECT s.* FROM stood s WHERE NOT several
      UNION ALL
      SELECT * FROM (
        SELECT DISTINCT ON (s.measure, s.borough, CASE WHEN s.merged THEN s.child_id ELSE coalesce(s.referral_id, s.id) END, CASE WHEN s.merged THEN coalesce(s.met_entry, s.ended_entry) END) s.* FROM stood s WHERE several
        ORDER BY s.measure, s.borough, CASE WHEN s.merged THEN s.child_id ELSE coalesce(s.referral_id, s.id) END, CASE WHEN s.merged THEN coalesce(s.met_entry, s.ended_entry) END,
          CASE WHEN NOT s.by_referral OR (s.met IS NULL AND s.ended IS NULL) THEN 0 WHEN s.met IS NOT NULL THEN 1 ELSE 2 END, s.due_at, s.id) d),
    judged AS (
      SELECT o.*, CASE
        WHEN o.met IS NOT NULL THEN CASE WHEN o.form = 'notice' OR o.met < o.due_at OR (NOT o.day_end AND o.met = o.due_at) THEN 'in-time' ELSE 'late' END
        WHEN o.ended IS NOT NULL THEN CASE WHEN o.form <> 'notice' AND o.ended > o.due_at THEN 'ended-late' ELSE 'ended' END
        WHEN o.form = 'notice' OR o.due_at < p_at OR (o.day_end AND o.due_at = p_at) THEN CASE WHEN o.starts_at < p_from THEN 'older' ELSE 'open-late' END
        ELSE 'running' END AS part
      FROM one o)
    SELECT j.measure, j.id, j.child_id, j.borough, j.alert, j.basis, j.form, j.starts_at, j.due_at, j.day_end, j.created_at, j.met, CASE WHEN j.met IS NOT NULL THEN j.met_recorded_at END, j.ended, j.part,
      -- Counted, every row is seen already and the question is asked of five years at once. Listed, it is asked past the reader's own boroughs.
      j.met IS NOT NULL AND j.alert = 'strategy-discussion-overdue' AND CASE WHEN whole THEN (j.child_id, j.met_entry) IN (SELECT n.child_id, n.started_by FROM deadline n WHERE n.alert = 'strategy-discussion-quorum'
          AND n.created_at <= p_known AND NOT coalesce(n.superseded_why = 'corrected' AND n.superseded_at <= p_known, false))
        WHEN owner THEN EXISTS (SELECT 1 FROM deadline n WHERE n.child_id = j.child_id AND n.alert = 'strategy-discussion-quorum' AND n.started_by = j.met_entry
        AND n.created_at <= p_known AND NOT coalesce(n.superseded_why = 'corrected' AND n.superseded_at <= p_known, false)) ELSE figure_not_quorate(j.child_id, j.met_entry, p_known) END,
      CASE WHEN j.part IN ('late', 'open-late', 'older') THEN extract(epoch FROM coalesce(j.met, p_at) - CASE WHEN j.form = 'notice' THEN j.starts_at ELSE j.due_at END)::float8 * 1000 END,
      CASE WHEN j.part IN ('running', 'open-late', 'older') THEN extract(epoch FROM p_at - j.starts_at)::float8 * 1000 END
    FROM judged j;
  END LOOP;
END $function$;
