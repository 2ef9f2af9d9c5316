ALTER TABLE meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE meeting FORCE ROW LEVEL SECURITY;

GRANT INSERT, UPDATE ON meeting TO holdfast_app;
GRANT INSERT, UPDATE ON meeting TO holdfast_worker;

GRANT SELECT (id, kind, borough, referral_id, mode, held_at, recorded_at, recorded_by, chair, quorate, missing, quorum_pack, decision, joint_enquiry, police_officer, circulated_at, exception_at, exception_by, exception_reason, signed_off_at, signed_off_by) ON meeting TO holdfast_app;
GRANT SELECT (id, kind, borough, referral_id, mode, held_at, recorded_at, recorded_by, chair, quorate, missing, quorum_pack, decision, joint_enquiry, police_officer, circulated_at, exception_at, exception_by, exception_reason, signed_off_at, signed_off_by) ON meeting TO holdfast_worker;

CREATE POLICY add ON meeting FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (recorded_by = ( SELECT app_account() AS app_account))));
CREATE POLICY change ON meeting FOR UPDATE TO holdfast_app, holdfast_worker
  USING (borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)))
  WITH CHECK (borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)));
CREATE POLICY owner_all ON meeting FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON meeting FOR SELECT TO holdfast_app, holdfast_worker
  USING ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR app_attended(id) OR meeting_opened(id, ( SELECT app_opened_record() AS app_opened_record))));

ALTER TABLE meeting ADD CONSTRAINT meeting_exception CHECK ((((exception_at IS NULL) = (exception_by IS NULL)) AND ((exception_at IS NULL) = (exception_reason IS NULL))));
ALTER TABLE meeting ADD CONSTRAINT meeting_exception_by_another CHECK (((exception_by IS NULL) OR (signed_off_by IS NULL) OR (exception_by <> signed_off_by)));
ALTER TABLE meeting ADD CONSTRAINT meeting_signed_off CHECK (((signed_off_at IS NULL) = (signed_off_by IS NULL)));

CREATE TRIGGER meeting_never_edited BEFORE DELETE OR UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION meeting_guard();

CREATE INDEX meeting_borough_held_at_idx ON public.meeting USING btree (borough, held_at);
CREATE INDEX meeting_not_issued ON public.meeting USING btree (kind, borough, held_at) WHERE (circulated_at IS NULL);
CREATE UNIQUE INDEX meeting_pkey ON public.meeting USING btree (id);
CREATE INDEX meeting_referral_id_idx ON public.meeting USING btree (referral_id);
