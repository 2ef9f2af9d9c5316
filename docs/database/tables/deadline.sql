ALTER TABLE deadline ENABLE ROW LEVEL SECURITY;
ALTER TABLE deadline FORCE ROW LEVEL SECURITY;

GRANT SELECT ON deadline TO holdfast_app;
GRANT SELECT ON deadline TO holdfast_search;
GRANT SELECT ON deadline TO holdfast_worker;

CREATE POLICY owner_all ON deadline FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY search_sees ON deadline FOR SELECT TO holdfast_search
  USING (true);
CREATE POLICY see ON deadline FOR SELECT TO holdfast_app, holdfast_worker
  USING ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR ((child_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[])) AND (NOT person_barred(child_id))) OR duty_told(id)));

CREATE TRIGGER deadline_never_edited BEFORE DELETE OR UPDATE ON deadline FOR EACH ROW EXECUTE FUNCTION deadline_guard();
CREATE TRIGGER figure_kept_falls AFTER INSERT OR UPDATE OF met_recorded_at, ended_recorded_at, superseded_at ON deadline FOR EACH ROW EXECUTE FUNCTION figure_kept_falls();

CREATE INDEX deadline_changed ON public.deadline USING btree (GREATEST(created_at, starts_at, met_at, met_recorded_at, ended_at, ended_recorded_at, superseded_at));
CREATE INDEX deadline_child_alert ON public.deadline USING btree (child_id, alert);
CREATE INDEX deadline_child_id_idx ON public.deadline USING btree (child_id);
CREATE INDEX deadline_closed_since ON public.deadline USING btree (alert, LEAST(met_recorded_at, ended_recorded_at, superseded_at)) WHERE ((met_at IS NOT NULL) OR (ended_at IS NOT NULL) OR (superseded_at IS NOT NULL));
CREATE INDEX deadline_counted ON public.deadline USING btree (alert, borough, starts_at) INCLUDE (id, child_id, basis, form, referral_id, item_id, due_at, day_end, created_at, met_at, met_by, met_recorded_at, ended_at, ended_by, ended_why, ended_recorded_at, superseded_at);
CREATE INDEX deadline_figures ON public.deadline USING btree (borough, starts_at) INCLUDE (id, child_id, basis, due_at, day_end, met_at, met_by, ended_at, ended_by, ended_why) WHERE ((alert = 'strategy-discussion-overdue'::text) AND (superseded_at IS NULL));
CREATE UNIQUE INDEX deadline_key ON public.deadline USING btree (child_id, key) WHERE (superseded_at IS NULL);
CREATE INDEX deadline_not_quorate ON public.deadline USING btree (child_id, started_by) INCLUDE (borough, id, created_at, superseded_why, superseded_at) WHERE (alert = 'strategy-discussion-quorum'::text);
CREATE INDEX deadline_open_alert ON public.deadline USING btree (alert, borough, due_at, id) WHERE ((met_at IS NULL) AND (ended_at IS NULL) AND (superseded_at IS NULL));
CREATE INDEX deadline_open_alert_due ON public.deadline USING btree (alert, due_at, id) WHERE ((met_at IS NULL) AND (ended_at IS NULL) AND (superseded_at IS NULL));
CREATE INDEX deadline_open_assigned ON public.deadline USING btree (assigned_to) WHERE ((assigned_to IS NOT NULL) AND (met_at IS NULL) AND (ended_at IS NULL) AND (superseded_at IS NULL));
CREATE INDEX deadline_open_borough ON public.deadline USING btree (borough, due_at, id) WHERE ((met_at IS NULL) AND (ended_at IS NULL) AND (superseded_at IS NULL));
CREATE INDEX deadline_open_child ON public.deadline USING btree (child_id) WHERE ((met_at IS NULL) AND (ended_at IS NULL) AND (superseded_at IS NULL));
CREATE INDEX deadline_open_due ON public.deadline USING btree (due_at) WHERE ((met_at IS NULL) AND (ended_at IS NULL) AND (superseded_at IS NULL));
CREATE INDEX deadline_open_item ON public.deadline USING btree (item_id) WHERE ((met_at IS NULL) AND (ended_at IS NULL) AND (superseded_at IS NULL) AND (item_id IS NOT NULL));
CREATE INDEX deadline_open_others ON public.deadline USING btree (due_at, id) WHERE ((alert = ANY (ARRAY['wider-risk-unassessed'::text, 'linked-child-unassessed'::text, 'household-child-unassessed'::text])) AND (met_at IS NULL) AND (ended_at IS NULL) AND (superseded_at IS NULL));
CREATE INDEX deadline_open_referral ON public.deadline USING btree (referral_id, due_at) WHERE ((met_at IS NULL) AND (ended_at IS NULL) AND (superseded_at IS NULL));
CREATE INDEX deadline_open_task ON public.deadline USING btree (task, due_at, id) WHERE ((task IS NOT NULL) AND (met_at IS NULL) AND (ended_at IS NULL) AND (superseded_at IS NULL));
CREATE INDEX deadline_open_task_child ON public.deadline USING btree (child_id, task) WHERE ((task IS NOT NULL) AND (met_at IS NULL) AND (ended_at IS NULL) AND (superseded_at IS NULL));
CREATE UNIQUE INDEX deadline_pkey ON public.deadline USING btree (id);
CREATE INDEX deadline_referral_id_idx ON public.deadline USING btree (referral_id);
