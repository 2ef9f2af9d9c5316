-- The class absent ends by itself, at the latest 24 hours after the report and at once with a fact that closes it: `absent_until` is that instant.
ALTER TABLE episode DROP CONSTRAINT episode_absent_day,
  ADD CONSTRAINT episode_absent_day CHECK ((class = 'absent') = (absent_until IS NOT NULL) AND absent_until >= absent_from AND absent_until <= absent_from + interval '24 hours');

-- Whole years of a person at a moment, by London date; null where nobody knows.
CREATE FUNCTION years_at(p_born date, p_stated int, p_stated_on date, p_at timestamptz) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN p_born IS NOT NULL THEN extract(year FROM age((p_at AT TIME ZONE 'Europe/London')::date, p_born))::int
    WHEN p_stated IS NOT NULL THEN p_stated + greatest(0, extract(year FROM age((p_at AT TIME ZONE 'Europe/London')::date, p_stated_on))::int) END $$;

-- The classification table, as the last wall: what no screen and no act lets through, no hand-written statement does either. Deferred, so that the
-- policy, which knows more and says it better, answers first. Each refusal names its rule and clause.
CREATE FUNCTION episode_class_wall() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
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
END $$;
-- Only when the class or the grade is written, or a fact it rests on in the row itself: a fact that comes later ends the class at its instant.
CREATE CONSTRAINT TRIGGER episode_class_wall_new AFTER INSERT ON episode DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION episode_class_wall();
CREATE CONSTRAINT TRIGGER episode_class_wall_changed AFTER UPDATE ON episode DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.class IS DISTINCT FROM NEW.class OR OLD.grade IS DISTINCT FROM NEW.grade OR OLD.classed_at IS DISTINCT FROM NEW.classed_at OR OLD.ex_flag_reason IS DISTINCT FROM NEW.ex_flag_reason)
  EXECUTE FUNCTION episode_class_wall();

-- Which of these children are out and classed absent, whoever asks: an act that brings a fact ends the class, though its actor sees no episode.
CREATE FUNCTION absent_episodes(p_people uuid[]) RETURNS TABLE (id uuid, person_id uuid, absent_until timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT e.id, e.person_id, e.absent_until FROM episode e WHERE e.person_id = ANY (p_people) AND e.returned_at IS NULL AND e.class = 'absent' $$;
CREATE FUNCTION end_absent(p_episode uuid, p_at timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS
  $$ UPDATE episode SET absent_until = greatest(p_at, absent_from) WHERE id = p_episode AND returned_at IS NULL AND class = 'absent' AND absent_until > p_at $$;
-- What the timed work makes formal: absent children whose time is over.
CREATE FUNCTION absent_over(p_now timestamptz) RETURNS TABLE (id uuid, person_id uuid, borough text, absent_until timestamptz, by_time boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
  $$ SELECT e.id, e.person_id, e.borough, e.absent_until, e.absent_until >= e.absent_from + interval '24 hours' FROM episode e WHERE e.returned_at IS NULL AND e.class = 'absent' AND e.absent_until <= p_now AND borough_in(e.borough, app_record_boroughs()) ORDER BY e.absent_until LIMIT 200 $$;
CREATE FUNCTION class_missing(p_episode uuid, p_at timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE episode SET class = 'missing', classed_at = p_at, absent_from = NULL, absent_until = NULL WHERE id = p_episode AND returned_at IS NULL AND class = 'absent' AND absent_until <= p_at;
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION years_at, episode_class_wall, absent_episodes, end_absent, absent_over, class_missing FROM PUBLIC;
-- Each of them can make a child missing and nothing else: towards the safer side, whoever calls it.
GRANT EXECUTE ON FUNCTION absent_episodes, end_absent, absent_over, class_missing TO holdfast_app, holdfast_worker;
