ALTER TABLE disclosure ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure FORCE ROW LEVEL SECURITY;

GRANT INSERT ON disclosure TO holdfast_app;
GRANT INSERT ON disclosure TO holdfast_worker;

GRANT SELECT (id, referral_id, borough, request_id, from_agency, to_agency, shared, basis, at, recorded_by, entry_id) ON disclosure TO holdfast_app;
GRANT SELECT (id, referral_id, borough, request_id, from_agency, to_agency, shared, basis, at, recorded_by, entry_id) ON disclosure TO holdfast_worker;

CREATE POLICY add ON disclosure FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((recorded_by = ( SELECT app_account() AS app_account)) AND (borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (EXISTS ( SELECT 1
   FROM information_request q
  WHERE ((q.id = disclosure.request_id) AND (q.referral_id = disclosure.referral_id) AND (q.borough = disclosure.borough) AND (q.team_id = ANY (( SELECT app_teams() AS app_teams)::uuid[]))))))));
CREATE POLICY owner_all ON disclosure FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON disclosure FOR SELECT TO holdfast_app, holdfast_worker
  USING ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR referral_opened(referral_id, ( SELECT app_opened_record() AS app_opened_record))));

CREATE TRIGGER disclosure_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON disclosure FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE INDEX disclosure_at_id_idx ON public.disclosure USING btree (at DESC, id);
CREATE UNIQUE INDEX disclosure_pkey ON public.disclosure USING btree (id);
CREATE INDEX disclosure_referral_id_idx ON public.disclosure USING btree (referral_id);
