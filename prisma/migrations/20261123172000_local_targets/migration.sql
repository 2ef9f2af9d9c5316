-- CreateTable
CREATE TABLE "local_target" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "value" DOUBLE PRECISION,
    "from_date" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,

    CONSTRAINT "local_target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "local_target_withdrawal" (
    "target_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,

    CONSTRAINT "local_target_withdrawal_pkey" PRIMARY KEY ("target_id")
);

-- CreateIndex
CREATE INDEX "local_target_borough_measure_from_date_idx" ON "local_target"("borough", "measure", "from_date");

-- Whoever sees a borough's figures sees what they are held against; London's own targets, whoever sees any. They stay as they were set: a figure of a
-- day before is told with the target of that day for ever.
ALTER TABLE local_target ENABLE ROW LEVEL SECURITY;
ALTER TABLE local_target FORCE ROW LEVEL SECURITY;
ALTER TABLE local_target_withdrawal ENABLE ROW LEVEL SECURITY;
ALTER TABLE local_target_withdrawal FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON local_target TO holdfast_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON local_target_withdrawal TO holdfast_owner USING (true) WITH CHECK (true);
CREATE POLICY see ON local_target FOR SELECT TO holdfast_app, holdfast_worker USING (borough_in(borough, (SELECT app_figure_boroughs() || ARRAY['london'])));
CREATE POLICY see ON local_target_withdrawal FOR SELECT TO holdfast_app, holdfast_worker USING (borough_in(borough, (SELECT app_figure_boroughs() || ARRAY['london'])));
-- London's is set by who has all of London, a borough's by who has that borough.
CREATE POLICY add ON local_target FOR INSERT TO holdfast_app WITH CHECK (recorded_by = (SELECT app_account()) AND borough_in(borough, (SELECT app_figure_boroughs())));
CREATE POLICY add ON local_target_withdrawal FOR INSERT TO holdfast_app WITH CHECK (recorded_by = (SELECT app_account()) AND borough_in(borough, (SELECT app_figure_boroughs()))
  AND EXISTS (SELECT 1 FROM local_target t WHERE t.id = target_id AND t.borough = local_target_withdrawal.borough));
GRANT SELECT ON local_target, local_target_withdrawal TO holdfast_app, holdfast_worker;
GRANT INSERT ON local_target, local_target_withdrawal TO holdfast_app;
CREATE TRIGGER local_target_never_edited BEFORE UPDATE OR DELETE ON local_target FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER local_target_never_cut BEFORE TRUNCATE ON local_target EXECUTE FUNCTION refuse_change();
CREATE TRIGGER local_target_withdrawal_never_edited BEFORE UPDATE OR DELETE ON local_target_withdrawal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER local_target_withdrawal_never_cut BEFORE TRUNCATE ON local_target_withdrawal EXECUTE FUNCTION refuse_change();
