CREATE OR REPLACE FUNCTION public.dates_near(p_born date)
 RETURNS TABLE(born date, how text)
 LANGUAGE sql
 IMMUTABLE
AS $function$
  WITH typed AS (SELECT to_char(p_born, 'YYYYMMDD') AS digits WHERE p_born IS NOT NULL),
  swapped AS (SELECT substr(digits, 1, 4) || substr(digits, 7, 2) || substr(digits, 5, 2) AS digits FROM typed),
  off AS (SELECT overlay(digits PLACING d::text FROM place) AS digits FROM typed, generate_series(1, 8) AS place, generate_series(0, 9) AS d),
  meant AS (
    SELECT digits, 'swapped' AS how, 2 AS rank FROM swapped
    UNION ALL SELECT (substr(digits, 1, 4)::int + y)::text || substr(digits, 5), 'year', 3 FROM typed, (VALUES (-1), (1)) AS years (y)
    UNION ALL SELECT digits, 'digit', 4 FROM off),
  split AS (SELECT substr(digits, 1, 4)::int AS y, substr(digits, 5, 2)::int AS m, substr(digits, 7, 2)::int AS d, how, rank FROM meant),
  dated AS (
    SELECT make_date(y, m, d) AS born, how, rank FROM split
      -- What is no date is left out before it is made one: CASE, because a condition beside it could be asked after.
      WHERE CASE WHEN y BETWEEN 1880 AND 2150 AND m BETWEEN 1 AND 12 AND d BETWEEN 1 AND 31 THEN d <= extract(day FROM make_date(y, m, 1) + interval '1 month - 1 day') ELSE false END
    UNION ALL SELECT p_born + n, CASE WHEN n = 0 THEN 'same' ELSE 'days' END, CASE WHEN n = 0 THEN 0 ELSE 1 END FROM typed, generate_series(-3, 3) AS n)
  SELECT DISTINCT ON (dated.born) dated.born, dated.how FROM dated ORDER BY dated.born, rank $function$;
GRANT EXECUTE ON FUNCTION dates_near(date) TO PUBLIC;
