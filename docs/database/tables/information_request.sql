ALTER TABLE information_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE information_request FORCE ROW LEVEL SECURITY;

GRANT INSERT ON information_request TO holdfast_app;
GRANT INSERT ON information_request TO holdfast_worker;

GRANT SELECT (id, referral_id, borough, agency, team_id, basis, due_at, asked_at, asked_by, asked_agency, chased_times, chased_at, withdrawn_at, withdrawn_by) ON information_request TO holdfast_app;
GRANT UPDATE (chased_times, chased_at, withdrawn_at, withdrawn_by, withdrawn_why) ON information_request TO holdfast_app;
GRANT SELECT (id, referral_id, borough, agency, team_id, basis, due_at, asked_at, asked_by, asked_agency, chased_times, chased_at, withdrawn_at, withdrawn_by) ON information_request TO holdfast_worker;
GRANT UPDATE (chased_times, chased_at, withdrawn_at, withdrawn_by, withdrawn_why) ON information_request TO holdfast_worker;

CREATE POLICY add ON information_request FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (asked_by = ( SELECT app_account() AS app_account))));
CREATE POLICY change ON information_request FOR UPDATE TO holdfast_app, holdfast_worker
  USING (borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)))
  WITH CHECK (borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)));
CREATE POLICY owner_all ON information_request FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON information_request FOR SELECT TO holdfast_app, holdfast_worker
  USING ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (team_id = ANY (( SELECT app_teams() AS app_teams)::uuid[])) OR referral_opened(referral_id, ( SELECT app_opened_record() AS app_opened_record))));

CREATE TRIGGER request_never_edited BEFORE DELETE OR UPDATE ON information_request FOR EACH ROW EXECUTE FUNCTION request_guard();

CREATE UNIQUE INDEX information_request_pkey ON public.information_request USING btree (id);
CREATE INDEX information_request_referral_id_idx ON public.information_request USING btree (referral_id);
CREATE INDEX information_request_team_id_due_at_idx ON public.information_request USING btree (team_id, due_at);
CREATE INDEX information_request_waits ON public.information_request USING btree (team_id, due_at, id) WHERE (withdrawn_at IS NULL);
