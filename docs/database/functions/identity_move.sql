CREATE OR REPLACE FUNCTION public.identity_move(p_join uuid, p_from uuid, p_to uuid, p_tab text, p_col text, p_keys text[], p_mode text)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
DECLARE r jsonb; k jsonb; n int := 0; empty jsonb;
BEGIN
  FOR r IN EXECUTE format('SELECT to_jsonb(t) FROM %I t WHERE t.%I = $1', p_tab, p_col) USING p_from LOOP
    SELECT jsonb_object_agg(key, r->key) INTO k FROM unnest(p_keys) AS key;
    -- Between the two of them: moved, it would stand between somebody and themselves.
    IF EXISTS (SELECT 1 FROM jsonb_each_text(r - p_col) AS v WHERE v.value = p_to::text) THEN
      n := n + 1;
      CONTINUE;
    END IF;
    BEGIN
      EXECUTE format('UPDATE %I t SET %I = $1 FROM jsonb_populate_record(NULL::%I, $2) k WHERE t.%I = $3 AND %s', p_tab, p_col, p_tab, p_col, identity_keyed(k)) USING p_to, k, p_from;
      SELECT coalesce(jsonb_agg(e.key ORDER BY e.key), '[]') INTO empty FROM jsonb_each(r) AS e WHERE e.value = 'null';
      PERFORM identity_note(p_join, p_tab, 'moved', k, jsonb_build_object('col', p_col, 'mode', p_mode, 'empty', empty), '{}', md5((r - p_col)::text));
    EXCEPTION WHEN unique_violation OR check_violation THEN n := n + 1;
    END;
  END LOOP;
  RETURN n;
END $function$;
