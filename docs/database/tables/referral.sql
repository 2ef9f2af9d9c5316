ALTER TABLE referral ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral FORCE ROW LEVEL SECURITY;

GRANT INSERT, UPDATE ON referral TO holdfast_app;
GRANT SELECT ON referral TO holdfast_search;
GRANT INSERT, UPDATE ON referral TO holdfast_worker;

GRANT SELECT (id, reference, form, borough, channel, from_agency, from_words, from_team_id, to_agency, concern, other_concerns, indicators, urgency, suspect, forensic_evidence, immediate_action, staff_concerned, organised, offence_identified, rag, concern_identified_at, received_at, initial_report_at, recorded_at, recorded_by, became_referral_id, claimed_by, claimed_at, allocated_to, allocated_team, allocated_at, outcome, second_line_by, second_line_at, decided_by, decided_at, acknowledged_at, outcome_told_at) ON referral TO holdfast_app;
GRANT SELECT (id, reference, form, borough, channel, from_agency, from_words, from_team_id, to_agency, concern, other_concerns, indicators, urgency, suspect, forensic_evidence, immediate_action, staff_concerned, organised, offence_identified, rag, concern_identified_at, received_at, initial_report_at, recorded_at, recorded_by, became_referral_id, claimed_by, claimed_at, allocated_to, allocated_team, allocated_at, outcome, second_line_by, second_line_at, decided_by, decided_at, acknowledged_at, outcome_told_at) ON referral TO holdfast_worker;

CREATE POLICY add ON referral FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((recorded_by = ( SELECT app_account() AS app_account)));
CREATE POLICY change ON referral FOR UPDATE TO holdfast_app, holdfast_worker
  USING (borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)))
  WITH CHECK (borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)));
CREATE POLICY owner_all ON referral FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY search_sees ON referral FOR SELECT TO holdfast_search
  USING (true);
CREATE POLICY see ON referral FOR SELECT TO holdfast_app, holdfast_worker
  USING ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (from_team_id = ANY (( SELECT app_teams() AS app_teams)::uuid[])) OR referral_opened(id, ( SELECT app_opened_record() AS app_opened_record))));

CREATE INDEX referral_borough_received_at_idx ON public.referral USING btree (borough, received_at);
CREATE INDEX referral_by_telephone ON public.referral USING btree (borough, received_at) WHERE (channel = 'telephone'::text);
CREATE INDEX referral_from_team_id_idx ON public.referral USING btree (from_team_id);
CREATE INDEX referral_open ON public.referral USING btree (borough, received_at, id) WHERE (decided_at IS NULL);
CREATE INDEX referral_open_claimed ON public.referral USING btree (claimed_by) WHERE ((claimed_by IS NOT NULL) AND (decided_at IS NULL));
CREATE UNIQUE INDEX referral_pkey ON public.referral USING btree (id);
CREATE UNIQUE INDEX referral_reference_key ON public.referral USING btree (reference);
CREATE INDEX referral_suspect ON public.referral USING btree (id) WHERE (suspect IS NOT NULL);
