ALTER TABLE meeting_invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE meeting_invitation FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON meeting_invitation TO holdfast_app;
GRANT INSERT, SELECT ON meeting_invitation TO holdfast_worker;

CREATE POLICY add ON meeting_invitation FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((EXISTS ( SELECT 1
   FROM meeting_call c
  WHERE ((c.id = meeting_invitation.call_id) AND borough_in(c.borough, ( SELECT app_record_boroughs() AS app_record_boroughs))))));
CREATE POLICY owner_all ON meeting_invitation FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON meeting_invitation FOR SELECT TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM meeting_call c
  WHERE (c.id = meeting_invitation.call_id))));

CREATE TRIGGER meeting_invitation_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON meeting_invitation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE INDEX meeting_invitation_account_id_idx ON public.meeting_invitation USING btree (account_id);
CREATE INDEX meeting_invitation_call_id_idx ON public.meeting_invitation USING btree (call_id);
CREATE UNIQUE INDEX meeting_invitation_pkey ON public.meeting_invitation USING btree (id);
