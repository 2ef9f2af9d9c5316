ALTER TABLE action ENABLE ROW LEVEL SECURITY;
ALTER TABLE action FORCE ROW LEVEL SECURITY;

GRANT INSERT, UPDATE ON action TO holdfast_app;
GRANT INSERT, UPDATE ON action TO holdfast_worker;

GRANT SELECT (id, meeting_id, child_id, borough, owner_agency, owner_name, owner_id, due_at, set_at, set_by, done_at, done_by, due_day_end, carried_at, carried_by, carried_to, call_id, item_id) ON action TO holdfast_app;
GRANT SELECT (id, meeting_id, child_id, borough, owner_agency, owner_name, owner_id, due_at, set_at, set_by, done_at, done_by, due_day_end, carried_at, carried_by, carried_to, call_id, item_id) ON action TO holdfast_worker;

CREATE POLICY add ON action FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR app_follows_own(action.*)));
CREATE POLICY change ON action FOR UPDATE TO holdfast_app, holdfast_worker
  USING ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (owner_id = ( SELECT app_account() AS app_account))))
  WITH CHECK (true);
CREATE POLICY owner_all ON action FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON action FOR SELECT TO holdfast_app, holdfast_worker
  USING ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (owner_id = ( SELECT app_account() AS app_account)) OR ((child_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[])) AND (NOT person_barred(child_id))) OR ((meeting_id IS NOT NULL) AND meeting_opened(meeting_id, ( SELECT app_opened_record() AS app_opened_record))) OR ((item_id IS NOT NULL) AND item_opens(item_id) AND (NOT person_barred(child_id)))));

CREATE TRIGGER action_never_edited BEFORE DELETE OR UPDATE ON action FOR EACH ROW WHEN (NOT identity_moving()) EXECUTE FUNCTION action_guard();

CREATE INDEX action_call_id_idx ON public.action USING btree (call_id);
CREATE INDEX action_carried_to ON public.action USING btree (carried_to) WHERE (carried_to IS NOT NULL);
CREATE INDEX action_child_id_idx ON public.action USING btree (child_id);
CREATE INDEX action_ended_borough ON public.action USING btree (borough, due_at DESC, id) WHERE (NOT ((done_at IS NULL) AND (carried_at IS NULL)));
CREATE INDEX action_ended_owner ON public.action USING btree (owner_id, due_at DESC, id) WHERE (NOT ((done_at IS NULL) AND (carried_at IS NULL)));
CREATE INDEX action_meeting_id_idx ON public.action USING btree (meeting_id);
CREATE INDEX action_open_borough ON public.action USING btree (borough, due_at, id) WHERE ((done_at IS NULL) AND (carried_at IS NULL));
CREATE INDEX action_open_owner ON public.action USING btree (owner_id, due_at, id) WHERE ((done_at IS NULL) AND (carried_at IS NULL));
CREATE UNIQUE INDEX action_pkey ON public.action USING btree (id);
