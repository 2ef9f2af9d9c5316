CREATE OR REPLACE FUNCTION public.drop_old_drafts(p_kept_before timestamp with time zone, p_other_before timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
DECLARE gone integer;
BEGIN
  DELETE FROM form_draft WHERE saved_at < (CASE WHEN kept THEN p_kept_before ELSE p_other_before END);
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $function$;
GRANT EXECUTE ON FUNCTION drop_old_drafts(timestamp with time zone,timestamp with time zone) TO holdfast_worker;
