CREATE OR REPLACE FUNCTION public.take_back_not_same(p_one uuid, p_other uuid, p_reason text, p_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
BEGIN
  IF app_account() IS NULL OR any_barred(ARRAY[p_one, p_other]) OR NOT (person_in(p_one, app_record_boroughs()) OR p_one = ANY (app_opened_record())) THEN RAISE EXCEPTION 'it needs to be in reach'; END IF;
  UPDATE person_not_same SET taken_back_at = p_at, taken_back_by = app_account(), taken_back_why = p_reason WHERE a_id = least(p_one, p_other) AND b_id = greatest(p_one, p_other) AND taken_back_at IS NULL;
  RETURN FOUND;
END $function$;
GRANT EXECUTE ON FUNCTION take_back_not_same(uuid,uuid,text,timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION take_back_not_same(uuid,uuid,text,timestamp with time zone) TO holdfast_worker;
