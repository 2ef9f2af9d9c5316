CREATE OR REPLACE FUNCTION public.mail_heard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN PERFORM pg_notify('mail_written', ''); RETURN NULL; END $function$;
GRANT EXECUTE ON FUNCTION mail_heard() TO PUBLIC;
