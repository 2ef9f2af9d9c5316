CREATE OR REPLACE FUNCTION public.figure_id(p uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$ SELECT CASE WHEN p IS NULL THEN NULL ELSE md5(p::text || current_setting('app.account', true) || to_char(txid_current(), 'FM0'))::uuid END $function$;
GRANT EXECUTE ON FUNCTION figure_id(uuid) TO PUBLIC;
