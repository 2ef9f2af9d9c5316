ALTER TABLE measurement_withdrawal ENABLE ROW LEVEL SECURITY;
ALTER TABLE measurement_withdrawal FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON measurement_withdrawal TO holdfast_app;
GRANT SELECT ON measurement_withdrawal TO holdfast_worker;

CREATE POLICY add ON measurement_withdrawal FOR INSERT TO holdfast_app
  WITH CHECK (((recorded_by = ( SELECT app_account() AS app_account)) AND borough_in(borough, ( SELECT app_figure_boroughs() AS app_figure_boroughs)) AND (EXISTS ( SELECT 1
   FROM measurement m
  WHERE ((m.id = measurement_withdrawal.measurement_id) AND (m.borough = measurement_withdrawal.borough))))));
CREATE POLICY owner_all ON measurement_withdrawal FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON measurement_withdrawal FOR SELECT TO holdfast_app, holdfast_worker
  USING (borough_in(borough, ( SELECT app_figure_boroughs() AS app_figure_boroughs)));

CREATE TRIGGER measurement_withdrawal_never_cut BEFORE TRUNCATE ON measurement_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER measurement_withdrawal_never_edited BEFORE DELETE OR UPDATE ON measurement_withdrawal FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE UNIQUE INDEX measurement_withdrawal_pkey ON public.measurement_withdrawal USING btree (measurement_id);
