CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION '% is append-only: a correction is a new entry', TG_TABLE_NAME; END $function$;
GRANT EXECUTE ON FUNCTION refuse_change() TO PUBLIC;
