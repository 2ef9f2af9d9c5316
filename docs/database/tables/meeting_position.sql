ALTER TABLE meeting_position ENABLE ROW LEVEL SECURITY;
ALTER TABLE meeting_position FORCE ROW LEVEL SECURITY;

GRANT INSERT, UPDATE ON meeting_position TO holdfast_app;
GRANT INSERT, UPDATE ON meeting_position TO holdfast_worker;

GRANT SELECT (id, meeting_id, agency, agrees, said_by, at) ON meeting_position TO holdfast_app;
GRANT SELECT (id, meeting_id, agency, agrees, said_by, at) ON meeting_position TO holdfast_worker;

CREATE POLICY add ON meeting_position FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((EXISTS ( SELECT 1
   FROM meeting m
  WHERE ((m.id = meeting_position.meeting_id) AND (borough_in(m.borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR app_attended(m.id))))));
CREATE POLICY owner_all ON meeting_position FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON meeting_position FOR SELECT TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM meeting m
  WHERE (m.id = meeting_position.meeting_id))));

CREATE INDEX meeting_position_meeting_id_idx ON public.meeting_position USING btree (meeting_id);
CREATE UNIQUE INDEX meeting_position_pkey ON public.meeting_position USING btree (id);
