ALTER TABLE person_reach ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_reach FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT, UPDATE ON person_reach TO holdfast_app;
GRANT SELECT ON person_reach TO holdfast_search;
GRANT INSERT, SELECT, UPDATE ON person_reach TO holdfast_worker;

CREATE POLICY add ON person_reach FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (true);
CREATE POLICY owner_all ON person_reach FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY search_sees ON person_reach FOR SELECT TO holdfast_search
  USING (true);
CREATE POLICY see ON person_reach FOR SELECT TO holdfast_app, holdfast_worker
  USING ((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))));

CREATE INDEX person_reach_borough_person_id_idx ON public.person_reach USING btree (borough, person_id);
CREATE UNIQUE INDEX person_reach_pkey ON public.person_reach USING btree (person_id, borough, why);
