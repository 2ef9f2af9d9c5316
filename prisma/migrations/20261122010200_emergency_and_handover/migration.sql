-- A live emergency on a referral, and what a shift leaves to the next. Neither table holds a word that anybody typed: the reference of
-- the call, why there was none and the notes of a hand-over are words of entries, read at their depth and within the bar.
CREATE TABLE "referral_emergency" (
    "referral_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "call" TEXT,
    "entry_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,
    CONSTRAINT "referral_emergency_pkey" PRIMARY KEY ("referral_id")
);
CREATE TABLE "handover" (
    "id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "offered_by" UUID NOT NULL,
    "as_role" TEXT NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "handover_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "handover_item" (
    "handover_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "held_by" UUID,
    "entry_id" UUID NOT NULL,
    "accepted_by" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    CONSTRAINT "handover_item_pkey" PRIMARY KEY ("handover_id","referral_id")
);
CREATE INDEX "handover_borough_offered_at_idx" ON "handover"("borough", "offered_at");
CREATE INDEX "handover_item_referral_id_idx" ON "handover_item"("referral_id");
ALTER TABLE "handover_item" ADD CONSTRAINT "handover_item_handover_id_fkey" FOREIGN KEY ("handover_id") REFERENCES "handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a model cannot say. One open offer of a referral at a time: two would be accepted by two people, and each believe it theirs.
CREATE UNIQUE INDEX handover_item_open ON handover_item (referral_id) WHERE accepted_at IS NULL AND ended_at IS NULL;
ALTER TABLE referral_emergency ADD CONSTRAINT referral_emergency_referral FOREIGN KEY (referral_id) REFERENCES referral (id),
  ADD CONSTRAINT referral_emergency_said CHECK (kind IN ('danger-now', 'recent-rape', 'none') AND (kind = 'none' OR call IN ('made', 'none')));
ALTER TABLE handover_item ADD CONSTRAINT handover_item_referral FOREIGN KEY (referral_id) REFERENCES referral (id),
  ADD CONSTRAINT handover_item_accepted CHECK ((accepted_by IS NULL) = (accepted_at IS NULL) AND (accepted_at IS NULL OR ended_at IS NULL));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['referral_emergency','handover','handover_item'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO holdfast_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO holdfast_app, holdfast_worker', t);
  END LOOP;
END $$;
GRANT UPDATE (kind, call, entry_id, recorded_at, recorded_by) ON referral_emergency TO holdfast_app, holdfast_worker;
-- What was offered never changes; whether and by whom it was accepted is said once.
GRANT UPDATE (accepted_by, accepted_at, ended_at) ON handover_item TO holdfast_app, holdfast_worker;

-- Seen with the referral, by whoever reads its row. Told by whoever sends a referral to any borough, and changed within the own.
CREATE POLICY see ON referral_emergency FOR SELECT TO holdfast_app, holdfast_worker USING (
  EXISTS (SELECT 1 FROM referral r WHERE r.id = referral_id AND borough_in(r.borough, (SELECT app_record_boroughs()))));
CREATE POLICY add ON referral_emergency FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (recorded_by = (SELECT app_account()));
CREATE POLICY change ON referral_emergency FOR UPDATE TO holdfast_app, holdfast_worker USING (
  EXISTS (SELECT 1 FROM referral r WHERE r.id = referral_id AND borough_in(r.borough, (SELECT app_record_boroughs()))))
  WITH CHECK (recorded_by = (SELECT app_account()));

CREATE POLICY see ON handover FOR SELECT TO holdfast_app, holdfast_worker USING (borough_in(borough, (SELECT app_record_boroughs())));
CREATE POLICY add ON handover FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (borough_in(borough, (SELECT app_record_boroughs())) AND offered_by = (SELECT app_account()));
CREATE POLICY see ON handover_item FOR SELECT TO holdfast_app, holdfast_worker USING (
  EXISTS (SELECT 1 FROM handover h WHERE h.id = handover_id AND borough_in(h.borough, (SELECT app_record_boroughs()))));
CREATE POLICY add ON handover_item FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (
  accepted_at IS NULL AND EXISTS (SELECT 1 FROM handover h WHERE h.id = handover_id AND h.offered_by = (SELECT app_account())));
-- Nobody accepts what they handed over themselves, and nobody in another's name.
CREATE POLICY change ON handover_item FOR UPDATE TO holdfast_app, holdfast_worker USING (
  accepted_at IS NULL AND ended_at IS NULL AND EXISTS (SELECT 1 FROM handover h WHERE h.id = handover_id AND borough_in(h.borough, (SELECT app_record_boroughs()))))
  WITH CHECK ((accepted_by IS NULL OR (accepted_by = (SELECT app_account())
    AND NOT EXISTS (SELECT 1 FROM handover h WHERE h.id = handover_id AND h.offered_by = (SELECT app_account())))));
