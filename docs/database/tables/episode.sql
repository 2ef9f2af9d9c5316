ALTER TABLE episode ENABLE ROW LEVEL SECURITY;
ALTER TABLE episode FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON episode TO holdfast_app;
GRANT INSERT, SELECT ON episode TO holdfast_worker;

GRANT UPDATE (caller_name, caller_phone, last_seen_at, last_seen_where, answers, class, classed_at, absent_from, absent_until, ex_flag_reason, grade, graded_at, interval, called_back_at, returned_at, returned_how, found_where, found_with, seen_at, interview_at, interview_how, closed_at) ON episode TO holdfast_app;
GRANT UPDATE (caller_name, caller_phone, last_seen_at, last_seen_where, answers, class, classed_at, absent_from, absent_until, ex_flag_reason, grade, graded_at, interval, called_back_at, returned_at, returned_how, found_where, found_with, seen_at, interview_at, interview_how, closed_at) ON episode TO holdfast_worker;

CREATE POLICY add ON episode FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((recorded_by = ( SELECT app_account() AS app_account)) AND (( SELECT app_looks_for() AS app_looks_for) OR (person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (NOT person_barred(person_id))))));
CREATE POLICY change ON episode FOR UPDATE TO holdfast_app, holdfast_worker
  USING (((( SELECT app_looks_for() AS app_looks_for) AND (closed_at IS NULL)) OR (person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (NOT person_barred(person_id)))))
  WITH CHECK (true);
CREATE POLICY owner_all ON episode FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON episode FOR SELECT TO holdfast_app, holdfast_worker
  USING (((( SELECT app_looks_for() AS app_looks_for) AND (closed_at IS NULL)) OR ((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT person_barred(person_id)))));

ALTER TABLE episode ADD CONSTRAINT episode_absent_day CHECK ((((class = 'absent'::text) = (absent_until IS NOT NULL)) AND (absent_until >= absent_from) AND (absent_until <= (absent_from + '24:00:00'::interval))));
ALTER TABLE episode ADD CONSTRAINT episode_class CHECK ((class = ANY (ARRAY['missing'::text, 'absent'::text])));
ALTER TABLE episode ADD CONSTRAINT episode_closed_after_check CHECK (((closed_at IS NULL) OR (seen_at IS NOT NULL) OR (COALESCE(returned_how, ''::text) ~* '\m(dead|died|deceased|body)\M'::text)));
ALTER TABLE episode ADD CONSTRAINT episode_end CHECK ((((returned_at IS NULL) OR (returned_at >= reported_at)) AND ((closed_at IS NULL) OR (returned_at IS NOT NULL))));
ALTER TABLE episode ADD CONSTRAINT episode_grade CHECK ((grade = ANY (ARRAY['no-apparent-risk'::text, 'low'::text, 'medium'::text, 'high'::text])));
ALTER TABLE episode ADD CONSTRAINT episode_interval CHECK ((("interval" >= 4) AND ("interval" <= 8)));

CREATE CONSTRAINT TRIGGER episode_class_wall_changed AFTER UPDATE ON episode DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (old.class IS DISTINCT FROM new.class OR old.grade IS DISTINCT FROM new.grade OR old.classed_at IS DISTINCT FROM new.classed_at OR old.ex_flag_reason IS DISTINCT FROM new.ex_flag_reason) EXECUTE FUNCTION episode_class_wall();
CREATE CONSTRAINT TRIGGER episode_class_wall_new AFTER INSERT ON episode DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION episode_class_wall();
CREATE TRIGGER episode_never_cut BEFORE TRUNCATE ON episode FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER episode_never_edited BEFORE DELETE OR UPDATE ON episode FOR EACH ROW WHEN (NOT identity_moving()) EXECUTE FUNCTION episode_guard();

CREATE INDEX episode_back ON public.episode USING btree (returned_at DESC, id) WHERE ((returned_at IS NOT NULL) AND (closed_at IS NULL));
CREATE INDEX episode_live ON public.episode USING btree (reported_at) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX episode_open ON public.episode USING btree (person_id) WHERE (returned_at IS NULL);
CREATE INDEX episode_out ON public.episode USING btree (reported_at, id) INCLUDE (person_id) WHERE (returned_at IS NULL);
CREATE INDEX episode_person_id_reported_at_idx ON public.episode USING btree (person_id, reported_at);
CREATE UNIQUE INDEX episode_pkey ON public.episode USING btree (id);
CREATE UNIQUE INDEX episode_reference_key ON public.episode USING btree (reference);
CREATE INDEX episode_reported ON public.episode USING btree (reported_at);
CREATE INDEX episode_window ON public.episode USING btree (borough, reported_at);
