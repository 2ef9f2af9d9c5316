ALTER TABLE local_target_withdrawal ENABLE ROW LEVEL SECURITY;
ALTER TABLE local_target_withdrawal FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON local_target_withdrawal TO holdfast_app;
GRANT SELECT ON local_target_withdrawal TO holdfast_worker;

CREATE POLICY add ON local_target_withdrawal FOR INSERT TO holdfast_app
  WITH CHECK (((recorded_by = ( SELECT app_account() AS app_account)) AND borough_in(borough, ( SELECT app_figure_boroughs() AS app_figure_boroughs)) AND (EXISTS ( SELECT 1
   FROM local_target t
  WHERE ((t.id = local_target_withdrawal.target_id) AND (t.borough = local_target_withdrawal.borough))))));
CREATE POLICY owner_all ON local_target_withdrawal FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON local_target_withdrawal FOR SELECT TO holdfast_app, holdfast_worker
  USING (borough_in(borough, ( SELECT (app_figure_boroughs() || ARRAY['london'::text]))));

CREATE TRIGGER local_target_withdrawal_never_cut BEFORE TRUNCATE ON local_target_withdrawal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER local_target_withdrawal_never_edited BEFORE DELETE OR UPDATE ON local_target_withdrawal FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE UNIQUE INDEX local_target_withdrawal_pkey ON public.local_target_withdrawal USING btree (target_id);
