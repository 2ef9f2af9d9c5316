-- What is open about a child is a handful of rows of hundreds: each card of a search asks for it.
CREATE INDEX deadline_open_child ON deadline (child_id) WHERE met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL;

-- A date of birth one digit off stands for ninety days: with it only the closest words of a name are looked up, not all that are close.
DO $$
DECLARE before text; after text;
BEGIN
  before := pg_get_functiondef('gather_people(jsonb)'::regprocedure);
  after := replace(before, 'INTO more USING a, b, c, d, near, opened, here;
      found := found || more;
      -- One word', 'INTO more USING near_a, near_b, near_c, near_d, near, opened, here;
      found := found || more;
      -- One word');
  IF after = before THEN RAISE EXCEPTION 'gather_people is not as it was'; END IF;
  EXECUTE after;
END $$;
