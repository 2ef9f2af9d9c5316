CREATE OR REPLACE FUNCTION public.figure_moves(p_measures jsonb, p_from timestamp with time zone, p_at timestamp with time zone, p_boroughs text[], p_ids uuid[], p_sign integer)
 RETURNS SETOF figure_moved
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  SELECT f.measure, f.borough, CASE WHEN f.borough = 'city-of-london' THEN 'city' ELSE 'met' END, to_char(f.starts_at AT TIME ZONE 'Europe/London', 'YYYY-MM'), f.part, f.not_quorate, f.late_ms::bigint,
    epoch_ms(CASE WHEN f.form = 'notice' THEN f.starts_at ELSE f.due_at END), epoch_ms(f.starts_at), p_sign
  FROM (
    SELECT * FROM figure_duties_of(p_measures, p_from, p_at, p_at, p_boroughs, p_ids) WHERE cardinality(p_ids) <= 5000
    UNION ALL
    SELECT * FROM figure_duties(p_measures, p_from, p_at, p_at, p_boroughs, p_ids) WHERE cardinality(p_ids) > 5000) f $function$;
