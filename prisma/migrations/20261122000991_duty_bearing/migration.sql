-- For the verifier: the people of whom the chronology or the ledger of duties says anything, a page at a time in the order of
-- their ids, and whether words about them were redacted (what they were owed cannot be made again then). It tells no name.
CREATE FUNCTION duty_bearing(p_after uuid, p_most int) RETURNS TABLE (id uuid, redacted boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH page AS (
    SELECT person_id FROM (
      (SELECT DISTINCT s.person_id FROM entry_subject s WHERE s.person_id > p_after ORDER BY 1 LIMIT p_most)
      UNION (SELECT DISTINCT d.child_id FROM deadline d WHERE d.child_id > p_after ORDER BY 1 LIMIT p_most)) AS both_sides
    ORDER BY person_id LIMIT p_most)
  SELECT page.person_id, EXISTS (SELECT 1 FROM entry_subject s JOIN entry_payload p ON p.entry_id = s.entry_id
    WHERE s.person_id = page.person_id AND p.redacted_at IS NOT NULL) FROM page ORDER BY page.person_id $$;
REVOKE ALL ON FUNCTION duty_bearing FROM PUBLIC;
GRANT EXECUTE ON FUNCTION duty_bearing TO holdfast_app, holdfast_worker;
