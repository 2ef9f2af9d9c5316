ALTER TABLE referral_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral_person FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON referral_person TO holdfast_app;
GRANT SELECT ON referral_person TO holdfast_search;
GRANT INSERT, SELECT ON referral_person TO holdfast_worker;

GRANT UPDATE (role, looked_at, looked_by) ON referral_person TO holdfast_app;
GRANT UPDATE (role, looked_at, looked_by) ON referral_person TO holdfast_worker;

CREATE POLICY add ON referral_person FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (true);
CREATE POLICY change ON referral_person FOR UPDATE TO holdfast_app, holdfast_worker
  USING (((NOT person_barred(person_id)) AND (EXISTS ( SELECT 1
   FROM referral r
  WHERE ((r.id = referral_person.referral_id) AND borough_in(r.borough, ( SELECT app_record_boroughs() AS app_record_boroughs)))))))
  WITH CHECK ((EXISTS ( SELECT 1
   FROM referral r
  WHERE ((r.id = referral_person.referral_id) AND borough_in(r.borough, ( SELECT app_record_boroughs() AS app_record_boroughs))))));
CREATE POLICY owner_all ON referral_person FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY search_sees ON referral_person FOR SELECT TO holdfast_search
  USING (true);
CREATE POLICY see ON referral_person FOR SELECT TO holdfast_app, holdfast_worker
  USING (((EXISTS ( SELECT 1
   FROM referral r
  WHERE ((r.id = referral_person.referral_id) AND borough_in(r.borough, ( SELECT app_record_boroughs() AS app_record_boroughs))))) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))));

CREATE INDEX referral_person_not_looked ON public.referral_person USING btree (referral_id) WHERE (provisional AND (looked_at IS NULL));
CREATE INDEX referral_person_person_id_idx ON public.referral_person USING btree (person_id);
CREATE UNIQUE INDEX referral_person_pkey ON public.referral_person USING btree (referral_id, person_id, role);
