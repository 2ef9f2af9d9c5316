CREATE OR REPLACE FUNCTION public.lock_people(p_people uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
BEGIN
  IF app_account() IS NULL THEN RAISE EXCEPTION 'whoever locks a record says who they are'; END IF;
  PERFORM 1 FROM person WHERE id = ANY (p_people) ORDER BY id FOR NO KEY UPDATE;
END $function$;
GRANT EXECUTE ON FUNCTION lock_people(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION lock_people(uuid[]) TO holdfast_worker;
