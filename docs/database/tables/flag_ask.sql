ALTER TABLE flag_ask ENABLE ROW LEVEL SECURITY;
ALTER TABLE flag_ask FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON flag_ask TO holdfast_app;
GRANT SELECT ON flag_ask TO holdfast_worker;

CREATE POLICY add ON flag_ask FOR INSERT TO holdfast_app
  WITH CHECK (((asked_by = ( SELECT app_account() AS app_account)) AND person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (NOT person_barred(person_id))));
CREATE POLICY owner_all ON flag_ask FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON flag_ask FOR SELECT TO holdfast_app, holdfast_worker
  USING ((((team_id = ANY (( SELECT app_teams() AS app_teams)::uuid[])) AND (NOT asked_before_restricted(person_id, asked_at))) OR ((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT person_barred(person_id)))));

ALTER TABLE flag_ask ADD CONSTRAINT flag_ask_answered CHECK ((((agrees IS NULL) = (answered_at IS NULL)) AND ((agrees IS NULL) = (entry_id IS NULL))));
ALTER TABLE flag_ask ADD CONSTRAINT flag_ask_whom CHECK (((team_id IS NOT NULL) OR (to_words IS NOT NULL)));

CREATE TRIGGER flag_ask_never_cut BEFORE TRUNCATE ON flag_ask FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER flag_ask_stands BEFORE DELETE OR UPDATE ON flag_ask FOR EACH ROW EXECUTE FUNCTION exploitation_guard('answered_at', 'answered_by', 'agrees', 'entry_id', 'question');

CREATE UNIQUE INDEX flag_ask_pkey ON public.flag_ask USING btree (id);
CREATE INDEX flag_ask_removal_id_idx ON public.flag_ask USING btree (removal_id);
CREATE INDEX flag_ask_team_id_answer_by_idx ON public.flag_ask USING btree (team_id, answer_by);
