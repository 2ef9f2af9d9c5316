ALTER TABLE place_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE place_event FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON place_event TO holdfast_app;
GRANT INSERT, SELECT ON place_event TO holdfast_worker;

CREATE POLICY add ON place_event FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((recorded_by = ( SELECT app_account() AS app_account)) AND ((adult_id IS NULL) OR record_open(adult_id)) AND borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs))));
CREATE POLICY owner_all ON place_event FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON place_event FOR SELECT TO holdfast_app, holdfast_worker
  USING ((((adult_id IS NULL) OR record_open(adult_id)) AND ((place_id IS NULL) OR (EXISTS ( SELECT 1
   FROM place p
  WHERE (p.id = place_event.place_id))))));

ALTER TABLE place_event ADD CONSTRAINT place_event_kind CHECK ((kind = ANY (ARRAY['tactic'::text, 'training'::text])));
ALTER TABLE place_event ADD CONSTRAINT place_event_of CHECK (((place_id IS NOT NULL) OR (adult_id IS NOT NULL)));

CREATE TRIGGER place_event_guard BEFORE DELETE OR UPDATE ON place_event FOR EACH ROW WHEN (NOT identity_moving()) EXECUTE FUNCTION concern_guard('|');
CREATE TRIGGER place_event_never_cut BEFORE TRUNCATE ON place_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE INDEX place_event_adult_id_idx ON public.place_event USING btree (adult_id);
CREATE UNIQUE INDEX place_event_pkey ON public.place_event USING btree (id);
CREATE INDEX place_event_place_id_idx ON public.place_event USING btree (place_id);
