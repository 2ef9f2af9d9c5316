-- A child who was named by another borough's case is answered for by whoever works with that child, without opening the other case. Only
-- for people within the asker's own reach: without this anybody's id would have told whose clocks wait for them, in all of London.
CREATE FUNCTION works_with(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT (SELECT app_account()) IS NOT NULL AND NOT person_barred(p)
       AND (person_in(p, (SELECT app_record_boroughs())) OR p = ANY ((SELECT app_opened_record())::uuid[])) $$;
REVOKE ALL ON FUNCTION works_with FROM PUBLIC;

CREATE OR REPLACE FUNCTION linked_waiting(p_people uuid[], p_rule text, p_by timestamptz) RETURNS TABLE (child_id uuid, item_id text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT d.child_id, d.item_id FROM deadline d
  WHERE d.rule = p_rule AND d.item_id = ANY (SELECT p::text FROM unnest(p_people) AS p WHERE works_with(p))
    AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL AND d.starts_at <= p_by $$;

-- The naming itself is answered in whatever borough it was made, a restricted case's too: the row says when and how, and nothing of it is read.
CREATE FUNCTION answer_named(p_people uuid[], p_by timestamptz, p_result text, p_alone boolean) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  UPDATE other_child SET result = p_result, assessed_at = p_by, assessed_by = app_account()
  WHERE other_id = ANY (SELECT p FROM unnest(p_people) AS p WHERE works_with(p)) AND assessed_at IS NULL AND named_at <= p_by AND p_result IN ('at-risk', 'in-hand')
    AND NOT (p_alone AND child_id = ANY (p_people)) $$;
REVOKE ALL ON FUNCTION answer_named FROM PUBLIC;
GRANT EXECUTE ON FUNCTION answer_named TO holdfast_app, holdfast_worker;
