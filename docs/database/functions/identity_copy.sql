CREATE OR REPLACE FUNCTION public.identity_copy(p_join uuid, p_gone uuid, p_kept uuid, p_at timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
DECLARE g person; k person; r record; told jsonb := '{}'; own text; n int := 0; fill jsonb; other uuid; there relationship;
BEGIN
  SELECT * INTO STRICT g FROM person WHERE id = p_gone;
  SELECT * INTO STRICT k FROM person WHERE id = p_kept;
  FOR r IN SELECT * FROM person_reach WHERE person_id = p_gone LOOP
    PERFORM identity_add(p_join, 'person_reach', to_jsonb(r) || jsonb_build_object('person_id', p_kept, 'since', p_at), ARRAY['person_id', 'borough', 'why']);
  END LOOP;
  own := concat_ws(' ', nullif(btrim(g.given_name), ''), nullif(btrim(g.family_name), ''));
  FOR r IN SELECT own AS name UNION SELECT x.name FROM person_name x WHERE x.person_id = p_gone LOOP
    CONTINUE WHEN r.name = '' OR lower(r.name) = lower(concat_ws(' ', k.given_name, k.family_name)) OR EXISTS (SELECT 1 FROM person_name x WHERE x.person_id = p_kept AND lower(x.name) = lower(r.name));
    PERFORM identity_add(p_join, 'person_name', jsonb_build_object('id', gen_random_uuid(), 'person_id', p_kept, 'name', r.name, 'kind', 'told'), ARRAY['id']);
    IF r.name = own THEN told := told || jsonb_build_object('told_name', own); END IF;
  END LOOP;
  -- Since when they live there nobody said of this person: such an address stands behind the one that the record gives as theirs.
  FOR r IN SELECT * FROM person_address a WHERE a.person_id = p_gone LOOP
    CONTINUE WHEN EXISTS (SELECT 1 FROM person_address x WHERE x.person_id = p_kept AND same_line(x.line, r.line) AND same_line(x.postcode, r.postcode));
    PERFORM identity_add(p_join, 'person_address', to_jsonb(r) || jsonb_build_object('id', gen_random_uuid(), 'person_id', p_kept, 'since', NULL, 'created_at', p_at), ARRAY['id']);
    n := n + 1;
  END LOOP;
  IF n > 0 THEN told := told || jsonb_build_object('told_addresses', n); END IF;
  FOR r IN SELECT DISTINCT ON (f.code) f.* FROM flag f WHERE f.person_id = p_gone AND f.removed_at IS NULL ORDER BY f.code, f.added_at LOOP
    CONTINUE WHEN EXISTS (SELECT 1 FROM flag x WHERE x.person_id = p_kept AND x.code = r.code AND x.removed_at IS NULL);
    PERFORM identity_add(p_join, 'flag', to_jsonb(r) || jsonb_build_object('id', gen_random_uuid(), 'person_id', p_kept), ARRAY['id']);
  END LOOP;
  IF g.born_on IS NOT NULL AND g.born_on IS DISTINCT FROM k.born_on THEN told := told || jsonb_build_object('told_born_on', g.born_on); END IF;
  IF g.plan_category IS NOT NULL AND k.plan_category IS NOT NULL AND g.plan_category <> k.plan_category THEN told := told || jsonb_build_object('told_plan', g.plan_category); END IF;
  IF g.telephone IS NOT NULL AND g.telephone IS DISTINCT FROM k.telephone THEN told := told || jsonb_build_object('told_telephone', g.telephone); END IF;
  SELECT jsonb_object_agg(e.key, e.value) INTO fill FROM jsonb_each(to_jsonb(g)) AS e
    WHERE (e.key = ANY (ARRAY['born_on', 'sex', 'looked_after', 'responsible_authority', 'plan_category', 'placement', 'home_borough', 'telephone', 'lead_name', 'health'])
        AND e.value NOT IN ('null', '[]') AND coalesce(to_jsonb(k)->e.key, 'null') IN ('null', '[]'))
      OR (e.key = 'looked_after' AND g.looked_after AND NOT k.looked_after) OR (e.key = 'unborn' AND k.unborn AND NOT g.unborn)
      OR (k.born_on IS NULL AND k.age_stated IS NULL AND e.key IN ('age_stated', 'age_stated_on') AND e.value <> 'null')
      OR (k.born_on IS NULL AND e.key = 'age_disputed' AND g.age_disputed AND NOT k.age_disputed);
  IF fill IS NOT NULL THEN PERFORM identity_change(p_join, 'person', jsonb_build_object('id', p_kept), fill); END IF;
  -- Who is who to them goes on from the record that stays; the other's ties end, and stay to be seen.
  FOR r IN SELECT * FROM relationship t WHERE (t.person_id = p_gone OR t.other_id = p_gone) AND t.until IS NULL LOOP
    other := CASE WHEN r.person_id = p_gone THEN r.other_id ELSE r.person_id END;
    IF other <> p_kept THEN
      SELECT * INTO there FROM relationship t WHERE t.kind = r.kind AND t.person_id = CASE WHEN r.person_id = p_gone THEN p_kept ELSE other END AND t.other_id = CASE WHEN r.person_id = p_gone THEN other ELSE p_kept END AND t.until IS NULL;
      IF there.id IS NULL THEN
        PERFORM identity_add(p_join, 'relationship', to_jsonb(r) || jsonb_build_object('id', gen_random_uuid(), 'since', p_at, 'person_id', CASE WHEN r.person_id = p_gone THEN p_kept ELSE other END,
          'other_id', CASE WHEN r.person_id = p_gone THEN other ELSE p_kept END), ARRAY['id']);
      ELSIF there.until IS NOT NULL THEN PERFORM identity_change(p_join, 'relationship', jsonb_build_object('id', there.id), '{"until": null}');
      END IF;
    END IF;
    PERFORM identity_change(p_join, 'relationship', jsonb_build_object('id', r.id), jsonb_build_object('until', p_at));
  END LOOP;
  -- What was sent about the one is about the other.
  FOR r IN SELECT * FROM referral_person t WHERE t.person_id = p_gone AND t.role <> 'matched' LOOP
    PERFORM identity_add(p_join, 'referral_person', to_jsonb(r) || jsonb_build_object('person_id', p_kept, 'provisional', false, 'looked_at', NULL, 'looked_by', NULL), ARRAY['referral_id', 'person_id', 'role']);
    BEGIN
      PERFORM identity_change(p_join, 'referral_person', jsonb_build_object('referral_id', r.referral_id, 'person_id', p_gone, 'role', r.role),
        jsonb_build_object('role', 'matched', 'looked_at', coalesce(r.looked_at, p_at), 'looked_by', coalesce(r.looked_by, app_account())));
    EXCEPTION WHEN unique_violation THEN
      -- Named twice in one referral: one row of it is enough to say so.
      DELETE FROM referral_person t WHERE t.referral_id = r.referral_id AND t.person_id = p_gone AND t.role = r.role;
      PERFORM identity_note(p_join, 'referral_person', 'removed', jsonb_build_object('referral_id', r.referral_id, 'person_id', p_gone, 'role', r.role), to_jsonb(r), '{}', NULL);
    END;
  END LOOP;
  RETURN told;
END $function$;
