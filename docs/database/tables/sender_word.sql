ALTER TABLE sender_word ENABLE ROW LEVEL SECURITY;
ALTER TABLE sender_word FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON sender_word TO holdfast_app;
GRANT INSERT, SELECT ON sender_word TO holdfast_worker;

CREATE POLICY add ON sender_word FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((said_by = ( SELECT app_account() AS app_account)) AND (EXISTS ( SELECT 1
   FROM referral r
  WHERE ((r.id = sender_word.referral_id) AND (borough_in(r.borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (r.from_team_id = ANY (( SELECT app_teams() AS app_teams)::uuid[]))))))));
CREATE POLICY owner_all ON sender_word FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON sender_word FOR SELECT TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM referral r
  WHERE ((r.id = sender_word.referral_id) AND (r.from_team_id = ANY (( SELECT app_teams() AS app_teams)::uuid[]))))));

ALTER TABLE sender_word ADD CONSTRAINT sender_word_known CHECK ((kind = ANY (ARRAY['told'::text, 'confirmed'::text])));

CREATE UNIQUE INDEX sender_word_pkey ON public.sender_word USING btree (id);
CREATE UNIQUE INDEX sender_word_referral_id_kind_key ON public.sender_word USING btree (referral_id, kind);
