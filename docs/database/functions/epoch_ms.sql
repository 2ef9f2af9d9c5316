CREATE OR REPLACE FUNCTION public.epoch_ms(p timestamp with time zone)
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$ SELECT round(extract(epoch FROM p) * 1000)::bigint $function$;
