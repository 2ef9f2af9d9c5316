ALTER TABLE research_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE research_check FORCE ROW LEVEL SECURITY;

GRANT INSERT ON research_check TO holdfast_app;
GRANT INSERT ON research_check TO holdfast_worker;

GRANT SELECT (id, referral_id, borough, person_id, system, held, at, checked_by) ON research_check TO holdfast_app;
GRANT SELECT (id, referral_id, borough, person_id, system, held, at, checked_by) ON research_check TO holdfast_worker;

CREATE POLICY add ON research_check FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (checked_by = ( SELECT app_account() AS app_account))));
CREATE POLICY owner_all ON research_check FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON research_check FOR SELECT TO holdfast_app, holdfast_worker
  USING ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR referral_opened(referral_id, ( SELECT app_opened_record() AS app_opened_record))));

CREATE TRIGGER research_check_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON research_check FOR EACH STATEMENT WHEN (NOT identity_moving()) EXECUTE FUNCTION refuse_change();

CREATE UNIQUE INDEX research_check_pkey ON public.research_check USING btree (id);
CREATE INDEX research_check_referral_id_idx ON public.research_check USING btree (referral_id);
