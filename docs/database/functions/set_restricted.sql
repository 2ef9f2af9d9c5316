CREATE OR REPLACE FUNCTION public.set_restricted(p uuid, p_restricted boolean, p_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
DECLARE changed int; copies uuid[];
BEGIN
  IF app_account() IS NULL THEN RAISE EXCEPTION 'a restriction needs an actor'; END IF;
  IF p_restricted THEN
    UPDATE person SET restricted = true WHERE id = p AND NOT restricted
      AND (person_in(p, app_record_boroughs()) OR p = ANY (app_opened_record()));
  ELSE
    UPDATE person SET restricted = false WHERE id = p AND restricted AND p = ANY (app_opened_glass());
  END IF;
  GET DIAGNOSTICS changed = ROW_COUNT;
  IF changed = 0 THEN RETURN false; END IF;
  copies := ARRAY(WITH RECURSIVE c AS (SELECT id FROM person WHERE matched_to = p UNION SELECT x.id FROM person x JOIN c ON x.matched_to = c.id) SELECT id FROM c);
  UPDATE person SET restricted = p_restricted WHERE id = ANY (copies);
  IF p_restricted THEN UPDATE record_opening SET ends_at = p_at WHERE person_id = ANY (copies || p) AND NOT break_glass AND ends_at > p_at; END IF;
  RETURN true;
END $function$;
GRANT EXECUTE ON FUNCTION set_restricted(uuid,boolean,timestamp with time zone) TO holdfast_app;
