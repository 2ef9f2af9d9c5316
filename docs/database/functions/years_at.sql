CREATE OR REPLACE FUNCTION public.years_at(p_born date, p_stated integer, p_stated_on date, p_at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  SELECT CASE WHEN p_born IS NOT NULL THEN extract(year FROM age((p_at AT TIME ZONE 'Europe/London')::date, p_born))::int
    WHEN p_stated IS NOT NULL THEN p_stated + greatest(0, extract(year FROM age((p_at AT TIME ZONE 'Europe/London')::date, p_stated_on))::int) END $function$;
GRANT EXECUTE ON FUNCTION years_at(date,integer,date,timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION years_at(date,integer,date,timestamp with time zone) TO holdfast_worker;
