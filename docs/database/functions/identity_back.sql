CREATE OR REPLACE FUNCTION public.identity_back(p_row person_join_row, p_join person_join)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
DECLARE now_is jsonb; w text := identity_keyed(p_row.key); key jsonb := p_row.key; col text := p_row.before->>'col'; mode text := p_row.before->>'mode'; put jsonb;
BEGIN
  IF p_row.op = 'removed' THEN
    EXECUTE format('INSERT INTO %1$I SELECT (jsonb_populate_record(NULL::%1$I, $1)).* ON CONFLICT DO NOTHING', p_row.tab) USING p_row.before;
    RETURN 'back';
  END IF;
  IF p_row.op = 'moved' THEN key := jsonb_set(key, ARRAY[col], to_jsonb(p_join.kept_id), false); END IF;
  EXECUTE format('SELECT to_jsonb(t) FROM %1$I t, jsonb_populate_record(NULL::%1$I, $1) k WHERE %2$s', p_row.tab, w) INTO now_is USING key;
  IF now_is IS NULL THEN RETURN 'stays'; END IF;
  IF p_row.op = 'added' THEN
    IF md5(now_is::text) <> p_row.digest
      OR (p_row.tab = 'person_reach' AND worked_since(p_join.kept_id, p_join.joined_at, now_is->>'borough', NULL))
      OR (p_row.tab = 'referral_person' AND worked_since(p_join.kept_id, p_join.joined_at, NULL, (now_is->>'referral_id')::uuid)) THEN RETURN 'stays'; END IF;
    EXECUTE format('DELETE FROM %1$I t USING jsonb_populate_record(NULL::%1$I, $1) k WHERE %2$s', p_row.tab, w) USING key;
    RETURN 'back';
  END IF;
  IF p_row.op = 'changed' THEN
    -- Each column by itself: what was put right since stays.
    SELECT jsonb_object_agg(b.key, b.value) INTO put FROM jsonb_each(p_row.before) AS b WHERE md5((now_is->b.key)::text) = p_row.after->>b.key;
    IF put IS NULL THEN RETURN 'stays'; END IF;
    EXECUTE format('UPDATE %1$I t SET %2$s FROM jsonb_populate_record(NULL::%1$I, $1) k, jsonb_populate_record(NULL::%1$I, $2) v WHERE %3$s', p_row.tab,
      (SELECT string_agg(format('%1$I = v.%1$I', c), ', ') FROM jsonb_object_keys(put) AS c), w) USING key, put;
    RETURN CASE WHEN (SELECT count(*) FROM jsonb_object_keys(put)) = (SELECT count(*) FROM jsonb_object_keys(p_row.before)) THEN 'back' ELSE 'stays' END;
  END IF;
  -- It is about somebody else by now: a later act has it.
  IF now_is->>col IS DISTINCT FROM p_join.kept_id::text THEN RETURN 'stays'; END IF;
  put := jsonb_build_object(col, p_join.gone_id);
  IF md5((now_is - col)::text) <> p_row.digest THEN
    IF mode = 'stay' THEN RETURN 'stays'; END IF;
    put := put || coalesce((SELECT jsonb_object_agg(c, 'null'::jsonb) FROM jsonb_array_elements_text(p_row.before->'empty') AS c), '{}');
  END IF;
  EXECUTE format('UPDATE %1$I t SET %2$s FROM jsonb_populate_record(NULL::%1$I, $1) k, jsonb_populate_record(NULL::%1$I, $2) v WHERE %3$s', p_row.tab,
    (SELECT string_agg(format('%1$I = v.%1$I', c), ', ') FROM jsonb_object_keys(put) AS c), w) USING key, put;
  IF mode = 'split' AND md5((now_is - col)::text) <> p_row.digest THEN
    EXECUTE format('INSERT INTO %1$I SELECT (jsonb_populate_record(NULL::%1$I, $1)).*', p_row.tab) USING now_is || jsonb_build_object('id', gen_random_uuid());
    RETURN 'stays';
  END IF;
  RETURN 'back';
END $function$;
