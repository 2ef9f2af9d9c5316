/*
 * Whether a borough is in reach is asked of every row of every list. A function whose argument stands twice in its body is never written into the
 * query by the planner and is called for each row instead: here each argument stands once. CASE, because of the bare operator the planner would
 * guess that one row in two hundred is in reach.
 */
CREATE OR REPLACE FUNCTION borough_in(b text, reach text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT CASE WHEN reach && ARRAY[b, '*'] THEN true ELSE false END $$;

-- The same question as before, planned once for a connection and not at each call.
CREATE OR REPLACE FUNCTION any_barred(p uuid[]) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
BEGIN
  RETURN EXISTS (SELECT 1 FROM person WHERE id = ANY (p) AND restricted AND NOT (id = ANY (app_opened_glass())));
END $$;
