-- CreateTable
CREATE TABLE "referral_way" (
    "referral_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "their_reference" TEXT,
    "lacks" TEXT[],
    "completed_at" TIMESTAMPTZ(3),
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "referral_way_pkey" PRIMARY KEY ("referral_id")
);

-- CreateTable
CREATE TABLE "sender_word" (
    "id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "said_by" UUID NOT NULL,
    "said_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sender_word_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imported_line" (
    "borough" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "their_reference" TEXT,
    "referral_id" UUID NOT NULL,
    "imported_by" UUID NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "imported_line_pkey" PRIMARY KEY ("borough","digest")
);

-- CreateIndex
CREATE UNIQUE INDEX "sender_word_referral_id_kind_key" ON "sender_word"("referral_id", "kind");

-- CreateIndex
CREATE INDEX "imported_line_borough_sender_their_reference_idx" ON "imported_line"("borough", "sender", "their_reference");

ALTER TABLE "referral_way" ADD CONSTRAINT "referral_way_referral_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id"),
  ADD CONSTRAINT "referral_way_known" CHECK (way IN ('professional', 'public', 'pac', 'other-force'));
ALTER TABLE "sender_word" ADD CONSTRAINT "sender_word_referral_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id"),
  ADD CONSTRAINT "sender_word_known" CHECK (kind IN ('told', 'confirmed'));
ALTER TABLE "imported_line" ADD CONSTRAINT "imported_line_referral_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id");
-- The checklists that wait to be made complete.
CREATE INDEX referral_way_lacking ON referral_way (borough) WHERE completed_at IS NULL AND lacks <> '{}';

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['referral_way','sender_word','imported_line'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO holdfast_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO holdfast_app, holdfast_worker', t);
  END LOOP;
END $$;

-- Who may see the referral sees by which way it came. What it lacks is said once and made complete once: nothing else of the row changes.
CREATE POLICY see ON referral_way FOR SELECT TO holdfast_app, holdfast_worker USING (
  borough_in(borough, (SELECT app_record_boroughs())) OR referral_opened(referral_id, (SELECT app_opened_record())));
CREATE POLICY add ON referral_way FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (recorded_by = (SELECT app_account()));
CREATE POLICY change ON referral_way FOR UPDATE TO holdfast_app, holdfast_worker
  USING (borough_in(borough, (SELECT app_record_boroughs()))) WITH CHECK (borough_in(borough, (SELECT app_record_boroughs())));
GRANT UPDATE (lacks, completed_at) ON referral_way TO holdfast_app, holdfast_worker;

-- The sender's own copy, read by the sender's team alone: the borough reads the same words in the chronology, at the depth of its reader.
CREATE POLICY see ON sender_word FOR SELECT TO holdfast_app, holdfast_worker USING (
  EXISTS (SELECT 1 FROM referral r WHERE r.id = referral_id AND r.from_team_id = ANY ((SELECT app_teams())::uuid[])));
CREATE POLICY add ON sender_word FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (said_by = (SELECT app_account()) AND EXISTS (
  SELECT 1 FROM referral r WHERE r.id = referral_id
    AND (borough_in(r.borough, (SELECT app_record_boroughs())) OR r.from_team_id = ANY ((SELECT app_teams())::uuid[]))));

CREATE POLICY see ON imported_line FOR SELECT TO holdfast_app, holdfast_worker USING (borough_in(borough, (SELECT app_record_boroughs())));
CREATE POLICY add ON imported_line FOR INSERT TO holdfast_app, holdfast_worker WITH CHECK (
  imported_by = (SELECT app_account()) AND borough_in(borough, (SELECT app_record_boroughs())));

-- The children of a referral that the asker's own team made, for one purpose: what the sender confirms in writing stands on their record.
-- No page shows what it gives: after matching, a child of it may be somebody London knows.
CREATE FUNCTION children_of_own_referral(p_referral uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT rp.person_id FROM referral_person rp JOIN referral r ON r.id = rp.referral_id
  WHERE r.id = p_referral AND rp.role = 'child' AND r.from_team_id = ANY (app_teams()) $$;
REVOKE ALL ON FUNCTION children_of_own_referral FROM PUBLIC;
GRANT EXECUTE ON FUNCTION children_of_own_referral TO holdfast_app;
