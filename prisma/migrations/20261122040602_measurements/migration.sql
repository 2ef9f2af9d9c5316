-- CreateTable
CREATE TABLE "measurement" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "target" DOUBLE PRECISION,
    "oldest_days" INTEGER,
    "staff" INTEGER,
    "measured_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,

    CONSTRAINT "measurement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "measurement_borough_metric_measured_at_idx" ON "measurement"("borough", "metric", "measured_at");

-- Figures from outside: about no child, so seen with the figures of the borough; recorded once, corrected by recording again.
ALTER TABLE measurement ENABLE ROW LEVEL SECURITY;
ALTER TABLE measurement FORCE ROW LEVEL SECURITY;
ALTER TABLE measurement ADD CONSTRAINT measurement_value CHECK (value >= 0 AND value < 1e9 AND (target IS NULL OR (target >= 0 AND target < 1e9)) AND (staff IS NULL OR staff > 0) AND (oldest_days IS NULL OR oldest_days >= 0));
CREATE POLICY owner_all ON measurement TO holdfast_owner USING (true) WITH CHECK (true);
CREATE POLICY see ON measurement FOR SELECT TO holdfast_app, holdfast_worker USING (borough_in(borough, (SELECT app_figure_boroughs())));
CREATE POLICY add ON measurement FOR INSERT TO holdfast_app WITH CHECK (recorded_by = (SELECT app_account()) AND borough_in(borough, (SELECT app_figure_boroughs())));
GRANT SELECT ON measurement TO holdfast_app, holdfast_worker;
GRANT INSERT ON measurement TO holdfast_app;
CREATE TRIGGER measurement_never_edited BEFORE UPDATE OR DELETE ON measurement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER measurement_never_cut BEFORE TRUNCATE ON measurement EXECUTE FUNCTION refuse_change();
