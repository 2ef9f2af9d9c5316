CREATE OR REPLACE FUNCTION public.identity_add(p_join uuid, p_tab text, p_row jsonb, p_keys text[])
 RETURNS boolean
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
DECLARE made jsonb; k jsonb;
BEGIN
  EXECUTE format('INSERT INTO %1$I AS t SELECT (jsonb_populate_record(NULL::%1$I, $1)).* ON CONFLICT DO NOTHING RETURNING to_jsonb(t)', p_tab) INTO made USING p_row;
  IF made IS NULL THEN RETURN false; END IF;
  SELECT jsonb_object_agg(key, made->key) INTO k FROM unnest(p_keys) AS key;
  PERFORM identity_note(p_join, p_tab, 'added', k, '{}', '{}', md5(made::text));
  RETURN true;
END $function$;
