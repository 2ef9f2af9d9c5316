-- A tie that is over stays over: when two records are joined, only a tie that stands is the same tie. Else the end of an earlier one would be taken
-- away, or two would stand where one may (relationship_open).
DO $$
DECLARE
  before text := pg_get_functiondef('identity_copy(uuid, uuid, uuid, timestamptz)'::regprocedure);
  after text := replace(before, 't.other_id = CASE WHEN r.person_id = p_gone THEN other ELSE p_kept END;', 't.other_id = CASE WHEN r.person_id = p_gone THEN other ELSE p_kept END AND t.until IS NULL;');
BEGIN
  IF before = after THEN RAISE EXCEPTION 'identity_copy no longer looks for a tie the way this migration expects'; END IF;
  EXECUTE after;
END $$;
