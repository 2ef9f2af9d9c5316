ALTER TABLE person_name ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_name FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT, UPDATE ON person_name TO holdfast_app;
GRANT SELECT ON person_name TO holdfast_search;
GRANT INSERT, SELECT, UPDATE ON person_name TO holdfast_worker;

CREATE POLICY add ON person_name FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (true);
CREATE POLICY change ON person_name FOR UPDATE TO holdfast_app, holdfast_worker
  USING ((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (NOT person_barred(person_id))))
  WITH CHECK (true);
CREATE POLICY owner_all ON person_name FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY search_sees ON person_name FOR SELECT TO holdfast_search
  USING (true);
CREATE POLICY see ON person_name FOR SELECT TO holdfast_app, holdfast_worker
  USING (((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT person_barred(person_id))));

CREATE TRIGGER person_search_alias AFTER INSERT OR DELETE OR UPDATE ON person_name FOR EACH ROW EXECUTE FUNCTION person_alias_changed();

CREATE INDEX person_name_person_id_idx ON public.person_name USING btree (person_id);
CREATE UNIQUE INDEX person_name_pkey ON public.person_name USING btree (id);
