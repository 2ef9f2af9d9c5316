CREATE OR REPLACE FUNCTION public.identity_keyed(p_key jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT string_agg(format('t.%1$I = k.%1$I', key), ' AND ') FROM jsonb_object_keys(p_key) AS key $function$;
