ALTER TABLE consent_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent_record FORCE ROW LEVEL SECURITY;

GRANT INSERT ON consent_record TO holdfast_app;
GRANT INSERT ON consent_record TO holdfast_worker;

GRANT SELECT (id, referral_id, borough, consent, at, recorded_by) ON consent_record TO holdfast_app;
GRANT SELECT (id, referral_id, borough, consent, at, recorded_by) ON consent_record TO holdfast_worker;

CREATE POLICY add ON consent_record FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (recorded_by = ( SELECT app_account() AS app_account))));
CREATE POLICY owner_all ON consent_record FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON consent_record FOR SELECT TO holdfast_app, holdfast_worker
  USING ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR referral_opened(referral_id, ( SELECT app_opened_record() AS app_opened_record))));

CREATE TRIGGER consent_record_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON consent_record FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE UNIQUE INDEX consent_record_pkey ON public.consent_record USING btree (id);
CREATE INDEX consent_record_referral_id_idx ON public.consent_record USING btree (referral_id);
