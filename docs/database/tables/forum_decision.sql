ALTER TABLE forum_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE forum_decision FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON forum_decision TO holdfast_app;
GRANT INSERT, SELECT ON forum_decision TO holdfast_worker;

CREATE POLICY add ON forum_decision FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((by = ( SELECT app_account() AS app_account)) AND person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (NOT person_barred(person_id))));
CREATE POLICY owner_all ON forum_decision FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON forum_decision FOR SELECT TO holdfast_app, holdfast_worker
  USING (((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT person_barred(person_id))));

ALTER TABLE forum_decision ADD CONSTRAINT forum_decision_word CHECK ((decision = ANY (ARRAY['referred'::text, 'set-aside'::text])));

CREATE TRIGGER forum_decision_never_cut BEFORE TRUNCATE ON forum_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER forum_decision_never_edited BEFORE DELETE OR UPDATE ON forum_decision FOR EACH ROW WHEN (NOT identity_moving()) EXECUTE FUNCTION words_stand('reason', 'forum');

CREATE INDEX forum_decision_episode_id_idx ON public.forum_decision USING btree (episode_id);
CREATE INDEX forum_decision_person_id_at_idx ON public.forum_decision USING btree (person_id, at);
CREATE UNIQUE INDEX forum_decision_pkey ON public.forum_decision USING btree (id);
