-- "What changed since a day" judged every duty of a year twice, of all London: 16 s at four times London. Only what moved after that day can differ:
-- the same that is judged anew between the last kept figure and now.

/**
 * Ids of the duties of these measures that may be counted otherwise at p_at than at p_since: of boroughs whose records open to whoever asks. What
 * stands of them is told by the rows, behind their walls.
 */
CREATE FUNCTION figure_changed(p_measures jsonb, p_since timestamptz, p_at timestamptz, p_boroughs text[]) RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public' AS $$
DECLARE reach text[] := ARRAY(SELECT b FROM unnest(p_boroughs) AS b WHERE borough_in(b, app_record_boroughs()));
BEGIN
  IF app_account() IS NULL OR cardinality(reach) = 0 THEN RETURN '{}'; END IF;
  -- Of a discussion judged by a notice of another borough the notice's own borough is nobody's business.
  RETURN ARRAY(SELECT d.id FROM unnest(figure_touched(p_measures, p_since, p_at, reach)) AS t(id) JOIN deadline d ON d.id = t.id WHERE d.borough = ANY (reach));
END $$;

/** The same of entries: the people of whom something was put on record, annulled or joined since, who have an entry that is counted in those boroughs. */
CREATE FUNCTION figure_changed_people(p_measures jsonb, p_since timestamptz, p_boroughs text[]) RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public' AS $$
DECLARE
  reach text[] := ARRAY(SELECT b FROM unnest(p_boroughs) AS b WHERE borough_in(b, app_record_boroughs()));
  kinds text[] := ARRAY(SELECT DISTINCT x->>'kind' FROM jsonb_array_elements(p_measures) AS x);
BEGIN
  IF app_account() IS NULL OR cardinality(reach) = 0 THEN RETURN '{}'; END IF;
  RETURN ARRAY(SELECT t.id FROM unnest(figure_touched_people(p_measures, p_since)) AS t(id)
    WHERE EXISTS (SELECT 1 FROM figure_fact f WHERE f.person_id = t.id AND f.kind = ANY (kinds) AND f.borough = ANY (reach)));
END $$;

REVOKE ALL ON FUNCTION figure_changed(jsonb, timestamptz, timestamptz, text[]), figure_changed_people(jsonb, timestamptz, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION figure_changed(jsonb, timestamptz, timestamptz, text[]), figure_changed_people(jsonb, timestamptz, text[]) TO holdfast_app;

-- Asked of each row of a list, inside functions whose own statements are planned for the values they are called with: that setting reached these too,
-- which were planned anew for every row (67 µs where the answer takes 6).
ALTER FUNCTION figure_not_quorate(uuid, uuid, timestamptz) SET plan_cache_mode TO 'force_generic_plan';
ALTER FUNCTION figure_last(uuid, text, timestamptz, timestamptz, uuid) SET plan_cache_mode TO 'force_generic_plan';
ALTER FUNCTION action_meeting(text) SET plan_cache_mode TO 'force_generic_plan';
ALTER FUNCTION duty_told(uuid) SET plan_cache_mode TO 'force_generic_plan';
