ALTER TABLE trigger_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE trigger_plan FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON trigger_plan TO holdfast_app;
GRANT INSERT, SELECT ON trigger_plan TO holdfast_worker;

GRANT UPDATE (ended_at) ON trigger_plan TO holdfast_app;
GRANT UPDATE (ended_at) ON trigger_plan TO holdfast_worker;

CREATE POLICY add ON trigger_plan FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((made_by = ( SELECT app_account() AS app_account)) AND person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (NOT person_barred(person_id))));
CREATE POLICY change ON trigger_plan FOR UPDATE TO holdfast_app, holdfast_worker
  USING ((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (NOT person_barred(person_id))))
  WITH CHECK (true);
CREATE POLICY owner_all ON trigger_plan FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON trigger_plan FOR SELECT TO holdfast_app, holdfast_worker
  USING ((( SELECT app_looks_for() AS app_looks_for) OR ((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT person_barred(person_id)))));

ALTER TABLE trigger_plan ADD CONSTRAINT trigger_plan_how CHECK ((how = ANY (ARRAY['made'::text, 'changed'::text, 'reviewed'::text])));

CREATE TRIGGER trigger_plan_never_cut BEFORE TRUNCATE ON trigger_plan FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER trigger_plan_never_edited BEFORE DELETE OR UPDATE ON trigger_plan FOR EACH ROW WHEN (NOT identity_moving()) EXECUTE FUNCTION trigger_plan_guard();

CREATE UNIQUE INDEX trigger_plan_person_id_version_key ON public.trigger_plan USING btree (person_id, version);
CREATE UNIQUE INDEX trigger_plan_pkey ON public.trigger_plan USING btree (id);
