CREATE OR REPLACE FUNCTION public.say_not_same(p_id uuid, p_one uuid, p_other uuid, p_reason text, p_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
BEGIN
  IF app_account() IS NULL OR any_barred(ARRAY[p_one, p_other]) OR NOT (person_in(p_one, app_record_boroughs()) OR p_one = ANY (app_opened_record())) OR NOT (person_in(p_other, app_index_boroughs()) OR p_other = ANY (app_opened_record())) THEN RAISE EXCEPTION 'both need to be in reach'; END IF;
  INSERT INTO person_not_same (id, a_id, b_id, reason, said_at, said_by) VALUES (p_id, least(p_one, p_other), greatest(p_one, p_other), p_reason, p_at, app_account()) ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $function$;
GRANT EXECUTE ON FUNCTION say_not_same(uuid,uuid,uuid,text,timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION say_not_same(uuid,uuid,uuid,text,timestamp with time zone) TO holdfast_worker;
