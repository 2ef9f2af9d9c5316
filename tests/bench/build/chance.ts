/**
 * Chance that follows from a number and a place in the story, so that every run builds the same London. One hash of 64 bits for each draw:
 * ninety million draws at the size of ×4.
 *
 * luck(i, of, n): 0 to n - 1 · id_of(what, i): a uuid · one_of(i, of, words): one of them · took(i, of, hours): how long a duty of that many hours took: four in five in time,
 * the others up to four times as long, few of them very late.
 */
export const CHANCE = `
  DROP SCHEMA IF EXISTS bench CASCADE;
  CREATE SCHEMA bench;
  CREATE FUNCTION bench.luck(i bigint, of int, n int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$ SELECT ((hashint8extended(i, of::bigint) & 9223372036854775807) % n)::int $$;
  CREATE FUNCTION bench.id_of(what text, i bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$ SELECT overlay(overlay(md5(what || i::text) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid $$;
  CREATE FUNCTION bench.took(i bigint, of int, hours float8) RETURNS interval LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT make_interval(mins => (60 * hours * CASE WHEN bench.luck(i, of, 100) < 82 THEN 0.05 + 0.9 * bench.luck(i, of + 1000, 1000) / 1000.0
      ELSE 1.01 + 3 * power(bench.luck(i, of + 1000, 1000) / 1000.0, 3) END)::int) $$;
  CREATE FUNCTION bench.one_of(i bigint, of int, words text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
    $$ SELECT words[1 + bench.luck(i, of, cardinality(words))] $$;
  -- The long tail of names, and streets: a table, because a function that draws several times is called for every row.
  CREATE TABLE bench.tail AS SELECT (row_number() OVER (ORDER BY a, b, c, d) - 1)::int AS slot, initcap(a || b || c || d) AS name FROM
    unnest(ARRAY['ba','ke','lo','mi','tha','shi','va','ro','dru','fe','go','ha','ji','zu','pe','wi','qua','ny','che','stra']) AS a, unnest(ARRAY['r','l','n','m','ss','tt','ck','v','nd','rk','dl','mb']) AS b,
    unnest(ARRAY['a','e','i','o','u','ea','ou','y']) AS c, unnest(ARRAY['n','ski','by','ton','wick','la','ra','sen','dze','ova','shi','ley','mu','nde','ris']) AS d;
  ANALYZE bench.tail;
`
