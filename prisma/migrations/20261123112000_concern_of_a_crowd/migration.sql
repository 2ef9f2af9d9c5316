-- Of an address where more than sixty people are on record sixty were looked at, whichever came first: a child who moved into a hostel was told of no
-- adult there who poses a risk, unless that adult was among them. Who poses a risk to a child comes first now, then one and the same sixty.
DO $$
DECLARE
  body text := pg_get_functiondef('households_at'::regproc);
  plain constant text := 'same_home(own.line, own.postcode, own.borough, x.line, x.postcode, x.borough) LIMIT p_most)';
  first constant text := 'same_home(own.line, own.postcode, own.borough, x.line, x.postcode, x.borough)
       ORDER BY EXISTS (SELECT 1 FROM relationship q WHERE q.person_id = x.person_id AND q.kind LIKE ''suspect%'' AND q.since <= p_at AND (q.until IS NULL OR q.until > p_at)) DESC, x.person_id LIMIT p_most)';
BEGIN
  IF (length(body) - length(replace(body, plain, ''))) / length(plain) <> 2 THEN RAISE EXCEPTION 'households_at does not read as this migration expects'; END IF;
  EXECUTE replace(body, plain, first);
END $$;
