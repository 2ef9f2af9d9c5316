CREATE OR REPLACE FUNCTION public.hand_on_work(p_account uuid, p_now timestamp with time zone)
 RETURNS TABLE(what text, id uuid, borough text, referral_id uuid, children uuid[], alert text, basis text, to_account uuid, to_name text, to_team text, to_role text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
BEGIN
  IF NOT coalesce(app_administrator(), false) THEN RAISE EXCEPTION 'only an administrator hands on the work of a leaver'; END IF;
  RETURN QUERY SELECT * FROM hand_on_of(p_account, p_now);
END $function$;
GRANT EXECUTE ON FUNCTION hand_on_work(uuid,timestamp with time zone) TO holdfast_app;
