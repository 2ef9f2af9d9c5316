ALTER TABLE meeting_participant ENABLE ROW LEVEL SECURITY;
ALTER TABLE meeting_participant FORCE ROW LEVEL SECURITY;

GRANT INSERT, UPDATE ON meeting_participant TO holdfast_app;
GRANT INSERT, UPDATE ON meeting_participant TO holdfast_worker;

GRANT SELECT (id, meeting_id, part, agency, name, account_id) ON meeting_participant TO holdfast_app;
GRANT SELECT (id, meeting_id, part, agency, name, account_id) ON meeting_participant TO holdfast_worker;

CREATE POLICY add ON meeting_participant FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((EXISTS ( SELECT 1
   FROM meeting m
  WHERE ((m.id = meeting_participant.meeting_id) AND (borough_in(m.borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR app_attended(m.id))))));
CREATE POLICY owner_all ON meeting_participant FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON meeting_participant FOR SELECT TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM meeting m
  WHERE (m.id = meeting_participant.meeting_id))));

CREATE INDEX meeting_participant_account_id_idx ON public.meeting_participant USING btree (account_id);
CREATE INDEX meeting_participant_meeting_id_idx ON public.meeting_participant USING btree (meeting_id);
CREATE UNIQUE INDEX meeting_participant_pkey ON public.meeting_participant USING btree (id);
