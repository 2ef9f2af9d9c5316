ALTER TABLE measurement ENABLE ROW LEVEL SECURITY;
ALTER TABLE measurement FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON measurement TO holdfast_app;
GRANT SELECT ON measurement TO holdfast_worker;

CREATE POLICY add ON measurement FOR INSERT TO holdfast_app
  WITH CHECK (((recorded_by = ( SELECT app_account() AS app_account)) AND borough_in(borough, ( SELECT app_figure_boroughs() AS app_figure_boroughs))));
CREATE POLICY owner_all ON measurement FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON measurement FOR SELECT TO holdfast_app, holdfast_worker
  USING (borough_in(borough, ( SELECT app_figure_boroughs() AS app_figure_boroughs)));

ALTER TABLE measurement ADD CONSTRAINT measurement_value CHECK (((value >= (0)::double precision) AND (value < ('1000000000'::numeric)::double precision) AND ((target IS NULL) OR ((target >= (0)::double precision) AND (target < ('1000000000'::numeric)::double precision))) AND ((staff IS NULL) OR (staff > 0)) AND ((oldest_days IS NULL) OR (oldest_days >= 0))));

CREATE TRIGGER measurement_never_cut BEFORE TRUNCATE ON measurement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER measurement_never_edited BEFORE DELETE OR UPDATE ON measurement FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE INDEX measurement_borough_metric_measured_at_idx ON public.measurement USING btree (borough, metric, measured_at);
CREATE UNIQUE INDEX measurement_pkey ON public.measurement USING btree (id);
