ALTER TABLE meeting_attendance ENABLE ROW LEVEL SECURITY;
ALTER TABLE meeting_attendance FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON meeting_attendance TO holdfast_app;
GRANT INSERT, SELECT ON meeting_attendance TO holdfast_worker;

GRANT UPDATE (name, rank, present, can_commit, by, at) ON meeting_attendance TO holdfast_app;
GRANT UPDATE (name, rank, present, can_commit, by, at) ON meeting_attendance TO holdfast_worker;

CREATE POLICY add ON meeting_attendance FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((by = ( SELECT app_account() AS app_account)) AND (EXISTS ( SELECT 1
   FROM meeting_call c
  WHERE ((c.id = meeting_attendance.call_id) AND borough_in(c.borough, ( SELECT app_record_boroughs() AS app_record_boroughs)))))));
CREATE POLICY change ON meeting_attendance FOR UPDATE TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM meeting_call c
  WHERE ((c.id = meeting_attendance.call_id) AND borough_in(c.borough, ( SELECT app_record_boroughs() AS app_record_boroughs))))))
  WITH CHECK ((by = ( SELECT app_account() AS app_account)));
CREATE POLICY owner_all ON meeting_attendance FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON meeting_attendance FOR SELECT TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM meeting_call c
  WHERE (c.id = meeting_attendance.call_id))));

CREATE TRIGGER meeting_attendance_in_session BEFORE INSERT OR DELETE OR UPDATE ON meeting_attendance FOR EACH ROW EXECUTE FUNCTION attendance_in_session();
CREATE TRIGGER meeting_attendance_never_cut BEFORE TRUNCATE ON meeting_attendance FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE INDEX meeting_attendance_call_id_idx ON public.meeting_attendance USING btree (call_id);
CREATE UNIQUE INDEX meeting_attendance_pkey ON public.meeting_attendance USING btree (id);
