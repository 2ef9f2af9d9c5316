ALTER TABLE relationship ENABLE ROW LEVEL SECURITY;
ALTER TABLE relationship FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT, UPDATE ON relationship TO holdfast_app;
GRANT SELECT ON relationship TO holdfast_search;
GRANT INSERT, SELECT, UPDATE ON relationship TO holdfast_worker;

CREATE POLICY add ON relationship FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (true);
CREATE POLICY change ON relationship FOR UPDATE TO holdfast_app, holdfast_worker
  USING (((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR person_in(other_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[])) OR (other_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT any_barred(ARRAY[person_id, other_id]))))
  WITH CHECK (true);
CREATE POLICY owner_all ON relationship FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY search_sees ON relationship FOR SELECT TO holdfast_search
  USING (true);
CREATE POLICY see ON relationship FOR SELECT TO holdfast_app, holdfast_worker
  USING (((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR person_in(other_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[])) OR (other_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND ((kind ~~ 'suspect%'::text) OR (NOT any_barred(ARRAY[person_id, other_id])))));

CREATE UNIQUE INDEX relationship_open ON public.relationship USING btree (person_id, other_id, kind) WHERE (until IS NULL);
CREATE INDEX relationship_other_id_idx ON public.relationship USING btree (other_id);
CREATE INDEX relationship_person_id_idx ON public.relationship USING btree (person_id);
CREATE UNIQUE INDEX relationship_pkey ON public.relationship USING btree (id);
CREATE INDEX relationship_suspects ON public.relationship USING btree (since, id) WHERE ((kind ~~ 'suspect%'::text) AND (until IS NULL));
