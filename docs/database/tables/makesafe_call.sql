ALTER TABLE makesafe_call ENABLE ROW LEVEL SECURITY;
ALTER TABLE makesafe_call FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON makesafe_call TO holdfast_app;
GRANT INSERT, SELECT ON makesafe_call TO holdfast_worker;

GRANT UPDATE (deployed, deployed_at, outcome, outcome_at) ON makesafe_call TO holdfast_app;
GRANT UPDATE (deployed, deployed_at, outcome, outcome_at) ON makesafe_call TO holdfast_worker;

CREATE POLICY add ON makesafe_call FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((recorded_by = ( SELECT app_account() AS app_account)) AND borough_in(borough, ( SELECT app_index_boroughs() AS app_index_boroughs))));
CREATE POLICY change ON makesafe_call FOR UPDATE TO holdfast_app, holdfast_worker
  USING (borough_in(borough, ( SELECT app_index_boroughs() AS app_index_boroughs)))
  WITH CHECK (true);
CREATE POLICY owner_all ON makesafe_call FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON makesafe_call FOR SELECT TO holdfast_app, holdfast_worker
  USING (borough_in(borough, ( SELECT app_index_boroughs() AS app_index_boroughs)));

ALTER TABLE makesafe_call ADD CONSTRAINT makesafe_call_channel CHECK ((channel = ANY (ARRAY['101'::text, '999'::text])));
ALTER TABLE makesafe_call ADD CONSTRAINT makesafe_call_from CHECK (((place_id IS NOT NULL) OR (premises IS NOT NULL)));
ALTER TABLE makesafe_call ADD CONSTRAINT makesafe_call_tag CHECK ((tag = 'makesafe'::text));

CREATE TRIGGER makesafe_call_guard BEFORE DELETE OR UPDATE ON makesafe_call FOR EACH ROW EXECUTE FUNCTION concern_guard('deployed', 'deployed_at', 'outcome', 'outcome_at', '|');
CREATE TRIGGER makesafe_call_never_cut BEFORE TRUNCATE ON makesafe_call FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE INDEX makesafe_call_borough_received_at_idx ON public.makesafe_call USING btree (borough, received_at);
CREATE UNIQUE INDEX makesafe_call_pkey ON public.makesafe_call USING btree (id);
CREATE INDEX makesafe_call_place_id_received_at_idx ON public.makesafe_call USING btree (place_id, received_at);
CREATE INDEX makesafe_call_received ON public.makesafe_call USING btree (received_at, id);
CREATE UNIQUE INDEX makesafe_call_reference_key ON public.makesafe_call USING btree (reference);
CREATE UNIQUE INDEX makesafe_call_referral_id_key ON public.makesafe_call USING btree (referral_id);
