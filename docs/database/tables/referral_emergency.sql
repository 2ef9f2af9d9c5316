ALTER TABLE referral_emergency ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral_emergency FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON referral_emergency TO holdfast_app;
GRANT INSERT, SELECT ON referral_emergency TO holdfast_worker;

GRANT UPDATE (kind, call, entry_id, recorded_at, recorded_by) ON referral_emergency TO holdfast_app;
GRANT UPDATE (kind, call, entry_id, recorded_at, recorded_by) ON referral_emergency TO holdfast_worker;

CREATE POLICY add ON referral_emergency FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((recorded_by = ( SELECT app_account() AS app_account)));
CREATE POLICY change ON referral_emergency FOR UPDATE TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM referral r
  WHERE ((r.id = referral_emergency.referral_id) AND borough_in(r.borough, ( SELECT app_record_boroughs() AS app_record_boroughs))))))
  WITH CHECK ((recorded_by = ( SELECT app_account() AS app_account)));
CREATE POLICY owner_all ON referral_emergency FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON referral_emergency FOR SELECT TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM referral r
  WHERE ((r.id = referral_emergency.referral_id) AND borough_in(r.borough, ( SELECT app_record_boroughs() AS app_record_boroughs))))));

ALTER TABLE referral_emergency ADD CONSTRAINT referral_emergency_said CHECK (((kind = ANY (ARRAY['danger-now'::text, 'recent-rape'::text, 'none'::text])) AND ((kind = 'none'::text) OR (call = ANY (ARRAY['made'::text, 'none'::text])))));

CREATE UNIQUE INDEX referral_emergency_pkey ON public.referral_emergency USING btree (referral_id);
CREATE INDEX referral_emergency_recorded_at_idx ON public.referral_emergency USING btree (recorded_at);
