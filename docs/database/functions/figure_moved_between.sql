CREATE OR REPLACE FUNCTION public.figure_moved_between(p_measures jsonb, p_from timestamp with time zone, p_since timestamp with time zone, p_at timestamp with time zone, p_boroughs text[])
 RETURNS figure_moved[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
DECLARE among deadline[] := figure_touched_rows(p_measures, p_since, p_at, p_boroughs, 5000); touched uuid[];
BEGIN
  IF among IS NULL THEN
    touched := figure_touched(p_measures, p_since, p_at, p_boroughs);
    RETURN ARRAY(SELECT m FROM figure_moves(p_measures, p_from, p_since, p_boroughs, touched, -1) m) || ARRAY(SELECT m FROM figure_moves(p_measures, p_from, p_at, p_boroughs, touched, 1) m);
  END IF;
  IF cardinality(among) = 0 THEN RETURN '{}'; END IF;
  RETURN ARRAY(
    SELECT (f.measure, f.borough, CASE WHEN f.borough = 'city-of-london' THEN 'city' ELSE 'met' END, to_char(f.starts_at AT TIME ZONE 'Europe/London', 'YYYY-MM'), f.part, f.not_quorate, f.late_ms::bigint,
      epoch_ms(CASE WHEN f.form = 'notice' THEN f.starts_at ELSE f.due_at END), epoch_ms(f.starts_at), f.sign)::figure_moved
    FROM (
      SELECT d.*, -1 AS sign FROM figure_duties_among(p_measures, p_from, p_since, p_since, p_boroughs, among) d
      UNION ALL
      SELECT d.*, 1 FROM figure_duties_among(p_measures, p_from, p_at, p_at, p_boroughs, among) d) f);
END $function$;
