ALTER TABLE board_escalation ENABLE ROW LEVEL SECURITY;
ALTER TABLE board_escalation FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON board_escalation TO holdfast_app;
GRANT INSERT, SELECT ON board_escalation TO holdfast_worker;

GRANT UPDATE (answered_at, answered_by, answer) ON board_escalation TO holdfast_app;
GRANT UPDATE (answered_at, answered_by, answer) ON board_escalation TO holdfast_worker;

CREATE POLICY add ON board_escalation FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((by = ( SELECT app_account() AS app_account)) AND borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs))));
CREATE POLICY change ON board_escalation FOR UPDATE TO holdfast_app, holdfast_worker
  USING ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (answered_at IS NULL)))
  WITH CHECK ((answered_by = ( SELECT app_account() AS app_account)));
CREATE POLICY owner_all ON board_escalation FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON board_escalation FOR SELECT TO holdfast_app, holdfast_worker
  USING ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR borough_in(borough, ( SELECT app_meeting_boroughs() AS app_meeting_boroughs))));

CREATE TRIGGER board_escalation_never_cut BEFORE TRUNCATE ON board_escalation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE INDEX board_escalation_borough_at_idx ON public.board_escalation USING btree (borough, at);
CREATE UNIQUE INDEX board_escalation_pkey ON public.board_escalation USING btree (id);
