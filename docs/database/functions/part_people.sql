CREATE OR REPLACE FUNCTION public.part_people(p_join uuid, p_reason text, p_lift boolean, p_at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
 SET "TimeZone" TO 'UTC'
AS $function$
DECLARE j person_join; r person_join_row; f text; other person_join; answer jsonb; g person;
BEGIN
  IF app_account() IS NULL THEN RAISE EXCEPTION 'a parting needs an actor'; END IF;
  SELECT * INTO STRICT j FROM person_join WHERE id = p_join FOR UPDATE;
  IF j.parted_at IS NOT NULL THEN RAISE EXCEPTION 'they are parted already'; END IF;
  IF any_barred(ARRAY[j.gone_id, j.kept_id]) OR NOT (person_in(j.kept_id, app_record_boroughs()) OR j.kept_id = ANY (app_opened_record())) THEN RAISE EXCEPTION 'a parting needs both records in reach'; END IF;
  IF EXISTS (SELECT 1 FROM person WHERE id = j.kept_id AND matched_to IS NOT NULL) THEN RAISE EXCEPTION 'the record that stayed is itself joined to another'; END IF;
  SELECT * INTO STRICT g FROM person WHERE id = j.gone_id FOR NO KEY UPDATE;
  PERFORM set_config('app.identity_moving', 'on', true);
  PERFORM identity_categories(ARRAY[j.gone_id, j.kept_id], true);
  FOR r IN SELECT * FROM person_join_row WHERE join_id = p_join ORDER BY n DESC LOOP
    BEGIN
      f := identity_back(r, j);
    EXCEPTION WHEN unique_violation OR foreign_key_violation OR check_violation THEN f := 'stays';
    END;
    UPDATE person_join_row SET fate = f WHERE n = r.n;
  END LOOP;
  PERFORM identity_categories(ARRAY[j.gone_id, j.kept_id], false);
  UPDATE person SET matched_to = NULL, restricted = CASE WHEN j.was_restricted THEN true WHEN p_lift AND (j.gone_id = ANY (app_opened_glass()) OR j.kept_id = ANY (app_opened_glass())) THEN false ELSE restricted END WHERE id = j.gone_id;
  UPDATE person_join SET parted_at = p_at, parted_by = app_account(), parted_reason = p_reason WHERE id = p_join;
  -- What another record that is joined here has beside what this one took away.
  FOR other IN SELECT * FROM person_join WHERE kept_id = j.kept_id AND parted_at IS NULL ORDER BY joined_at LOOP
    PERFORM identity_copy(other.id, other.gone_id, other.kept_id, p_at);
  END LOOP;
  PERFORM set_config('app.identity_moving', 'off', true);
  SELECT jsonb_build_object('rows', coalesce(jsonb_agg(x), '[]'), 'still_restricted', (SELECT restricted AND NOT j.was_restricted FROM person WHERE id = j.gone_id)) INTO answer
    FROM (SELECT tab, fate, count(*)::int AS many FROM person_join_row WHERE join_id = p_join GROUP BY tab, fate ORDER BY tab, fate) AS x;
  RETURN answer;
END $function$;
GRANT EXECUTE ON FUNCTION part_people(uuid,text,boolean,timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION part_people(uuid,text,boolean,timestamp with time zone) TO holdfast_worker;
