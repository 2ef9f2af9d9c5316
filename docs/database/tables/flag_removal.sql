ALTER TABLE flag_removal ENABLE ROW LEVEL SECURITY;
ALTER TABLE flag_removal FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON flag_removal TO holdfast_app;
GRANT SELECT ON flag_removal TO holdfast_worker;

GRANT UPDATE (outcome, settled_at, settled_by) ON flag_removal TO holdfast_app;

CREATE POLICY add ON flag_removal FOR INSERT TO holdfast_app
  WITH CHECK (((asked_by = ( SELECT app_account() AS app_account)) AND person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (NOT person_barred(person_id))));
CREATE POLICY change ON flag_removal FOR UPDATE TO holdfast_app
  USING ((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (NOT person_barred(person_id))))
  WITH CHECK ((settled_by = ( SELECT app_account() AS app_account)));
CREATE POLICY owner_all ON flag_removal FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON flag_removal FOR SELECT TO holdfast_app, holdfast_worker
  USING (((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT person_barred(person_id))));

ALTER TABLE flag_removal ADD CONSTRAINT flag_removal_by_another CHECK (((outcome <> 'removed'::text) OR (settled_by <> asked_by)));
ALTER TABLE flag_removal ADD CONSTRAINT flag_removal_outcome CHECK ((((outcome IS NULL) OR (outcome = ANY (ARRAY['removed'::text, 'kept'::text]))) AND ((outcome IS NULL) = (settled_at IS NULL)) AND ((outcome IS NULL) = (settled_by IS NULL))));

CREATE TRIGGER flag_removal_never_cut BEFORE TRUNCATE ON flag_removal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER flag_removal_stands BEFORE DELETE OR UPDATE ON flag_removal FOR EACH ROW EXECUTE FUNCTION exploitation_guard('outcome', 'settled_at', 'settled_by');

CREATE UNIQUE INDEX flag_removal_open ON public.flag_removal USING btree (flag_id) WHERE (outcome IS NULL);
CREATE INDEX flag_removal_person_id_idx ON public.flag_removal USING btree (person_id);
CREATE UNIQUE INDEX flag_removal_pkey ON public.flag_removal USING btree (id);
CREATE INDEX flag_removal_waiting ON public.flag_removal USING btree (borough, answer_by, id) WHERE (outcome IS NULL);
