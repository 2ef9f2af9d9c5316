-- As it was: called for each row, and dear in the planner's eyes. Written into the query it made a walk through a whole table look cheap, and the
-- planner took it for lists of one borough whenever its sample of the table fell so.
CREATE OR REPLACE FUNCTION borough_in(b text, reach text[]) RETURNS boolean LANGUAGE sql IMMUTABLE AS
  $$ SELECT b = ANY (reach) OR '*' = ANY (reach) $$;
