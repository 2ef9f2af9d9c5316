CREATE OR REPLACE FUNCTION public.identity_change(p_join uuid, p_tab text, p_key jsonb, p_set jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
DECLARE was jsonb; becomes jsonb;
BEGIN
  EXECUTE format('SELECT to_jsonb(t) FROM %1$I t, jsonb_populate_record(NULL::%1$I, $1) k WHERE %2$s', p_tab, identity_keyed(p_key)) INTO was USING p_key;
  EXECUTE format('UPDATE %1$I t SET %2$s FROM jsonb_populate_record(NULL::%1$I, $1) k, jsonb_populate_record(NULL::%1$I, $2) v WHERE %3$s RETURNING to_jsonb(t)', p_tab,
    (SELECT string_agg(format('%1$I = v.%1$I', key), ', ') FROM jsonb_object_keys(p_set) AS key), identity_keyed(p_key)) INTO becomes USING p_key, p_set;
  -- Noted by the key it has now: a role that changed is part of it.
  PERFORM identity_note(p_join, p_tab, 'changed', (SELECT jsonb_object_agg(key, becomes->key) FROM jsonb_object_keys(p_key) AS key), (SELECT jsonb_object_agg(key, was->key) FROM jsonb_object_keys(p_set) AS key),
    (SELECT jsonb_object_agg(key, md5((becomes->key)::text)) FROM jsonb_object_keys(p_set) AS key), NULL);
END $function$;
