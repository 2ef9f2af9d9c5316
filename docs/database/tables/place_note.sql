ALTER TABLE place_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE place_note FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON place_note TO holdfast_app;
GRANT INSERT, SELECT ON place_note TO holdfast_worker;

CREATE POLICY add ON place_note FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((by = ( SELECT app_account() AS app_account)));
CREATE POLICY owner_all ON place_note FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON place_note FOR SELECT TO holdfast_app, holdfast_worker
  USING ((((by = ( SELECT app_account() AS app_account)) AND ((person_id IS NULL) OR (NOT person_barred(person_id)))) OR
CASE
    WHEN (person_id IS NULL) THEN borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs))
    ELSE record_open(person_id)
END));

CREATE TRIGGER place_note_guard BEFORE DELETE OR UPDATE ON place_note FOR EACH ROW WHEN (NOT identity_moving()) EXECUTE FUNCTION concern_guard('|', 'words');
CREATE TRIGGER place_note_never_cut BEFORE TRUNCATE ON place_note FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE INDEX place_note_call_id_idx ON public.place_note USING btree (call_id);
CREATE INDEX place_note_of_id_idx ON public.place_note USING btree (of_id);
CREATE UNIQUE INDEX place_note_pkey ON public.place_note USING btree (id);
CREATE INDEX place_note_place_id_idx ON public.place_note USING btree (place_id);
