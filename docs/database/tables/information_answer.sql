ALTER TABLE information_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE information_answer FORCE ROW LEVEL SECURITY;

GRANT INSERT ON information_answer TO holdfast_app;
GRANT INSERT ON information_answer TO holdfast_worker;

GRANT SELECT (id, request_id, kind, basis, answered_at, answered_by) ON information_answer TO holdfast_app;
GRANT SELECT (id, request_id, kind, basis, answered_at, answered_by) ON information_answer TO holdfast_worker;

CREATE POLICY add ON information_answer FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((answered_by = ( SELECT app_account() AS app_account)) AND (EXISTS ( SELECT 1
   FROM information_request q
  WHERE ((q.id = information_answer.request_id) AND ((q.team_id = ANY (( SELECT app_teams() AS app_teams)::uuid[])) OR borough_in(q.borough, ( SELECT app_record_boroughs() AS app_record_boroughs))))))));
CREATE POLICY owner_all ON information_answer FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON information_answer FOR SELECT TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM information_request q
  WHERE (q.id = information_answer.request_id))));

CREATE TRIGGER information_answer_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON information_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE UNIQUE INDEX information_answer_pkey ON public.information_answer USING btree (id);
CREATE INDEX information_answer_request_id_idx ON public.information_answer USING btree (request_id);
