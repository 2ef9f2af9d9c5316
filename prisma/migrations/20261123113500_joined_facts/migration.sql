-- What a joining takes over of the record that goes. A child who is looked after there and said not to be here was not looked after from then on; an age that somebody
-- stated, and that it is disputed, was lost with it; a baby joined to the record of the unborn child stayed unborn; and another plan was told nowhere.
DO $$
DECLARE
  before text := pg_get_functiondef('identity_copy(uuid, uuid, uuid, timestamptz)'::regprocedure);
  after text := replace(replace(before,
    $old$WHERE e.key = ANY (ARRAY['born_on', 'sex', 'looked_after', 'responsible_authority', 'plan_category', 'placement', 'home_borough', 'telephone', 'lead_name', 'health'])
      AND e.value NOT IN ('null', '[]') AND coalesce(to_jsonb(k)->e.key, 'null') IN ('null', '[]');$old$,
    $new$WHERE (e.key = ANY (ARRAY['born_on', 'sex', 'looked_after', 'responsible_authority', 'plan_category', 'placement', 'home_borough', 'telephone', 'lead_name', 'health'])
        AND e.value NOT IN ('null', '[]') AND coalesce(to_jsonb(k)->e.key, 'null') IN ('null', '[]'))
      OR (e.key = 'looked_after' AND g.looked_after AND NOT k.looked_after) OR (e.key = 'unborn' AND k.unborn AND NOT g.unborn)
      OR (k.born_on IS NULL AND k.age_stated IS NULL AND e.key IN ('age_stated', 'age_stated_on') AND e.value <> 'null')
      OR (k.born_on IS NULL AND e.key = 'age_disputed' AND g.age_disputed AND NOT k.age_disputed);$new$),
    $old$IF g.telephone IS NOT NULL AND$old$, $new$IF g.plan_category IS NOT NULL AND k.plan_category IS NOT NULL AND g.plan_category <> k.plan_category THEN told := told || jsonb_build_object('told_plan', g.plan_category); END IF;
  IF g.telephone IS NOT NULL AND$new$);
BEGIN
  IF position('k.unborn AND NOT g.unborn' IN after) = 0 OR position('told_plan' IN after) = 0 THEN RAISE EXCEPTION 'identity_copy no longer takes over what this migration expects'; END IF;
  EXECUTE after;
END $$;
