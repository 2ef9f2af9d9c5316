CREATE OR REPLACE FUNCTION public.meeting_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE column_name text; was jsonb; is_now jsonb;
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'the record of a meeting is filled in, never deleted'; END IF;
  was := to_jsonb(OLD); is_now := to_jsonb(NEW);
  FOR column_name IN SELECT jsonb_object_keys(was) LOOP
    IF was->column_name <> 'null'::jsonb AND was->column_name IS DISTINCT FROM is_now->column_name THEN
      RAISE EXCEPTION 'the record of a meeting is filled in, never edited: %', column_name;
    END IF;
  END LOOP;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION meeting_guard() TO PUBLIC;
