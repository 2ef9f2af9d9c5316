-- Whether this is the last such entry about a person: as before, and of most, who were never joined with anybody, by one look into one index.
CREATE OR REPLACE FUNCTION figure_last(p_person uuid, p_kind text, p_at timestamptz, p_known timestamptz, p_entry uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE same uuid[] := ARRAY[p_person];
BEGIN
  IF app_account() IS NULL THEN RETURN false; END IF;
  IF EXISTS (SELECT 1 FROM person_join j WHERE j.gone_id = p_person) OR EXISTS (SELECT 1 FROM person_join j WHERE j.kept_id = p_person) THEN same := ARRAY(SELECT figure_same(p_person, p_known)); END IF;
  RETURN coalesce(p_entry = (SELECT l.entry_id FROM figure_fact l WHERE l.person_id = ANY (same) AND l.kind = p_kind AND l.at <= p_at AND l.recorded_at <= p_known
    AND NOT EXISTS (SELECT 1 FROM figure_annulled a WHERE a.entry_id = l.entry_id AND a.person_id = l.person_id AND a.recorded_at <= p_known)
    ORDER BY l.at DESC, l.recorded_at DESC, l.entry_id DESC LIMIT 1), false);
END $$;

-- Asked of the entries that the measure counts, and not of every one before its word is looked at.
DO $$
DECLARE was text := pg_get_functiondef('figure_facts(jsonb, timestamptz, timestamptz, timestamptz, text[], uuid[])'::regprocedure); became text;
BEGIN
  became := replace(was, 'ELSE figure_last(f.person_id', 'WHEN m.measure IS NULL THEN false ELSE figure_last(f.person_id');
  IF became = was THEN RAISE EXCEPTION 'figure_facts is not as it was'; END IF;
  EXECUTE became;
END $$;
