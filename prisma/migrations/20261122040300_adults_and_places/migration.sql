-- CreateTable
CREATE TABLE "person_identifier" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "borough" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "entry_id" UUID NOT NULL,

    CONSTRAINT "person_identifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "line" TEXT,
    "postcode" TEXT,
    "borough" TEXT NOT NULL,
    "concern" BOOLEAN NOT NULL,
    "makesafe" BOOLEAN NOT NULL,
    "owner_contact" TEXT,
    "telephone" TEXT,
    "leaflet_on" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place_link" (
    "id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "episode_id" UUID,
    "why" TEXT NOT NULL,
    "borough" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "place_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place_event" (
    "id" UUID NOT NULL,
    "place_id" UUID,
    "adult_id" UUID,
    "borough" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "result" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "people" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "place_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "makesafe_call" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "borough" TEXT NOT NULL,
    "place_id" UUID,
    "premises" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "channel" TEXT NOT NULL,
    "quoted" BOOLEAN,
    "tag" TEXT NOT NULL,
    "tagged_at" TIMESTAMPTZ(3) NOT NULL,
    "tagged_by" UUID NOT NULL,
    "referral_id" UUID,
    "deployed" BOOLEAN,
    "deployed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "outcome_at" TIMESTAMPTZ(3),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "makesafe_call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place_note" (
    "id" UUID NOT NULL,
    "place_id" UUID,
    "call_id" UUID,
    "of_id" UUID,
    "person_id" UUID,
    "borough" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "place_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "warning_notice" (
    "id" UUID NOT NULL,
    "adult_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "note_read" BOOLEAN NOT NULL DEFAULT false,
    "care_ends_on" DATE,
    "served_at" TIMESTAMPTZ(3) NOT NULL,
    "served_by" TEXT NOT NULL,
    "served_rank" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "conditions" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_why" TEXT,
    "ended_by" UUID,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "warning_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_breach" (
    "id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "what" TEXT NOT NULL,
    "done" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,
    "entry_id" UUID NOT NULL,

    CONSTRAINT "notice_breach_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "person_identifier_person_id_idx" ON "person_identifier"("person_id");

-- CreateIndex
CREATE INDEX "person_identifier_kind_folded_idx" ON "person_identifier"("kind", "folded");

-- CreateIndex
CREATE UNIQUE INDEX "place_reference_key" ON "place"("reference");

-- CreateIndex
CREATE INDEX "place_borough_idx" ON "place"("borough");

-- CreateIndex
CREATE INDEX "place_postcode_idx" ON "place"("postcode");

-- CreateIndex
CREATE INDEX "place_link_place_id_idx" ON "place_link"("place_id");

-- CreateIndex
CREATE INDEX "place_link_person_id_idx" ON "place_link"("person_id");

-- CreateIndex
CREATE INDEX "place_event_place_id_idx" ON "place_event"("place_id");

-- CreateIndex
CREATE INDEX "place_event_adult_id_idx" ON "place_event"("adult_id");

-- CreateIndex
CREATE UNIQUE INDEX "makesafe_call_reference_key" ON "makesafe_call"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "makesafe_call_referral_id_key" ON "makesafe_call"("referral_id");

-- CreateIndex
CREATE INDEX "makesafe_call_borough_received_at_idx" ON "makesafe_call"("borough", "received_at");

-- CreateIndex
CREATE INDEX "makesafe_call_place_id_received_at_idx" ON "makesafe_call"("place_id", "received_at");

-- CreateIndex
CREATE INDEX "place_note_place_id_idx" ON "place_note"("place_id");

-- CreateIndex
CREATE INDEX "place_note_call_id_idx" ON "place_note"("call_id");

-- CreateIndex
CREATE INDEX "place_note_of_id_idx" ON "place_note"("of_id");

-- CreateIndex
CREATE INDEX "warning_notice_adult_id_idx" ON "warning_notice"("adult_id");

-- CreateIndex
CREATE INDEX "warning_notice_child_id_idx" ON "warning_notice"("child_id");

-- CreateIndex
CREATE INDEX "notice_breach_notice_id_idx" ON "notice_breach"("notice_id");

-- Closed words.
ALTER TABLE warning_notice ADD CONSTRAINT warning_notice_ground CHECK (ground IN ('under-16', 'care-order', 'emergency-protection-order', 'police-protection', 'accommodated-s20')),
  ADD CONSTRAINT warning_notice_note CHECK (ground <> 'accommodated-s20' OR note_read),
  ADD CONSTRAINT warning_notice_two CHECK (adult_id <> child_id),
  ADD CONSTRAINT warning_notice_ended CHECK ((ended_at IS NULL) = (ended_why IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL));
ALTER TABLE person_identifier ADD CONSTRAINT person_identifier_kind CHECK (kind IN ('telephone', 'vehicle', 'online-name', 'e-mail'));
ALTER TABLE place ADD CONSTRAINT place_kind CHECK (kind IN ('hotel', 'takeaway', 'park', 'address', 'online', 'transport', 'licensed-premises', 'mini-cab', 'other')),
  ADD CONSTRAINT place_why CHECK (concern OR makesafe);
ALTER TABLE place_link ADD CONSTRAINT place_link_part CHECK (part IN ('child', 'adult', 'episode')), ADD CONSTRAINT place_link_episode CHECK ((part = 'episode') = (episode_id IS NOT NULL));
ALTER TABLE place_event ADD CONSTRAINT place_event_kind CHECK (kind IN ('tactic', 'training')), ADD CONSTRAINT place_event_of CHECK (place_id IS NOT NULL OR adult_id IS NOT NULL);
ALTER TABLE makesafe_call ADD CONSTRAINT makesafe_call_channel CHECK (channel IN ('101', '999')), ADD CONSTRAINT makesafe_call_tag CHECK (tag = 'makesafe'),
  ADD CONSTRAINT makesafe_call_from CHECK (place_id IS NOT NULL OR premises IS NOT NULL);
-- One notice at a time to one adult about one child; one link of a kind; one and the same telephone of a person once.
CREATE UNIQUE INDEX warning_notice_open ON warning_notice (adult_id, child_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX place_link_open ON place_link (place_id, person_id, part, coalesce(episode_id, '00000000-0000-0000-0000-000000000000'::uuid)) WHERE until IS NULL;
CREATE UNIQUE INDEX person_identifier_open ON person_identifier (person_id, kind, folded) WHERE ended_at IS NULL;
-- The worklist of children at risk from one person: what is owed, soonest due first; and the ties that nothing was done about.
CREATE INDEX deadline_open_others ON deadline (due_at, id) WHERE alert IN ('wider-risk-unassessed', 'linked-child-unassessed', 'household-child-unassessed') AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL;
CREATE INDEX relationship_suspects ON relationship (since, id) WHERE kind LIKE 'suspect%' AND until IS NULL;
CREATE INDEX referral_by_telephone ON referral (borough, received_at) WHERE channel = 'telephone';

-- ---------------------------------------------------------------------------------------------------------------------
-- The walls. That a place, a link, a tactic or a call is known is the index; the words, a telephone, a notice are of the record.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['warning_notice', 'notice_breach', 'person_identifier', 'place', 'place_link', 'place_event', 'makesafe_call', 'place_note'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO holdfast_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO holdfast_app, holdfast_worker', t);
  END LOOP;
END $$;
GRANT UPDATE (ended_at, ended_why, ended_by) ON warning_notice TO holdfast_app, holdfast_worker;
GRANT UPDATE (ended_at) ON person_identifier TO holdfast_app, holdfast_worker;
GRANT UPDATE (kind, name, line, postcode, concern, makesafe, owner_contact, telephone, leaflet_on, changed_at, version, closed_at) ON place TO holdfast_app, holdfast_worker;
GRANT UPDATE (until) ON place_link TO holdfast_app, holdfast_worker;
GRANT UPDATE (deployed, deployed_at, outcome, outcome_at) ON makesafe_call TO holdfast_app, holdfast_worker;

CREATE FUNCTION record_open(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT (person_in(p, app_record_boroughs()) OR p = ANY (app_opened_record())) AND NOT person_barred(p) $$;
-- Known to exist to whoever asks: also of a restricted person that there is one, who is then shown masked.
CREATE FUNCTION index_open(p uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT app_account() IS NOT NULL AND (person_in(p, app_index_boroughs()) OR p = ANY (app_opened_record())) $$;
REVOKE ALL ON FUNCTION record_open, index_open FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record_open, index_open TO holdfast_app, holdfast_worker;

CREATE POLICY see ON warning_notice FOR SELECT TO holdfast_app, holdfast_worker USING (
  (record_open(adult_id) OR record_open(child_id)) AND NOT any_barred(ARRAY[adult_id, child_id]));
CREATE POLICY add ON warning_notice FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (recorded_by = (SELECT app_account())
  AND person_in(child_id, (SELECT app_record_boroughs())) AND NOT any_barred(ARRAY[adult_id, child_id]));
CREATE POLICY change ON warning_notice FOR UPDATE TO holdfast_app, holdfast_worker USING (
  (person_in(adult_id, (SELECT app_record_boroughs())) OR person_in(child_id, (SELECT app_record_boroughs()))) AND NOT any_barred(ARRAY[adult_id, child_id])) WITH CHECK (ended_by = (SELECT app_account()));
CREATE POLICY see ON notice_breach FOR SELECT TO holdfast_app, holdfast_worker USING (EXISTS (SELECT 1 FROM warning_notice n WHERE n.id = notice_id));
CREATE POLICY add ON notice_breach FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (recorded_by = (SELECT app_account()) AND EXISTS (SELECT 1 FROM warning_notice n WHERE n.id = notice_id));

CREATE POLICY see ON person_identifier FOR SELECT TO holdfast_app, holdfast_worker USING (record_open(person_id));
CREATE POLICY add ON person_identifier FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (recorded_by = (SELECT app_account()) AND record_open(person_id));
CREATE POLICY change ON person_identifier FOR UPDATE TO holdfast_app, holdfast_worker USING (person_in(person_id, (SELECT app_record_boroughs())) AND NOT person_barred(person_id)) WITH CHECK (true);

CREATE POLICY see ON place FOR SELECT TO holdfast_app, holdfast_worker USING (borough_in(borough, (SELECT app_index_boroughs())));
CREATE POLICY add ON place FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (recorded_by = (SELECT app_account()) AND borough_in(borough, (SELECT app_index_boroughs())));
CREATE POLICY change ON place FOR UPDATE TO holdfast_app, holdfast_worker USING (borough_in(borough, (SELECT app_record_boroughs()))) WITH CHECK (borough_in(borough, (SELECT app_record_boroughs())));
CREATE POLICY see ON place_link FOR SELECT TO holdfast_app, holdfast_worker USING (
  index_open(person_id) AND EXISTS (SELECT 1 FROM place p WHERE p.id = place_id) AND (part <> 'episode' OR NOT person_barred(person_id)));
CREATE POLICY add ON place_link FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (recorded_by = (SELECT app_account()) AND record_open(person_id));
CREATE POLICY change ON place_link FOR UPDATE TO holdfast_app, holdfast_worker USING (record_open(person_id)) WITH CHECK (true);
-- A tactic against a person is of that person's record; one against premises is known as the premises are.
CREATE POLICY see ON place_event FOR SELECT TO holdfast_app, holdfast_worker USING (
  (adult_id IS NULL OR record_open(adult_id)) AND (place_id IS NULL OR EXISTS (SELECT 1 FROM place p WHERE p.id = place_id)));
CREATE POLICY add ON place_event FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (recorded_by = (SELECT app_account())
  AND (adult_id IS NULL OR record_open(adult_id)) AND borough_in(borough, (SELECT app_record_boroughs())));
CREATE POLICY see ON makesafe_call FOR SELECT TO holdfast_app, holdfast_worker USING (borough_in(borough, (SELECT app_index_boroughs())));
CREATE POLICY add ON makesafe_call FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (recorded_by = (SELECT app_account()) AND borough_in(borough, (SELECT app_index_boroughs())));
CREATE POLICY change ON makesafe_call FOR UPDATE TO holdfast_app, holdfast_worker USING (borough_in(borough, (SELECT app_index_boroughs()))) WITH CHECK (true);
CREATE POLICY see ON place_note FOR SELECT TO holdfast_app, holdfast_worker USING (
  by = (SELECT app_account()) AND (person_id IS NULL OR NOT person_barred(person_id))
  OR CASE WHEN person_id IS NULL THEN borough_in(borough, (SELECT app_record_boroughs())) ELSE record_open(person_id) END);
CREATE POLICY add ON place_note FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (by = (SELECT app_account()));

-- ---------------------------------------------------------------------------------------------------------------------
-- What is known to exist, across London: that a notice stands, who is linked with whom and where. No words.
CREATE FUNCTION notices_of(p_people uuid[]) RETURNS TABLE (id uuid, adult_id uuid, child_id uuid, borough text, ground text, served_at timestamptz, care_ends_on date, child_born date, ended_at timestamptz, breaches int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT n.id, n.adult_id, n.child_id, n.borough, n.ground, n.served_at, n.care_ends_on, CASE WHEN person_barred(n.child_id) THEN NULL ELSE c.born_on END, n.ended_at,
    (SELECT count(*)::int FROM notice_breach b WHERE b.notice_id = n.id)
  FROM warning_notice n JOIN person c ON c.id = n.child_id
  WHERE ((n.adult_id = ANY (p_people) AND index_open(n.adult_id) AND NOT person_barred(n.adult_id)) OR (n.child_id = ANY (p_people) AND index_open(n.child_id) AND NOT person_barred(n.child_id)))
    AND index_open(n.adult_id) AND index_open(n.child_id)
  ORDER BY n.served_at DESC, n.id LIMIT 200 $$;

-- One step around people and places. Nothing is told around a restricted person, and nobody beyond the reach of who asks is an end of it.
CREATE FUNCTION concern_edges(p_people uuid[], p_places uuid[]) RETURNS TABLE (person_id uuid, other_id uuid, place_id uuid, as_what text, borough text, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT * FROM (
    SELECT r.person_id, r.other_id, NULL::uuid AS place_id, r.kind AS as_what, (SELECT home_borough FROM person c WHERE c.id = r.other_id AND NOT person_barred(c.id)) AS borough, r.since
    FROM relationship r
    WHERE (r.person_id = ANY (p_people) OR r.other_id = ANY (p_people)) AND r.kind LIKE 'suspect%' AND r.until IS NULL
      AND ((r.person_id = ANY (p_people) AND NOT person_barred(r.person_id)) OR (r.other_id = ANY (p_people) AND NOT person_barred(r.other_id)))
      AND index_open(r.person_id) AND index_open(r.other_id)
    UNION ALL
    SELECT n.adult_id, n.child_id, NULL, 'notice', n.borough, n.served_at FROM warning_notice n
    WHERE (n.adult_id = ANY (p_people) OR n.child_id = ANY (p_people)) AND n.ended_at IS NULL
      AND ((n.adult_id = ANY (p_people) AND NOT person_barred(n.adult_id)) OR (n.child_id = ANY (p_people) AND NOT person_barred(n.child_id)))
      AND index_open(n.adult_id) AND index_open(n.child_id)
    UNION ALL
    SELECT l.person_id, NULL, l.place_id, l.why, p.borough, l.since FROM place_link l JOIN place p ON p.id = l.place_id
    WHERE (l.place_id = ANY (p_places) OR (l.person_id = ANY (p_people) AND NOT person_barred(l.person_id))) AND l.until IS NULL AND l.part <> 'episode'
      AND borough_in(p.borough, app_index_boroughs()) AND index_open(l.person_id)
    UNION ALL
    SELECT a.person_id, b.person_id, NULL, 'same ' || a.kind, b.borough, greatest(a.recorded_at, b.recorded_at) FROM person_identifier a
      JOIN person_identifier b ON b.kind = a.kind AND b.folded = a.folded AND b.person_id <> a.person_id AND b.ended_at IS NULL
    WHERE a.person_id = ANY (p_people) AND a.ended_at IS NULL AND NOT person_barred(a.person_id) AND index_open(a.person_id) AND index_open(b.person_id)
  ) e ORDER BY e.since, e.person_id, e.other_id, e.place_id LIMIT 400 $$;

-- Where else: boroughs in which this adult, a telephone or a vehicle of theirs, or a place of theirs is known, kind by kind.
CREATE FUNCTION known_boroughs(p_person uuid) RETURNS TABLE (what text, borough text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT x.what, x.borough FROM (
    SELECT 'person' AS what, r.borough FROM person_reach r WHERE r.person_id = p_person
    UNION ALL SELECT 'person', c.home_borough FROM relationship r JOIN person c ON c.id = r.other_id WHERE r.person_id = p_person AND r.kind LIKE 'suspect%' AND r.until IS NULL
    UNION ALL SELECT b.kind, b.borough FROM person_identifier a JOIN person_identifier b ON b.kind = a.kind AND b.folded = a.folded AND b.ended_at IS NULL WHERE a.person_id = p_person AND a.ended_at IS NULL
    UNION ALL SELECT 'place', p.borough FROM place_link l JOIN place p ON p.id = l.place_id WHERE l.person_id = p_person AND l.until IS NULL
    UNION ALL SELECT 'place', m.borough FROM place_link l JOIN place_link m ON m.place_id = l.place_id AND m.until IS NULL WHERE l.person_id = p_person AND l.until IS NULL
  ) x WHERE x.borough IS NOT NULL AND index_open(p_person) AND NOT person_barred(p_person) ORDER BY 1, 2 $$;

-- Steps against an adult that stand on the records of children whom the asker reads: what and when, and what came of it.
CREATE FUNCTION suspect_steps(p_adult uuid) RETURNS TABLE (entry_id uuid, child_id uuid, kind text, heading text, action text, result text, at timestamptz, borough text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT e.id, s.person_id, e.kind, e.heading, coalesce(p.body->>'action', p.body->>'option', p.body->>'kind'), p.body->>'result', e.occurred_at, e.ledger
  FROM (SELECT DISTINCT r.other_id FROM relationship r WHERE r.person_id = p_adult AND r.kind LIKE 'suspect%') c
    JOIN entry_subject s ON s.person_id = c.other_id JOIN entry e ON e.id = s.entry_id JOIN entry_payload p ON p.entry_id = e.id
  WHERE s.kind IN ('suspect-action', 'warrant-executed', 'bail-set', 'disposal-given', 'option-considered', 'notice-breached', 'notice-ended', 'intervention-recorded')
    AND (p.body->'suspect_ids' ? p_adult::text OR p.body->>'suspect' = p_adult::text OR p.body->>'adult_id' = p_adult::text)
    AND record_open(s.person_id) AND record_open(p_adult) AND NOT entry_barred(e.id)
  ORDER BY e.occurred_at DESC, e.id LIMIT 100 $$;

-- Other children at risk from the same person: what is owed about each, soonest due first, with the adults it is about. No words.
CREATE FUNCTION others_at_risk(p_borough text, p_at timestamptz, p_id uuid, p_most int) RETURNS TABLE (id uuid, child_id uuid, alert text, item text, borough text, starts_at timestamptz, due_at timestamptz, day_end boolean, adults uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT d.id, d.child_id, d.alert, d.item_id, d.borough, d.starts_at, d.due_at, d.day_end, a.adults
  FROM deadline d CROSS JOIN LATERAL (
    SELECT array_agg(DISTINCT x.adult) AS adults FROM (
      SELECT r.person_id AS adult FROM relationship r WHERE r.other_id = d.child_id AND r.kind LIKE 'suspect%' AND r.until IS NULL
        AND (d.alert <> 'wider-risk-unassessed' OR d.item_id IS NULL OR r.person_id::text = d.item_id)
      UNION SELECT o.suspect_id FROM other_child o WHERE o.other_id = d.child_id AND o.suspect_id IS NOT NULL
      UNION SELECT r.person_id FROM other_child o JOIN relationship r ON r.other_id = o.child_id AND r.kind LIKE 'suspect%' AND r.until IS NULL
        WHERE o.other_id = d.child_id AND o.suspect_id IS NULL AND o.assessed_at IS NULL AND d.alert <> 'wider-risk-unassessed') x WHERE index_open(x.adult)) a
  WHERE d.alert IN ('wider-risk-unassessed', 'linked-child-unassessed', 'household-child-unassessed') AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL
    -- The same child is owed it on two records: its own is the one to work from.
    AND (d.alert <> 'linked-child-unassessed' OR d.item_id IS NULL OR d.item_id = d.child_id::text)
    AND (d.due_at, d.id) > (p_at, p_id) AND borough_in(d.borough, app_index_boroughs()) AND (p_borough IS NULL OR d.borough = p_borough)
    AND a.adults IS NOT NULL AND index_open(d.child_id)
  ORDER BY d.due_at, d.id LIMIT p_most $$;
-- Ties of which nothing shows that anybody looked further since, and for which no clock runs.
CREATE FUNCTION unlooked_ties(p_borough text, p_since timestamptz, p_id uuid, p_most int) RETURNS TABLE (id uuid, adult_id uuid, child_id uuid, borough text, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT r.id, r.person_id, r.other_id, coalesce(c.home_borough, 'london'), r.since FROM relationship r JOIN person c ON c.id = r.other_id
  WHERE r.kind LIKE 'suspect%' AND r.until IS NULL AND (r.since, r.id) > (p_since, p_id) AND c.matched_to IS NULL
    AND (p_borough IS NULL OR c.home_borough = p_borough) AND index_open(r.other_id) AND index_open(r.person_id)
    AND NOT EXISTS (SELECT 1 FROM entry_subject s WHERE s.person_id = r.other_id AND s.kind = 'wider-risk-check' AND s.occurred_at >= r.since)
    AND NOT EXISTS (SELECT 1 FROM deadline d WHERE d.child_id = r.other_id AND d.alert IN ('wider-risk-unassessed', 'linked-child-unassessed', 'household-child-unassessed')
      AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL)
  ORDER BY r.since, r.id LIMIT p_most $$;

-- Calls that quote Makesafe, come from registered premises, or are owed the tag, and have none. Of the records that the asker reads.
CREATE FUNCTION untagged_calls(p_since timestamptz, p_most int) RETURNS TABLE (referral_id uuid, reference text, borough text, received_at timestamptz, from_words text, quoted boolean, place_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT r.id, r.reference, r.borough, r.received_at, r.from_words, r.narrative ~* 'make[ -]?safe' OR r.from_words ~* 'make[ -]?safe', p.id
  FROM referral r LEFT JOIN LATERAL (
    SELECT p.id FROM place p WHERE p.makesafe AND p.closed_at IS NULL AND p.borough = r.borough AND length(p.name) > 3
      AND position(lower(p.name) IN lower(concat_ws(' ', r.from_words, r.referrer_name, r.referrer_contact))) > 0 ORDER BY p.id LIMIT 1) p ON true
  WHERE r.channel = 'telephone' AND r.received_at >= p_since AND borough_in(r.borough, app_record_boroughs()) AND r.became_referral_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM makesafe_call m WHERE m.referral_id = r.id) AND NOT referral_barred(r.id)
    AND (p.id IS NOT NULL OR r.narrative ~* 'make[ -]?safe' OR r.from_words ~* 'make[ -]?safe'
      OR EXISTS (SELECT 1 FROM deadline d WHERE d.referral_id = r.id AND d.alert = 'call-untagged' AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL))
  ORDER BY r.received_at DESC, r.id LIMIT p_most $$;
-- Which entry of the chronology told of the call: what a tag given later names.
CREATE FUNCTION call_entry(p_referral uuid) RETURNS TABLE (id uuid, subject_ids uuid[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT e.id, e.subject_ids FROM entry e JOIN referral r ON r.id = e.referral_id
  WHERE e.referral_id = p_referral AND e.kind IN ('contact-received', 'referral-made') AND borough_in(r.borough, app_record_boroughs()) AND NOT referral_barred(r.id)
  ORDER BY e.occurred_at, e.id LIMIT 1 $$;
REVOKE ALL ON FUNCTION notices_of, concern_edges, known_boroughs, suspect_steps, others_at_risk, unlooked_ties, untagged_calls, call_entry FROM PUBLIC;
GRANT EXECUTE ON FUNCTION notices_of, concern_edges, known_boroughs, suspect_steps, others_at_risk, unlooked_ties, untagged_calls, call_entry TO holdfast_app, holdfast_worker;

-- ---------------------------------------------------------------------------------------------------------------------
-- Never edited: ended, answered, changed by a new version; words go only with a redaction of the entry that they stand on.
CREATE FUNCTION concern_guard() RETURNS trigger LANGUAGE plpgsql AS $$
-- Arguments: what may be filled in or change, '|', the columns of words.
DECLARE cut int := array_position(TG_ARGV, '|'); may text[]; words text[];
BEGIN
  may := TG_ARGV[0:cut - 1]; words := TG_ARGV[cut + 1:];
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION '% is never deleted', TG_TABLE_NAME; END IF;
  IF (to_jsonb(NEW) - words) = (to_jsonb(OLD) - words) AND NOT EXISTS (SELECT 1 FROM jsonb_each_text(to_jsonb(NEW)) AS w WHERE w.key = ANY (words) AND coalesce(w.value, '') <> '')
     AND EXISTS (SELECT 1 FROM entry a WHERE a.kind = 'words-redacted' AND a.corrects = (to_jsonb(NEW)->>'entry_id')::uuid) THEN RETURN NEW; END IF;
  IF (to_jsonb(NEW) - may) IS DISTINCT FROM (to_jsonb(OLD) - may) THEN RAISE EXCEPTION '% is never edited', TG_TABLE_NAME; END IF;
  IF EXISTS (SELECT 1 FROM unnest(may) AS c WHERE to_jsonb(OLD)->>c IS NOT NULL AND to_jsonb(NEW)->>c IS DISTINCT FROM to_jsonb(OLD)->>c)
  THEN RAISE EXCEPTION '% is filled in once', TG_TABLE_NAME; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER warning_notice_guard BEFORE UPDATE OR DELETE ON warning_notice FOR EACH ROW EXECUTE FUNCTION concern_guard('ended_at', 'ended_why', 'ended_by', '|', 'place', 'conditions', 'ended_why');
CREATE TRIGGER notice_breach_guard BEFORE UPDATE OR DELETE ON notice_breach FOR EACH ROW EXECUTE FUNCTION concern_guard('|', 'what', 'done');
CREATE TRIGGER person_identifier_guard BEFORE UPDATE OR DELETE ON person_identifier FOR EACH ROW EXECUTE FUNCTION concern_guard('ended_at', '|', 'value', 'folded');
CREATE TRIGGER place_link_guard BEFORE UPDATE OR DELETE ON place_link FOR EACH ROW EXECUTE FUNCTION concern_guard('until', '|');
CREATE TRIGGER place_event_guard BEFORE UPDATE OR DELETE ON place_event FOR EACH ROW EXECUTE FUNCTION concern_guard('|');
CREATE TRIGGER makesafe_call_guard BEFORE UPDATE OR DELETE ON makesafe_call FOR EACH ROW EXECUTE FUNCTION concern_guard('deployed', 'deployed_at', 'outcome', 'outcome_at', '|');
CREATE TRIGGER place_note_guard BEFORE UPDATE OR DELETE ON place_note FOR EACH ROW EXECUTE FUNCTION concern_guard('|', 'words');
CREATE FUNCTION place_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a place is never deleted'; END IF;
  IF (OLD.id, OLD.reference, OLD.borough, OLD.recorded_at, OLD.recorded_by) IS DISTINCT FROM (NEW.id, NEW.reference, NEW.borough, NEW.recorded_at, NEW.recorded_by)
     OR NEW.version <> OLD.version + 1 THEN RAISE EXCEPTION 'a place is changed version by version, and what it is never'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER place_guard BEFORE UPDATE OR DELETE ON place FOR EACH ROW EXECUTE FUNCTION place_guard();
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['warning_notice', 'notice_breach', 'person_identifier', 'place', 'place_link', 'place_event', 'makesafe_call', 'place_note'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', t || '_never_cut', t);
  END LOOP;
END $$;
-- What was written down beside an entry goes with its words.
CREATE FUNCTION redact_beside() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE warning_notice SET place = '', conditions = '', ended_why = CASE WHEN ended_why IS NULL THEN NULL ELSE '' END WHERE entry_id = NEW.entry_id;
  UPDATE notice_breach SET what = '', done = '' WHERE entry_id = NEW.entry_id;
  UPDATE person_identifier SET value = '', folded = '' WHERE entry_id = NEW.entry_id;
  UPDATE place_note SET words = '' WHERE entry_id = NEW.entry_id;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION redact_beside FROM PUBLIC;
CREATE TRIGGER entry_payload_redacted_beside AFTER UPDATE OF redacted_at ON entry_payload FOR EACH ROW WHEN (OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL) EXECUTE FUNCTION redact_beside();
