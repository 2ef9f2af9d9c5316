ALTER TABLE referral_way ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral_way FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON referral_way TO holdfast_app;
GRANT INSERT, SELECT ON referral_way TO holdfast_worker;

GRANT UPDATE (lacks, completed_at) ON referral_way TO holdfast_app;
GRANT UPDATE (lacks, completed_at) ON referral_way TO holdfast_worker;

CREATE POLICY add ON referral_way FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((recorded_by = ( SELECT app_account() AS app_account)));
CREATE POLICY change ON referral_way FOR UPDATE TO holdfast_app, holdfast_worker
  USING (borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)))
  WITH CHECK (borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)));
CREATE POLICY owner_all ON referral_way FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON referral_way FOR SELECT TO holdfast_app, holdfast_worker
  USING ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR referral_opened(referral_id, ( SELECT app_opened_record() AS app_opened_record))));

ALTER TABLE referral_way ADD CONSTRAINT referral_way_known CHECK ((way = ANY (ARRAY['professional'::text, 'public'::text, 'pac'::text, 'other-force'::text])));

CREATE INDEX referral_way_lacking ON public.referral_way USING btree (borough) WHERE ((completed_at IS NULL) AND (lacks <> '{}'::text[]));
CREATE UNIQUE INDEX referral_way_pkey ON public.referral_way USING btree (referral_id);
