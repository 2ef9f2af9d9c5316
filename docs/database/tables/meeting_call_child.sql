ALTER TABLE meeting_call_child ENABLE ROW LEVEL SECURITY;
ALTER TABLE meeting_call_child FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON meeting_call_child TO holdfast_app;
GRANT INSERT, SELECT ON meeting_call_child TO holdfast_worker;

CREATE POLICY add ON meeting_call_child FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((EXISTS ( SELECT 1
   FROM meeting_call c
  WHERE ((c.id = meeting_call_child.call_id) AND borough_in(c.borough, ( SELECT app_record_boroughs() AS app_record_boroughs))))));
CREATE POLICY owner_all ON meeting_call_child FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON meeting_call_child FOR SELECT TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM meeting_call c
  WHERE ((c.id = meeting_call_child.call_id) AND borough_in(c.borough, ( SELECT app_record_boroughs() AS app_record_boroughs))))));

CREATE TRIGGER meeting_call_child_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON meeting_call_child FOR EACH STATEMENT WHEN (NOT identity_moving()) EXECUTE FUNCTION refuse_change();

CREATE INDEX meeting_call_child_person_id_idx ON public.meeting_call_child USING btree (person_id);
CREATE UNIQUE INDEX meeting_call_child_pkey ON public.meeting_call_child USING btree (call_id, person_id);
