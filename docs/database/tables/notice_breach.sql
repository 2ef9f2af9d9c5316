ALTER TABLE notice_breach ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_breach FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON notice_breach TO holdfast_app;
GRANT INSERT, SELECT ON notice_breach TO holdfast_worker;

CREATE POLICY add ON notice_breach FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((recorded_by = ( SELECT app_account() AS app_account)) AND (EXISTS ( SELECT 1
   FROM warning_notice n
  WHERE (n.id = notice_breach.notice_id)))));
CREATE POLICY owner_all ON notice_breach FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON notice_breach FOR SELECT TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM warning_notice n
  WHERE (n.id = notice_breach.notice_id))));

CREATE TRIGGER notice_breach_guard BEFORE DELETE OR UPDATE ON notice_breach FOR EACH ROW EXECUTE FUNCTION concern_guard('|', 'what', 'done');
CREATE TRIGGER notice_breach_never_cut BEFORE TRUNCATE ON notice_breach FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE INDEX notice_breach_notice_id_idx ON public.notice_breach USING btree (notice_id);
CREATE UNIQUE INDEX notice_breach_pkey ON public.notice_breach USING btree (id);
