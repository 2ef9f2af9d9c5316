ALTER TABLE meeting_call ENABLE ROW LEVEL SECURITY;
ALTER TABLE meeting_call FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON meeting_call TO holdfast_app;
GRANT INSERT, SELECT ON meeting_call TO holdfast_worker;

GRANT UPDATE (mode, meets_at, place, names_shared, called_off_at, called_off_by, meeting_id, chair_account, chair_agency, chair_name, chair_rank, lead_agency, opened_at, opened_by, sequence) ON meeting_call TO holdfast_app;
GRANT UPDATE (mode, meets_at, place, names_shared, called_off_at, called_off_by, meeting_id, chair_account, chair_agency, chair_name, chair_rank, lead_agency, opened_at, opened_by, sequence) ON meeting_call TO holdfast_worker;

CREATE POLICY add ON meeting_call FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (called_by = ( SELECT app_account() AS app_account))));
CREATE POLICY change ON meeting_call FOR UPDATE TO holdfast_app, holdfast_worker
  USING (borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)))
  WITH CHECK (borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)));
CREATE POLICY owner_all ON meeting_call FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON meeting_call FOR SELECT TO holdfast_app, holdfast_worker
  USING ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR app_invited(id)));

ALTER TABLE meeting_call ADD CONSTRAINT meeting_call_month CHECK ((month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text));
ALTER TABLE meeting_call ADD CONSTRAINT meeting_call_opened CHECK (((opened_at IS NULL) = (opened_by IS NULL)));

CREATE TRIGGER meeting_call_stands BEFORE DELETE OR UPDATE ON meeting_call FOR EACH ROW EXECUTE FUNCTION meeting_call_guard();

CREATE INDEX meeting_call_borough_meets_at_idx ON public.meeting_call USING btree (borough, meets_at);
CREATE UNIQUE INDEX meeting_call_of_month ON public.meeting_call USING btree (kind, borough, month) WHERE (month IS NOT NULL);
CREATE UNIQUE INDEX meeting_call_pkey ON public.meeting_call USING btree (id);
CREATE UNIQUE INDEX meeting_call_reference_key ON public.meeting_call USING btree (reference);
CREATE INDEX meeting_call_referral_id_idx ON public.meeting_call USING btree (referral_id);
