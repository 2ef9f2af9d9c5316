-- Figures are counted for some who may list nothing (domain/access.md, depth "figure"): they get the clocks of strategy
-- discussions without whose they are. The ids are new ones for each account, good for telling one child from another and for
-- nothing else; boroughs are those in which the right to figures is held.
CREATE FUNCTION app_figure_boroughs() RETURNS text[] LANGUAGE sql STABLE AS
  $$ SELECT string_to_array(coalesce(current_setting('app.figure_boroughs', true), ''), ',') $$;
CREATE FUNCTION figure_id(p uuid) RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT CASE WHEN p IS NULL THEN NULL ELSE md5(p::text || current_setting('app.account', true) || to_char(txid_current(), 'FM0'))::uuid END $$;
CREATE FUNCTION figure_clocks(p_since timestamptz) RETURNS TABLE (
  id uuid, child_id uuid, borough text, rule text, alert text, basis text, starts_at timestamptz, due_at timestamptz, day_end boolean,
  met_at timestamptz, met_by uuid, ended_at timestamptz, ended_by uuid, ended_why text, superseded_at timestamptz, superseded_why text, started_by uuid
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT figure_id(d.id), figure_id(d.child_id), d.borough, d.rule, d.alert, d.basis, d.starts_at, d.due_at, d.day_end,
    d.met_at, figure_id(d.met_by), d.ended_at, figure_id(d.ended_by), d.ended_why, d.superseded_at, d.superseded_why, figure_id(d.started_by)
  FROM deadline d
  WHERE app_account() IS NOT NULL AND borough_in(d.borough, (SELECT app_figure_boroughs())) AND d.starts_at >= p_since
    AND ((d.alert = 'strategy-discussion-overdue' AND d.superseded_at IS NULL) OR d.alert = 'strategy-discussion-quorum') $$;
REVOKE ALL ON FUNCTION figure_clocks FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figure_clocks TO holdfast_app;
