-- Whether a discussion was quorate is owed where the discussion was held, which may be another borough than that of the clock it stopped. Whoever has
-- the list behind a figure must be told of each discussion what was counted of it: a yes or a no, of a discussion that stands on their list.
CREATE FUNCTION figure_not_quorate(p_child uuid, p_entry uuid, p_known timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT app_account() IS NOT NULL AND EXISTS (SELECT 1 FROM deadline n WHERE n.child_id = p_child AND n.alert = 'strategy-discussion-quorum' AND n.started_by = p_entry
    AND n.created_at <= p_known AND NOT coalesce(n.superseded_why = 'corrected' AND n.superseded_at <= p_known, false)) $$;
REVOKE ALL ON FUNCTION figure_not_quorate FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figure_not_quorate TO holdfast_app, holdfast_worker;

DO $$
DECLARE was text := pg_get_functiondef('figure_duties(jsonb, timestamptz, timestamptz, timestamptz, text[], uuid[])'::regprocedure); became text;
BEGIN
  -- Counted, every row is seen already and the question is asked of five years at once: as it was. Listed, it is asked past the reader's own boroughs.
  became := regexp_replace(was, 'AND (EXISTS \(SELECT 1 FROM deadline n WHERE n\.child_id = j\.child_id AND n\.alert = ''strategy-discussion-quorum'' AND n\.started_by = j\.met_entry\s+AND n\.created_at <= p_known AND NOT coalesce\(n\.superseded_why = ''corrected'' AND n\.superseded_at <= p_known, false\)\))',
    'AND CASE WHEN current_user = ''holdfast_owner'' THEN \1 ELSE figure_not_quorate(j.child_id, j.met_entry, p_known) END');
  IF became = was THEN RAISE EXCEPTION 'figure_duties is not as it was'; END IF;
  EXECUTE became;
END $$;
