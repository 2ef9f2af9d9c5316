ALTER TABLE action_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE action_review FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON action_review TO holdfast_app;
GRANT INSERT, SELECT ON action_review TO holdfast_worker;

CREATE POLICY add ON action_review FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((by = ( SELECT app_account() AS app_account)) AND (EXISTS ( SELECT 1
   FROM meeting_call c
  WHERE ((c.id = action_review.call_id) AND borough_in(c.borough, ( SELECT app_record_boroughs() AS app_record_boroughs)))))));
CREATE POLICY owner_all ON action_review FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON action_review FOR SELECT TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM meeting_call c
  WHERE ((c.id = action_review.call_id) AND borough_in(c.borough, ( SELECT app_record_boroughs() AS app_record_boroughs))))));

ALTER TABLE action_review ADD CONSTRAINT action_review_outcome CHECK ((outcome = ANY (ARRAY['done'::text, 'carried'::text, 'not-due'::text])));

CREATE TRIGGER action_review_never_cut BEFORE TRUNCATE ON action_review FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER action_review_never_edited BEFORE DELETE OR UPDATE ON action_review FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE UNIQUE INDEX action_review_pkey ON public.action_review USING btree (call_id, action_id);
