-- A name that is a known spelling of the one typed ("Siobhan" for "Shevon") is likely, and stood under names that only sound alike and share more letters
-- ("Chevon", possible): the letters weighed more than the rule. It is now as like as seven to eight letters in ten, however it is written: under whoever
-- is called exactly what was typed, over what merely sounds like it.
DO $$
DECLARE
  plain constant text := 'round(10 * (50 * w.score + CASE WHEN w.same_name';
  ruled constant text := 'round(10 * (50 * CASE WHEN w.spelled AND NOT w.same_name THEN 0.7 + 0.1 * w.score ELSE w.score END + CASE WHEN w.same_name';
  body text := pg_get_functiondef('weigh_people'::regproc);
BEGIN
  IF position(plain IN body) = 0 THEN RAISE EXCEPTION 'weigh_people does not read as this migration expects'; END IF;
  EXECUTE replace(body, plain, ruled);
END $$;
