-- The other child of a household is named only where the two live together at that moment, as addresses and ties say: whoever can run this names nobody else.
CREATE OR REPLACE FUNCTION name_household(p_child uuid, p_other uuid, p_borough text, p_other_borough text, p_at timestamptz, p_entry uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO other_child (id, child_id, other_id, relation, borough, other_borough, named_at, named_by, entry_id)
  SELECT gen_random_uuid(), p_child, p_other, 'household', p_borough, p_other_borough, p_at, app_account(), p_entry
  WHERE app_account() IS NOT NULL AND p_child <> p_other AND EXISTS (SELECT 1 FROM households_at(ARRAY[p_child, p_other], p_at, 60) h WHERE (h.of_id, h.person_id) IN ((p_child, p_other), (p_other, p_child)))
  ON CONFLICT (child_id, other_id) WHERE assessed_at IS NULL DO NOTHING $$;
