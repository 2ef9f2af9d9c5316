ALTER TABLE flag_match ENABLE ROW LEVEL SECURITY;
ALTER TABLE flag_match FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON flag_match TO holdfast_app;
GRANT SELECT ON flag_match TO holdfast_worker;

CREATE POLICY add ON flag_match FOR INSERT TO holdfast_app
  WITH CHECK (((by = ( SELECT app_account() AS app_account)) AND person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (NOT person_barred(person_id))));
CREATE POLICY owner_all ON flag_match FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON flag_match FOR SELECT TO holdfast_app, holdfast_worker
  USING (((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT person_barred(person_id))));

ALTER TABLE flag_match ADD CONSTRAINT flag_match_found CHECK (((found = ANY (ARRAY['flag-without-record'::text, 'record-without-flag'::text])) AND (decision = ANY (ARRAY['kept'::text, 'asked'::text, 'added'::text])) AND ((decision <> 'kept'::text) OR (review_on IS NOT NULL))));

CREATE TRIGGER flag_match_never_cut BEFORE TRUNCATE ON flag_match FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER flag_match_never_edited BEFORE DELETE OR UPDATE ON flag_match FOR EACH ROW WHEN (NOT identity_moving()) EXECUTE FUNCTION refuse_change();

CREATE INDEX flag_match_person_id_at_idx ON public.flag_match USING btree (person_id, at);
CREATE UNIQUE INDEX flag_match_pkey ON public.flag_match USING btree (id);
