CREATE OR REPLACE FUNCTION public.dates_close(p_born date)
 RETURNS date[]
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
DECLARE
  y int := extract(year FROM p_born); m int := extract(month FROM p_born); d int := extract(day FROM p_born);
  near date[] := ARRAY[p_born - 3, p_born - 2, p_born - 1, p_born, p_born + 1, p_born + 2, p_born + 3];
BEGIN
  IF p_born IS NULL THEN RETURN '{}'; END IF;
  IF y BETWEEN 1880 AND 2150 AND d <= 12 AND m <> d THEN near := array_append(near, make_date(y, d, m)); END IF;
  FOR other IN y - 1 .. y + 1 LOOP
    IF other <> y AND other BETWEEN 1880 AND 2150 AND (m <> 2 OR d < 29) THEN near := array_append(near, make_date(other, m, d)); END IF;
  END LOOP;
  RETURN ARRAY(SELECT DISTINCT n FROM unnest(near) AS n ORDER BY n);
END $function$;
GRANT EXECUTE ON FUNCTION dates_close(date) TO PUBLIC;
