ALTER TABLE meeting_copy ENABLE ROW LEVEL SECURITY;
ALTER TABLE meeting_copy FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON meeting_copy TO holdfast_app;
GRANT INSERT, SELECT ON meeting_copy TO holdfast_worker;

GRANT UPDATE (received_at, received_by) ON meeting_copy TO holdfast_app;
GRANT UPDATE (received_at, received_by) ON meeting_copy TO holdfast_worker;

CREATE POLICY add ON meeting_copy FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((EXISTS ( SELECT 1
   FROM meeting m
  WHERE ((m.id = meeting_copy.meeting_id) AND borough_in(m.borough, ( SELECT app_record_boroughs() AS app_record_boroughs))))));
CREATE POLICY change ON meeting_copy FOR UPDATE TO holdfast_app, holdfast_worker
  USING (((account_id = ( SELECT app_account() AS app_account)) OR ((account_id IS NULL) AND (EXISTS ( SELECT 1
   FROM meeting m
  WHERE ((m.id = meeting_copy.meeting_id) AND borough_in(m.borough, ( SELECT app_record_boroughs() AS app_record_boroughs))))))))
  WITH CHECK ((received_by = ( SELECT app_account() AS app_account)));
CREATE POLICY owner_all ON meeting_copy FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON meeting_copy FOR SELECT TO holdfast_app, holdfast_worker
  USING (((account_id = ( SELECT app_account() AS app_account)) OR (EXISTS ( SELECT 1
   FROM meeting m
  WHERE ((m.id = meeting_copy.meeting_id) AND borough_in(m.borough, ( SELECT app_record_boroughs() AS app_record_boroughs)))))));

CREATE TRIGGER meeting_copy_once BEFORE DELETE OR UPDATE ON meeting_copy FOR EACH ROW EXECUTE FUNCTION meeting_copy_guard();

CREATE UNIQUE INDEX meeting_copy_pkey ON public.meeting_copy USING btree (meeting_id, participant_id);
