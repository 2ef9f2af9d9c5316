-- CreateTable
CREATE TABLE "episode" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "pack" TEXT NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "entry_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,
    "caller_name" TEXT,
    "caller_kind" TEXT NOT NULL,
    "caller_phone" TEXT,
    "missing_from" TEXT,
    "last_seen_at" TIMESTAMPTZ(3),
    "last_seen_where" TEXT,
    "answers" JSONB NOT NULL,
    "class" TEXT NOT NULL,
    "classed_at" TIMESTAMPTZ(3) NOT NULL,
    "absent_from" TIMESTAMPTZ(3),
    "absent_until" TIMESTAMPTZ(3),
    "ex_flag_reason" BOOLEAN NOT NULL DEFAULT false,
    "grade" TEXT,
    "graded_at" TIMESTAMPTZ(3),
    "interval" INTEGER,
    "called_back_at" TIMESTAMPTZ(3),
    "returned_at" TIMESTAMPTZ(3),
    "returned_how" TEXT,
    "found_where" TEXT,
    "found_with" TEXT,
    "seen_at" TIMESTAMPTZ(3),
    "interview_at" TIMESTAMPTZ(3),
    "interview_how" TEXT,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "episode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "episode_entry" (
    "entry_id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,

    CONSTRAINT "episode_entry_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "episode_information" (
    "id" UUID NOT NULL,
    "episode_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "acted_at" TIMESTAMPTZ(3),
    "acted_by" UUID,

    CONSTRAINT "episode_information_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trigger_plan" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "review_on" DATE NOT NULL,
    "first" TEXT NOT NULL,
    "places" TEXT,
    "people" TEXT,
    "contact" TEXT,
    "travel" TEXT,
    "risks" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "trigger_plan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "episode_reference_key" ON "episode"("reference");

-- CreateIndex
CREATE INDEX "episode_person_id_reported_at_idx" ON "episode"("person_id", "reported_at");

-- CreateIndex
CREATE INDEX "episode_entry_episode_id_idx" ON "episode_entry"("episode_id");

-- CreateIndex
CREATE INDEX "episode_information_episode_id_idx" ON "episode_information"("episode_id");

-- CreateIndex
CREATE UNIQUE INDEX "trigger_plan_person_id_version_key" ON "trigger_plan"("person_id", "version");

-- ---------------------------------------------------------------------------------------------------------------------
-- Who looks for a missing child wherever in London it is: the control room and the missing persons units, while the episode is open. The unit of
-- a borough reads the episodes of its own children for good.
CREATE FUNCTION app_looks_for() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT coalesce(current_setting('app.looks_for', true), '') = 'on' $$;
CREATE FUNCTION app_episode_boroughs() RETURNS text[] LANGUAGE sql STABLE AS
  $$ SELECT string_to_array(coalesce(current_setting('app.episode_boroughs', true), ''), ',') $$;
REVOKE ALL ON FUNCTION app_looks_for, app_episode_boroughs FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_looks_for, app_episode_boroughs TO holdfast_app, holdfast_worker;

ALTER TABLE episode ENABLE ROW LEVEL SECURITY;
ALTER TABLE episode FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON episode TO holdfast_owner USING (true) WITH CHECK (true);
-- A restricted child that is missing must be found: those who look see the open episode, and nothing of the record behind it.
CREATE POLICY see ON episode FOR SELECT TO holdfast_app, holdfast_worker USING (
  ((SELECT app_looks_for()) AND closed_at IS NULL)
  OR ((person_in(person_id, (SELECT app_record_boroughs())) OR person_id = ANY ((SELECT app_opened_record())::uuid[])) AND NOT person_barred(person_id)));
CREATE POLICY add ON episode FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (recorded_by = (SELECT app_account())
  AND ((SELECT app_looks_for()) OR (person_in(person_id, (SELECT app_record_boroughs())) AND NOT person_barred(person_id))));
CREATE POLICY change ON episode FOR UPDATE TO holdfast_app, holdfast_worker USING (
  ((SELECT app_looks_for()) AND closed_at IS NULL)
  OR (person_in(person_id, (SELECT app_record_boroughs())) AND NOT person_barred(person_id))) WITH CHECK (true);

-- What hangs on an episode is seen with it.
ALTER TABLE episode_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE episode_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON episode_entry TO holdfast_owner USING (true) WITH CHECK (true);
CREATE POLICY see ON episode_entry FOR SELECT TO holdfast_app, holdfast_worker USING (EXISTS (SELECT 1 FROM episode e WHERE e.id = episode_id));
CREATE POLICY add ON episode_entry FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (EXISTS (SELECT 1 FROM episode e WHERE e.id = episode_id));
ALTER TABLE episode_information ENABLE ROW LEVEL SECURITY;
ALTER TABLE episode_information FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON episode_information TO holdfast_owner USING (true) WITH CHECK (true);
CREATE POLICY see ON episode_information FOR SELECT TO holdfast_app, holdfast_worker USING (EXISTS (SELECT 1 FROM episode e WHERE e.id = episode_id));
CREATE POLICY add ON episode_information FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (EXISTS (SELECT 1 FROM episode e WHERE e.id = episode_id));
CREATE POLICY change ON episode_information FOR UPDATE TO holdfast_app, holdfast_worker USING (EXISTS (SELECT 1 FROM episode e WHERE e.id = episode_id)) WITH CHECK (true);

-- The control room reads the plan of any child of London when the call comes; a unit elsewhere while the child is missing.
ALTER TABLE trigger_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE trigger_plan FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON trigger_plan TO holdfast_owner USING (true) WITH CHECK (true);
CREATE POLICY see ON trigger_plan FOR SELECT TO holdfast_app, holdfast_worker USING (
  (SELECT app_looks_for())
  OR ((person_in(person_id, (SELECT app_record_boroughs())) OR person_id = ANY ((SELECT app_opened_record())::uuid[])) AND NOT person_barred(person_id)));
CREATE POLICY add ON trigger_plan FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (made_by = (SELECT app_account())
  AND person_in(person_id, (SELECT app_record_boroughs())) AND NOT person_barred(person_id));
CREATE POLICY change ON trigger_plan FOR UPDATE TO holdfast_app, holdfast_worker USING (
  person_in(person_id, (SELECT app_record_boroughs())) AND NOT person_barred(person_id)) WITH CHECK (true);

GRANT SELECT, INSERT ON episode, episode_entry, episode_information, trigger_plan TO holdfast_app, holdfast_worker;
GRANT UPDATE (answers, class, classed_at, absent_from, absent_until, ex_flag_reason, grade, graded_at, interval, called_back_at, last_seen_at, last_seen_where,
  caller_name, caller_phone, returned_at, returned_how, found_where, found_with, seen_at, interview_at, interview_how, closed_at) ON episode TO holdfast_app, holdfast_worker;
GRANT UPDATE (acted_at, acted_by) ON episode_information TO holdfast_app, holdfast_worker;
GRANT UPDATE (ended_at) ON trigger_plan TO holdfast_app, holdfast_worker;

-- What was reported is never edited, nor is an end taken back.
CREATE FUNCTION episode_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'an episode is ended, never deleted'; END IF;
  IF (OLD.id, OLD.reference, OLD.person_id, OLD.borough, OLD.pack, OLD.reported_at, OLD.entry_id, OLD.recorded_at, OLD.recorded_by, OLD.caller_kind, OLD.missing_from)
     IS DISTINCT FROM
     (NEW.id, NEW.reference, NEW.person_id, NEW.borough, NEW.pack, NEW.reported_at, NEW.entry_id, NEW.recorded_at, NEW.recorded_by, NEW.caller_kind, NEW.missing_from)
     OR (OLD.returned_at IS NOT NULL AND (OLD.returned_at, OLD.class, OLD.grade) IS DISTINCT FROM (NEW.returned_at, NEW.class, NEW.grade))
     OR (OLD.seen_at IS NOT NULL AND OLD.seen_at IS DISTINCT FROM NEW.seen_at)
     OR (OLD.closed_at IS NOT NULL AND OLD.closed_at IS DISTINCT FROM NEW.closed_at)
  THEN RAISE EXCEPTION 'what was reported of a missing child is never edited, and an end is not taken back'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER episode_never_edited BEFORE UPDATE OR DELETE ON episode FOR EACH ROW EXECUTE FUNCTION episode_guard();
CREATE TRIGGER episode_never_cut BEFORE TRUNCATE ON episode EXECUTE FUNCTION refuse_change();
CREATE TRIGGER episode_entry_never_edited BEFORE UPDATE OR DELETE ON episode_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER episode_entry_never_cut BEFORE TRUNCATE ON episode_entry EXECUTE FUNCTION refuse_change();
CREATE FUNCTION episode_information_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'information is acted on, never deleted'; END IF;
  IF OLD.acted_at IS NOT NULL THEN RAISE EXCEPTION 'this information was acted on already'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER episode_information_never_edited BEFORE UPDATE OR DELETE ON episode_information FOR EACH ROW EXECUTE FUNCTION episode_information_guard();
CREATE TRIGGER episode_information_never_cut BEFORE TRUNCATE ON episode_information EXECUTE FUNCTION refuse_change();
CREATE FUNCTION trigger_plan_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a trigger plan is followed by the next, never deleted'; END IF;
  IF OLD.ended_at IS NOT NULL THEN RAISE EXCEPTION 'this trigger plan has ended: make the next version'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER trigger_plan_never_edited BEFORE UPDATE OR DELETE ON trigger_plan FOR EACH ROW EXECUTE FUNCTION trigger_plan_guard();
CREATE TRIGGER trigger_plan_never_cut BEFORE TRUNCATE ON trigger_plan EXECUTE FUNCTION refuse_change();

ALTER TABLE episode ADD CONSTRAINT episode_class CHECK (class IN ('missing', 'absent')),
  ADD CONSTRAINT episode_grade CHECK (grade IN ('no-apparent-risk', 'low', 'medium', 'high')),
  -- mis-absent-contact-repeat: four to eight hours, as agreed.
  ADD CONSTRAINT episode_interval CHECK (interval BETWEEN 4 AND 8),
  ADD CONSTRAINT episode_absent_day CHECK ((class = 'absent') = (absent_until IS NOT NULL) AND absent_until = absent_from + interval '24 hours'),
  ADD CONSTRAINT episode_end CHECK ((returned_at IS NULL OR returned_at >= reported_at) AND (closed_at IS NULL OR returned_at IS NOT NULL));
-- One child is missing once at a time.
CREATE UNIQUE INDEX episode_open ON episode (person_id) WHERE returned_at IS NULL;
CREATE INDEX episode_live ON episode (reported_at) WHERE closed_at IS NULL;

-- The words of an episode, for those who look for the child: what was written into the chronology about this time away and about nothing else.
CREATE FUNCTION episode_words(p_episode uuid) RETURNS TABLE (entry_id uuid, kind text, heading text, occurred_at timestamptz, recorded_at timestamptz, recorded_by uuid, agency text, body jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT n.id, n.kind, n.heading, n.occurred_at, n.recorded_at, n.recorded_by, n.agency, p.body
  FROM episode e JOIN episode_entry x ON x.episode_id = e.id JOIN entry n ON n.id = x.entry_id LEFT JOIN entry_payload p ON p.entry_id = n.id
  WHERE e.id = p_episode AND (
    (app_looks_for() AND e.closed_at IS NULL)
    OR ((person_in(e.person_id, app_episode_boroughs()) OR person_in(e.person_id, app_narrative_boroughs())
      OR (person_in(e.person_id, app_involved_boroughs()) AND police_involved(e.person_id)) OR e.person_id = ANY (app_opened_narrative())) AND NOT person_barred(e.person_id)))
  ORDER BY n.occurred_at, n.recorded_at, n.seq $$;

-- What whoever takes the call must know of these children at once, and no more: earlier times away, flags now and of the last two years, the plan.
CREATE FUNCTION missing_cards(p_people uuid[], p_now timestamptz) RETURNS TABLE (person_id uuid, given_name text, family_name text, born_on date, age_stated int, age_stated_on date,
  looked_after boolean, responsible_authority text, plan_category text, placement text, health text[], home_borough text, flags text[], former_flags text[],
  episodes_missing int, episodes_absent int, last_reported timestamptz, open_episode uuid, plan_version int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p.id, p.given_name, p.family_name, p.born_on, p.age_stated, p.age_stated_on, p.looked_after, p.responsible_authority, p.plan_category, p.placement, p.health, p.home_borough,
    coalesce((SELECT array_agg(DISTINCT f.code ORDER BY f.code) FROM flag f WHERE f.person_id = p.id AND f.removed_at IS NULL), '{}'),
    coalesce((SELECT array_agg(DISTINCT f.code ORDER BY f.code) FROM flag f WHERE f.person_id = p.id AND f.removed_at > p_now - interval '24 months'), '{}'),
    (SELECT count(*)::int FROM episode e WHERE e.person_id = p.id AND e.class = 'missing'), (SELECT count(*)::int FROM episode e WHERE e.person_id = p.id AND e.class = 'absent'),
    (SELECT max(e.reported_at) FROM episode e WHERE e.person_id = p.id), (SELECT e.id FROM episode e WHERE e.person_id = p.id AND e.returned_at IS NULL),
    (SELECT max(t.version) FROM trigger_plan t WHERE t.person_id = p.id AND t.ended_at IS NULL)
  FROM person p WHERE p.id = ANY (p_people)
    AND ((app_looks_for() AND (NOT p.restricted OR EXISTS (SELECT 1 FROM episode e WHERE e.person_id = p.id AND e.closed_at IS NULL)))
      OR ((person_in(p.id, app_record_boroughs()) OR p.id = ANY (app_opened_record())) AND NOT person_barred(p.id))) $$;
REVOKE ALL ON FUNCTION episode_words, missing_cards FROM PUBLIC;
GRANT EXECUTE ON FUNCTION episode_words, missing_cards TO holdfast_app, holdfast_worker;
