ALTER TABLE local_target ENABLE ROW LEVEL SECURITY;
ALTER TABLE local_target FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON local_target TO holdfast_app;
GRANT SELECT ON local_target TO holdfast_worker;

CREATE POLICY add ON local_target FOR INSERT TO holdfast_app
  WITH CHECK (((recorded_by = ( SELECT app_account() AS app_account)) AND borough_in(borough, ( SELECT app_figure_boroughs() AS app_figure_boroughs))));
CREATE POLICY owner_all ON local_target FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON local_target FOR SELECT TO holdfast_app, holdfast_worker
  USING (borough_in(borough, ( SELECT (app_figure_boroughs() || ARRAY['london'::text]))));

CREATE TRIGGER local_target_never_cut BEFORE TRUNCATE ON local_target FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER local_target_never_edited BEFORE DELETE OR UPDATE ON local_target FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE INDEX local_target_borough_measure_from_date_idx ON public.local_target USING btree (borough, measure, from_date);
CREATE UNIQUE INDEX local_target_pkey ON public.local_target USING btree (id);
