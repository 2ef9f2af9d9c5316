-- Whoever a duty was escalated, given or told to opens that duty, wherever it is, and nothing else of the record by it
-- (lib/decisions/told-of-a-duty.md).

-- 'london-lead:*', 'borough-manager:bromley': as what, and where, the actor is told. Partners are told by account only.
CREATE FUNCTION app_told_to() RETURNS text[] LANGUAGE sql STABLE AS
  $$ SELECT string_to_array(nullif(current_setting('app.told_to', true), ''), ',') $$;
CREATE FUNCTION told_here(p_role text, p_borough text, p_account uuid) RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT coalesce(p_account = app_account(), false)
       OR coalesce((p_account IS NULL) AND (p_role || ':' || p_borough = ANY (app_told_to()) OR p_role || ':*' = ANY (app_told_to())), false) $$;
CREATE FUNCTION duty_told(d uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM notification n WHERE n.deadline_id = d AND told_here(n.to_role, n.borough, n.to_account))
    OR EXISTS (SELECT 1 FROM deadline x WHERE x.id = d AND (x.assigned_to = app_account()
      OR (x.assigned_team IS NOT NULL AND EXISTS (SELECT 1 FROM team t WHERE t.id = ANY (app_teams()) AND t.name = x.assigned_team AND t.agency IN ('csc', 'police'))))) $$;
REVOKE ALL ON FUNCTION duty_told FROM PUBLIC;
GRANT EXECUTE ON FUNCTION duty_told TO holdfast_app, holdfast_worker;

DROP POLICY see ON deadline;
CREATE POLICY see ON deadline FOR SELECT TO holdfast_app, holdfast_worker USING (
  borough_in(borough, (SELECT app_record_boroughs()))
  OR (child_id = ANY ((SELECT app_opened_record())::uuid[]) AND NOT person_barred(child_id))
  OR duty_told(id));
DROP POLICY see ON notification;
DROP POLICY change ON notification;
CREATE POLICY see ON notification FOR SELECT TO holdfast_app, holdfast_worker USING (
  borough_in(borough, (SELECT app_record_boroughs())) OR told_here(to_role, borough, to_account) OR duty_told(deadline_id));
CREATE POLICY change ON notification FOR UPDATE TO holdfast_app, holdfast_worker USING (
  borough_in(borough, (SELECT app_record_boroughs())) OR told_here(to_role, borough, to_account)) WITH CHECK (true);
CREATE INDEX notification_told ON notification (to_role, at DESC);

-- What was done about a duty belongs to the duty: kinds that the product writes, in its own words, told to whoever sees the duty, also where
-- the child is restricted. The notes stand in the payload and open under its policy.
DROP FUNCTION duty_entries;
CREATE FUNCTION duty_entries(p_duties uuid[]) RETURNS TABLE (
  deadline_id uuid, entry_id uuid, kind text, heading text, occurred_at timestamptz, recorded_at timestamptz, recorded_by uuid, agency text, seq bigint
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT d.id, e.id, e.kind, e.heading, e.occurred_at, e.recorded_at, e.recorded_by, e.agency, e.seq
  FROM deadline d
  JOIN entry_subject s ON s.person_id = d.child_id
    AND s.kind IN ('duty-chased', 'police-challenge', 'duty-escalated', 'duty-reassigned', 'duty-acknowledged', 'duty-annulled', 'duty-warned', 'duty-breached')
  JOIN entry_payload p ON p.entry_id = s.entry_id
  JOIN entry e ON e.id = s.entry_id
  WHERE d.id = ANY (p_duties)
    AND (borough_in(d.borough, (SELECT app_record_boroughs()))
      OR (d.child_id = ANY ((SELECT app_opened_record())::uuid[]) AND NOT person_barred(d.child_id)) OR duty_told(d.id))
    AND (p.body->>'of' = d.id::text OR p.body->'duties' ? d.id::text) $$;
REVOKE ALL ON FUNCTION duty_entries FROM PUBLIC;
GRANT EXECUTE ON FUNCTION duty_entries TO holdfast_app, holdfast_worker;
