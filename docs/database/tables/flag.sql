ALTER TABLE flag ENABLE ROW LEVEL SECURITY;
ALTER TABLE flag FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT, UPDATE ON flag TO holdfast_app;
GRANT SELECT ON flag TO holdfast_search;
GRANT INSERT, SELECT, UPDATE ON flag TO holdfast_worker;

CREATE POLICY add ON flag FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (true);
CREATE POLICY change ON flag FOR UPDATE TO holdfast_app, holdfast_worker
  USING ((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (NOT person_barred(person_id))))
  WITH CHECK (true);
CREATE POLICY owner_all ON flag FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY search_sees ON flag FOR SELECT TO holdfast_search
  USING (true);
CREATE POLICY see ON flag FOR SELECT TO holdfast_app, holdfast_worker
  USING (((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT person_barred(person_id))));

CREATE INDEX flag_exploitation ON public.flag USING btree (added_at, id) WHERE ((code = 'cse-risk'::text) AND (removed_at IS NULL));
CREATE INDEX flag_person_id_idx ON public.flag USING btree (person_id);
CREATE UNIQUE INDEX flag_pkey ON public.flag USING btree (id);
