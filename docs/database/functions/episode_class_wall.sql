CREATE OR REPLACE FUNCTION public.episode_class_wall()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
DECLARE p person; e episode; years int; refusal text;
BEGIN
  SELECT * INTO e FROM episode WHERE id = NEW.id;
  SELECT * INTO p FROM person WHERE id = e.person_id;
  years := years_at(p.born_on, p.age_stated, p.age_stated_on, e.reported_at);
  IF years >= 18 THEN RETURN NULL; END IF;
  IF e.grade IN ('no-apparent-risk', 'low') THEN
    refusal := 'missing-risk-below-medium|mis-no-low|A missing child is at medium risk at least';
  ELSIF e.class = 'absent' THEN
    refusal := CASE
      WHEN e.pack = 'app-2017' THEN 'absent-class-ended|mis-def-app-2017|There is no class absent any more'
      WHEN years < 13 THEN 'absent-classification-under-13|mis-u13|A child under 13 is missing, never absent'
      WHEN e.answers @> '{"cse_risk": true}' THEN 'absent-classification-cse-flag|mis-cse-flag|A child at risk of exploitation is missing, never absent'
      WHEN EXISTS (SELECT 1 FROM flag f WHERE f.person_id = p.id AND f.code = 'cse-risk' AND f.added_at <= e.classed_at AND (f.removed_at IS NULL OR f.removed_at > e.classed_at))
        THEN 'absent-classification-cse-flag|mis-cse-flag|A child flagged at risk of exploitation is missing, never absent'
      WHEN NOT e.ex_flag_reason AND EXISTS (SELECT 1 FROM flag f WHERE f.person_id = p.id AND f.code = 'cse-risk' AND f.removed_at <= e.classed_at AND f.removed_at > e.classed_at - interval '24 months')
        THEN 'absent-classification-cse-flag|mis-cse-flag-removed|A flag of exploitation was removed in the last 24 months: absent needs a supervisor’s reason'
      WHEN open_concern(e.person_id, ARRAY['cse', 'online-cse'], e.classed_at) THEN 'absent-classification-cse-flag|mis-cse-flag|A report of exploitation stands'
      WHEN open_concern(e.person_id, ARRAY['penetrative-abuse', 'sexual-abuse', 'serious-injury', 'physical-abuse', 'serious-neglect', 'neglect', 'domestic-abuse', 'fgm', 'trafficking', 'household-child', 'organised-abuse'], e.classed_at)
        THEN 'absent-classification-known-risk|mis-def-absent|A concern is open'
      WHEN p.plan_category IS NOT NULL THEN 'absent-classification-known-risk|mis-def-absent|The child is on a child protection plan'
      WHEN cardinality(p.health) > 0 THEN 'absent-classification-known-risk|mis-def-absent|A health need is on record'
      WHEN EXISTS (SELECT 1 FROM jsonb_each(e.answers) AS a WHERE a.value = 'true'::jsonb) THEN 'absent-classification-known-risk|mis-def-absent|A caller tells of a risk'
      WHEN (SELECT count(*) FROM episode o WHERE o.person_id = p.id AND o.reported_at <= e.reported_at AND o.reported_at > e.reported_at - interval '90 days') >= 3
        THEN 'absent-classification-known-risk|mis-def-absent|It is the third time away in 90 days, or a later one'
      WHEN EXISTS (SELECT 1 FROM episode o WHERE o.person_id = p.id AND o.id <> e.id AND o.returned_at <= e.reported_at AND o.reported_at > e.reported_at - interval '90 days' AND o.returned_at - o.reported_at >= interval '24 hours')
        THEN 'absent-classification-known-risk|mis-def-absent|An earlier time away lasted 24 hours or more'
    END;
  END IF;
  IF refusal IS NOT NULL THEN RAISE EXCEPTION 'refused by the table of episodes: %', refusal USING ERRCODE = 'check_violation'; END IF;
  RETURN NULL;
END $function$;
