ALTER TABLE training ENABLE ROW LEVEL SECURITY;
ALTER TABLE training FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON training TO holdfast_app;
GRANT SELECT ON training TO holdfast_worker;

CREATE POLICY add ON training FOR INSERT TO holdfast_app
  WITH CHECK ((recorded_by = ( SELECT app_account() AS app_account)));
CREATE POLICY owner_all ON training FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON training FOR SELECT TO holdfast_app, holdfast_worker
  USING (true);

ALTER TABLE training ADD CONSTRAINT training_until CHECK (((until_date IS NULL) OR (until_date >= on_date)));

CREATE TRIGGER training_never_cut BEFORE TRUNCATE ON training FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER training_never_edited BEFORE DELETE OR UPDATE ON training FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE INDEX training_account_id_idx ON public.training USING btree (account_id);
CREATE UNIQUE INDEX training_pkey ON public.training USING btree (id);
