ALTER TABLE meeting_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE meeting_answer FORCE ROW LEVEL SECURITY;

GRANT INSERT ON meeting_answer TO holdfast_app;
GRANT INSERT ON meeting_answer TO holdfast_worker;

GRANT SELECT (id, invitation_id, coming, instead_name, instead_account, at, by_account) ON meeting_answer TO holdfast_app;
GRANT SELECT (id, invitation_id, coming, instead_name, instead_account, at, by_account) ON meeting_answer TO holdfast_worker;

CREATE POLICY add ON meeting_answer FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((by_account = ( SELECT app_account() AS app_account)) AND (EXISTS ( SELECT 1
   FROM (meeting_invitation i
     JOIN meeting_call c ON ((c.id = i.call_id)))
  WHERE ((i.id = meeting_answer.invitation_id) AND ((i.account_id = ( SELECT app_account() AS app_account)) OR borough_in(c.borough, ( SELECT app_record_boroughs() AS app_record_boroughs))))))));
CREATE POLICY owner_all ON meeting_answer FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON meeting_answer FOR SELECT TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM meeting_invitation i
  WHERE (i.id = meeting_answer.invitation_id))));

CREATE TRIGGER meeting_answer_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON meeting_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE INDEX meeting_answer_invitation_id_idx ON public.meeting_answer USING btree (invitation_id);
CREATE UNIQUE INDEX meeting_answer_pkey ON public.meeting_answer USING btree (id);
