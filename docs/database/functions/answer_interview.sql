CREATE OR REPLACE FUNCTION public.answer_interview(p_request uuid, p_entry uuid, p_at timestamp with time zone, p_how text, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
DECLARE e uuid;
BEGIN
  UPDATE interview_request SET how = p_how, answered_at = p_now, answered_by = app_account(), entry_id = p_entry
  WHERE id = p_request AND team_id = ANY (app_teams()) AND answered_at IS NULL AND withdrawn_at IS NULL RETURNING episode_id INTO e;
  IF e IS NULL THEN RETURN false; END IF;
  UPDATE episode SET interview_at = p_at, interview_how = p_how WHERE id = e AND interview_how IS DISTINCT FROM 'done';
  INSERT INTO episode_entry (entry_id, episode_id) VALUES (p_entry, e);
  RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION answer_interview(uuid,uuid,timestamp with time zone,text,timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION answer_interview(uuid,uuid,timestamp with time zone,text,timestamp with time zone) TO holdfast_worker;
