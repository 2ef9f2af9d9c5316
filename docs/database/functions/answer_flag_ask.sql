CREATE OR REPLACE FUNCTION public.answer_flag_ask(p_ask uuid, p_entry uuid, p_agrees boolean, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
BEGIN
  UPDATE flag_ask a SET answered_at = p_now, answered_by = app_account(), agrees = p_agrees, entry_id = p_entry
  WHERE a.id = p_ask AND a.answered_at IS NULL AND EXISTS (SELECT 1 FROM flag_removal r WHERE r.id = a.removal_id AND r.outcome IS NULL)
    AND (a.team_id = ANY (app_teams()) OR (a.team_id IS NULL AND person_in(a.person_id, app_record_boroughs()) AND NOT person_barred(a.person_id)));
  RETURN FOUND;
END $function$;
GRANT EXECUTE ON FUNCTION answer_flag_ask(uuid,uuid,boolean,timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION answer_flag_ask(uuid,uuid,boolean,timestamp with time zone) TO holdfast_worker;
