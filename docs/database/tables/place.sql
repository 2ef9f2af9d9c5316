ALTER TABLE place ENABLE ROW LEVEL SECURITY;
ALTER TABLE place FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON place TO holdfast_app;
GRANT INSERT, SELECT ON place TO holdfast_worker;

GRANT UPDATE (kind, name, line, postcode, concern, makesafe, owner_contact, telephone, leaflet_on, changed_at, version, closed_at) ON place TO holdfast_app;
GRANT UPDATE (kind, name, line, postcode, concern, makesafe, owner_contact, telephone, leaflet_on, changed_at, version, closed_at) ON place TO holdfast_worker;

CREATE POLICY add ON place FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((recorded_by = ( SELECT app_account() AS app_account)) AND borough_in(borough, ( SELECT app_index_boroughs() AS app_index_boroughs))));
CREATE POLICY change ON place FOR UPDATE TO holdfast_app, holdfast_worker
  USING (borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)))
  WITH CHECK (borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)));
CREATE POLICY owner_all ON place FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON place FOR SELECT TO holdfast_app, holdfast_worker
  USING (borough_in(borough, ( SELECT app_index_boroughs() AS app_index_boroughs)));

ALTER TABLE place ADD CONSTRAINT place_kind CHECK ((kind = ANY (ARRAY['hotel'::text, 'takeaway'::text, 'park'::text, 'address'::text, 'online'::text, 'transport'::text, 'licensed-premises'::text, 'mini-cab'::text, 'other'::text])));
ALTER TABLE place ADD CONSTRAINT place_why CHECK ((concern OR makesafe));

CREATE TRIGGER place_guard BEFORE DELETE OR UPDATE ON place FOR EACH ROW EXECUTE FUNCTION place_guard();
CREATE TRIGGER place_never_cut BEFORE TRUNCATE ON place FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE INDEX place_borough_idx ON public.place USING btree (borough);
CREATE UNIQUE INDEX place_pkey ON public.place USING btree (id);
CREATE INDEX place_postcode_idx ON public.place USING btree (postcode);
CREATE UNIQUE INDEX place_reference_key ON public.place USING btree (reference);
