-- What a meeting's record says stands: only what was left open can be filled in, once.
CREATE FUNCTION meeting_guard() RETURNS trigger LANGUAGE plpgsql AS $$
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
END $$;
CREATE TRIGGER meeting_never_edited BEFORE UPDATE OR DELETE ON meeting FOR EACH ROW EXECUTE FUNCTION meeting_guard();
