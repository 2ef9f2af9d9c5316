CREATE OR REPLACE FUNCTION public.identity_moving()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$ SELECT current_user = 'holdfast_owner' AND current_setting('app.identity_moving', true) = 'on' $function$;
GRANT EXECUTE ON FUNCTION identity_moving() TO PUBLIC;
