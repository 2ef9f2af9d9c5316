CREATE OR REPLACE FUNCTION public.app_account()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$ SELECT nullif(current_setting('app.account', true), '')::uuid $function$;
GRANT EXECUTE ON FUNCTION app_account() TO PUBLIC;
