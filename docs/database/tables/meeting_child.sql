ALTER TABLE meeting_child ENABLE ROW LEVEL SECURITY;
ALTER TABLE meeting_child FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT, UPDATE ON meeting_child TO holdfast_app;
GRANT INSERT, SELECT, UPDATE ON meeting_child TO holdfast_worker;

CREATE POLICY add ON meeting_child FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((EXISTS ( SELECT 1
   FROM meeting m
  WHERE ((m.id = meeting_child.meeting_id) AND (borough_in(m.borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR app_attended(m.id))))));
CREATE POLICY owner_all ON meeting_child FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON meeting_child FOR SELECT TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM meeting m
  WHERE (m.id = meeting_child.meeting_id))));

CREATE INDEX meeting_child_person_id_idx ON public.meeting_child USING btree (person_id);
CREATE UNIQUE INDEX meeting_child_pkey ON public.meeting_child USING btree (meeting_id, person_id);
