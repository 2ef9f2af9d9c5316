-- CreateTable
CREATE TABLE "measurement_withdrawal" (
    "measurement_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "borough" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID NOT NULL,

    CONSTRAINT "measurement_withdrawal_pkey" PRIMARY KEY ("measurement_id")
);

-- A figure from outside that was put on record of the wrong borough, measure or day: recording it again would leave it standing. It stays as it was
-- recorded, and stands no more from when it was taken back; a day before that is told with it for ever.
ALTER TABLE measurement_withdrawal ENABLE ROW LEVEL SECURITY;
ALTER TABLE measurement_withdrawal FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON measurement_withdrawal TO holdfast_owner USING (true) WITH CHECK (true);
CREATE POLICY see ON measurement_withdrawal FOR SELECT TO holdfast_app, holdfast_worker USING (borough_in(borough, (SELECT app_figure_boroughs())));
-- Of a figure that the writer sees, in its own borough: a stranger's would be taken back by whoever knows its id.
CREATE POLICY add ON measurement_withdrawal FOR INSERT TO holdfast_app WITH CHECK (recorded_by = (SELECT app_account()) AND borough_in(borough, (SELECT app_figure_boroughs()))
  AND EXISTS (SELECT 1 FROM measurement m WHERE m.id = measurement_id AND m.borough = measurement_withdrawal.borough));
GRANT SELECT ON measurement_withdrawal TO holdfast_app, holdfast_worker;
GRANT INSERT ON measurement_withdrawal TO holdfast_app;
CREATE TRIGGER measurement_withdrawal_never_edited BEFORE UPDATE OR DELETE ON measurement_withdrawal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER measurement_withdrawal_never_cut BEFORE TRUNCATE ON measurement_withdrawal EXECUTE FUNCTION refuse_change();
