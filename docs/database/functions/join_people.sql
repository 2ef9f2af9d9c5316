CREATE OR REPLACE FUNCTION public.join_people(p_join uuid, p_gone uuid, p_kept uuid, p_borough text, p_reason text, p_referral uuid, p_at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
 SET "TimeZone" TO 'UTC'
AS $function$
DECLARE told jsonb; m record; k person; g person; r record; left_there int := 0;
BEGIN
  IF app_account() IS NULL THEN RAISE EXCEPTION 'a joining needs an actor'; END IF;
  IF any_barred(ARRAY[p_gone, p_kept]) OR NOT (person_in(p_gone, app_record_boroughs()) OR p_gone = ANY (app_opened_record())) OR NOT (person_in(p_kept, app_index_boroughs()) OR p_kept = ANY (app_opened_record())) THEN RAISE EXCEPTION 'a joining needs both records in reach'; END IF;
  SELECT * INTO STRICT g FROM person WHERE id = p_gone FOR NO KEY UPDATE;
  SELECT * INTO STRICT k FROM person WHERE id = p_kept FOR NO KEY UPDATE;
  IF g.matched_to IS NOT NULL OR k.matched_to IS NOT NULL THEN RAISE EXCEPTION 'one of them is joined already'; END IF;
  IF join_stopped_by(p_gone, p_kept) IS NOT NULL THEN RAISE EXCEPTION 'not joined: %', join_stopped_by(p_gone, p_kept); END IF;
  INSERT INTO person_join (id, gone_id, kept_id, borough, referral_id, joined_at, joined_by, reason, was_restricted) VALUES (p_join, p_gone, p_kept, p_borough, p_referral, p_at, app_account(), p_reason, g.restricted);
  PERFORM set_config('app.identity_moving', 'on', true);
  told := identity_copy(p_join, p_gone, p_kept, p_at);
  PERFORM identity_categories(ARRAY[p_gone, p_kept], true);
  FOR m IN SELECT * FROM (VALUES
    ('cse_category', 'person_id', ARRAY['entry_id', 'person_id'], 'restore'), ('exploitation_work', 'person_id', ARRAY['entry_id', 'person_id'], 'restore'),
    ('action', 'child_id', ARRAY['id'], 'split'), ('protection', 'person_id', ARRAY['id'], 'split'), ('other_child', 'child_id', ARRAY['id'], 'split'), ('other_child', 'other_id', ARRAY['id'], 'split'),
    ('other_child', 'suspect_id', ARRAY['id'], 'restore'), ('warning_notice', 'adult_id', ARRAY['id'], 'split'), ('warning_notice', 'child_id', ARRAY['id'], 'split'), ('person_identifier', 'person_id', ARRAY['id'], 'split'),
    ('place_link', 'person_id', ARRAY['id'], 'split'), ('place_event', 'adult_id', ARRAY['id'], 'restore'), ('place_note', 'person_id', ARRAY['id'], 'restore'), ('research_check', 'person_id', ARRAY['id'], 'restore'),
    ('exploitation_case', 'person_id', ARRAY['id'], 'restore'), ('flag_match', 'person_id', ARRAY['id'], 'restore'), ('episode', 'person_id', ARRAY['id'], 'stay'), ('interview_request', 'person_id', ARRAY['id'], 'stay'),
    ('forum_decision', 'person_id', ARRAY['id'], 'restore'), ('found_with', 'person_id', ARRAY['id'], 'restore'), ('meeting_item', 'person_id', ARRAY['id'], 'stay'),
    ('meeting_child', 'person_id', ARRAY['meeting_id', 'person_id'], 'restore'), ('meeting_call_child', 'person_id', ARRAY['call_id', 'person_id'], 'restore')) AS moved (tab, col, keys, mode)
  LOOP
    left_there := left_there + CASE WHEN m.tab IN ('meeting_child', 'meeting_call_child') THEN 0 ELSE 1 END * identity_move(p_join, p_gone, p_kept, m.tab, m.col, m.keys, m.mode);
  END LOOP;
  -- The trigger plan of a child who has none here; where there is one, theirs stands and the other is read beside it.
  IF NOT EXISTS (SELECT 1 FROM trigger_plan WHERE person_id = p_kept) THEN PERFORM identity_move(p_join, p_gone, p_kept, 'trigger_plan', 'person_id', ARRAY['id'], 'restore'); END IF;
  PERFORM identity_categories(ARRAY[p_gone, p_kept], false);
  -- Both were at it: one is enough.
  FOR r IN DELETE FROM meeting_child WHERE person_id = p_gone RETURNING * LOOP
    PERFORM identity_note(p_join, 'meeting_child', 'removed', to_jsonb(r), to_jsonb(r), '{}', NULL);
  END LOOP;
  FOR r IN DELETE FROM meeting_call_child WHERE person_id = p_gone RETURNING * LOOP
    PERFORM identity_note(p_join, 'meeting_call_child', 'removed', to_jsonb(r), to_jsonb(r), '{}', NULL);
  END LOOP;
  PERFORM set_config('app.identity_moving', 'off', true);
  -- Without the restriction whoever may not know of the restricted person would read of them under the other record.
  UPDATE person SET matched_to = p_kept, restricted = g.restricted OR k.restricted WHERE id = p_gone;
  IF k.restricted AND NOT g.restricted THEN UPDATE record_opening SET ends_at = p_at WHERE person_id = p_gone AND NOT break_glass AND ends_at > p_at; END IF;
  RETURN told || CASE WHEN left_there > 0 THEN jsonb_build_object('left_there', left_there) ELSE '{}' END;
END $function$;
GRANT EXECUTE ON FUNCTION join_people(uuid,uuid,uuid,text,text,uuid,timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION join_people(uuid,uuid,uuid,text,text,uuid,timestamp with time zone) TO holdfast_worker;
