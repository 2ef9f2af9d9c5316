-- What was typed and not accepted holds the names of children: it is kept for its writer, for some days, and then goes. The timed work
-- may do that and nothing else with drafts: it reads none.
CREATE FUNCTION drop_old_drafts(p_kept_before timestamptz, p_other_before timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE gone integer;
BEGIN
  DELETE FROM form_draft WHERE saved_at < (CASE WHEN kept THEN p_kept_before ELSE p_other_before END);
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
REVOKE ALL ON FUNCTION drop_old_drafts FROM PUBLIC;
GRANT EXECUTE ON FUNCTION drop_old_drafts TO holdfast_worker;
