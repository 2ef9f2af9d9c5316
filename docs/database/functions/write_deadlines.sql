CREATE OR REPLACE FUNCTION public.write_deadlines(p_changes jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
DECLARE c jsonb;
BEGIN
  IF app_account() IS NULL THEN RAISE EXCEPTION 'a deadline needs an actor'; END IF;
  FOR c IN SELECT * FROM jsonb_array_elements(p_changes) LOOP
    CASE c->>'op'
    WHEN 'open' THEN
      INSERT INTO deadline SELECT * FROM jsonb_populate_record(null::deadline, c->'row');
    WHEN 'meet' THEN
      UPDATE deadline SET met_at = (c->>'at')::timestamptz, met_by = (c->>'by')::uuid, met_recorded_at = (c->>'recordedAt')::timestamptz
        WHERE id = (c->>'id')::uuid AND met_at IS NULL;
    WHEN 'end' THEN
      UPDATE deadline SET ended_at = (c->>'at')::timestamptz, ended_by = (c->>'by')::uuid, ended_why = c->>'why', ended_recorded_at = (c->>'recordedAt')::timestamptz
        WHERE id = (c->>'id')::uuid AND ended_at IS NULL;
    WHEN 'supersede' THEN
      UPDATE deadline SET superseded_at = (c->>'recordedAt')::timestamptz, superseded_by = (c->>'by')::uuid, superseded_why = c->>'why'
        WHERE id = (c->>'id')::uuid AND superseded_at IS NULL;
    WHEN 'assign' THEN
      UPDATE deadline SET assigned_to = (c->>'account')::uuid, assigned_team = c->>'team' WHERE id = (c->>'id')::uuid;
    WHEN 'acknowledge' THEN
      UPDATE deadline SET acknowledged_by = app_account(), acknowledged_at = (c->>'recordedAt')::timestamptz WHERE id = (c->>'id')::uuid;
    WHEN 'escalate' THEN
      UPDATE deadline SET escalation_level = greatest(escalation_level, (c->>'level')::int), acknowledged_at = NULL, acknowledged_by = NULL WHERE id = (c->>'id')::uuid;
    ELSE RAISE EXCEPTION 'no such change of a deadline: %', c->>'op';
    END CASE;
  END LOOP;
END $function$;
GRANT EXECUTE ON FUNCTION write_deadlines(jsonb) TO holdfast_app;
GRANT EXECUTE ON FUNCTION write_deadlines(jsonb) TO holdfast_worker;
