ALTER TABLE interview_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE interview_request FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON interview_request TO holdfast_app;
GRANT INSERT, SELECT ON interview_request TO holdfast_worker;

GRANT UPDATE (withdrawn_at) ON interview_request TO holdfast_app;
GRANT UPDATE (withdrawn_at) ON interview_request TO holdfast_worker;

CREATE POLICY add ON interview_request FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((asked_by = ( SELECT app_account() AS app_account)) AND person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (NOT person_barred(person_id))));
CREATE POLICY change ON interview_request FOR UPDATE TO holdfast_app, holdfast_worker
  USING ((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (NOT person_barred(person_id))))
  WITH CHECK (true);
CREATE POLICY owner_all ON interview_request FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON interview_request FOR SELECT TO holdfast_app, holdfast_worker
  USING ((((team_id = ANY (( SELECT app_teams() AS app_teams)::uuid[])) AND (NOT asked_before_restricted(person_id, asked_at))) OR ((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT person_barred(person_id)))));

ALTER TABLE interview_request ADD CONSTRAINT interview_answered CHECK ((((how IS NULL) = (answered_at IS NULL)) AND ((how IS NULL) = (entry_id IS NULL))));
ALTER TABLE interview_request ADD CONSTRAINT interview_how CHECK ((how = ANY (ARRAY['done'::text, 'declined'::text])));

CREATE TRIGGER interview_request_never_cut BEFORE TRUNCATE ON interview_request FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER interview_request_never_edited BEFORE DELETE OR UPDATE ON interview_request FOR EACH ROW WHEN (NOT identity_moving()) EXECUTE FUNCTION interview_request_guard();

CREATE INDEX interview_request_episode_id_idx ON public.interview_request USING btree (episode_id);
CREATE UNIQUE INDEX interview_request_open ON public.interview_request USING btree (episode_id) WHERE ((answered_at IS NULL) AND (withdrawn_at IS NULL));
CREATE UNIQUE INDEX interview_request_pkey ON public.interview_request USING btree (id);
CREATE INDEX interview_request_team_id_due_at_idx ON public.interview_request USING btree (team_id, due_at);
