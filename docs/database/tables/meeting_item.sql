ALTER TABLE meeting_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE meeting_item FORCE ROW LEVEL SECURITY;

GRANT INSERT ON meeting_item TO holdfast_app;
GRANT INSERT ON meeting_item TO holdfast_worker;

GRANT SELECT (id, call_id, borough, kind, person_id, place_id, source, strategy_reference, shared_with, position, listed_at, listed_by, entry_id, risk_level, closed_at, closed_by, closed_entry, carried_to) ON meeting_item TO holdfast_app;
GRANT UPDATE (strategy_reference, shared_with, position, entry_id, risk_level, closed_at, closed_by, closed_entry, carried_to) ON meeting_item TO holdfast_app;
GRANT SELECT (id, call_id, borough, kind, person_id, place_id, source, strategy_reference, shared_with, position, listed_at, listed_by, entry_id, risk_level, closed_at, closed_by, closed_entry, carried_to) ON meeting_item TO holdfast_worker;
GRANT UPDATE (strategy_reference, shared_with, position, entry_id, risk_level, closed_at, closed_by, closed_entry, carried_to) ON meeting_item TO holdfast_worker;

CREATE POLICY add ON meeting_item FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((listed_by = ( SELECT app_account() AS app_account)) AND borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (EXISTS ( SELECT 1
   FROM meeting_call c
  WHERE ((c.id = meeting_item.call_id) AND (c.borough = meeting_item.borough))))));
CREATE POLICY change ON meeting_item FOR UPDATE TO holdfast_app, holdfast_worker
  USING (borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)))
  WITH CHECK (true);
CREATE POLICY owner_all ON meeting_item FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON meeting_item FOR SELECT TO holdfast_app, holdfast_worker
  USING ((borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR borough_in(borough, ( SELECT app_meeting_boroughs() AS app_meeting_boroughs)) OR app_shares(call_id, shared_with)));

ALTER TABLE meeting_item ADD CONSTRAINT meeting_item_about CHECK (
CASE
    WHEN (kind = ANY (ARRAY['victim'::text, 'offender'::text])) THEN ((person_id IS NOT NULL) AND (place_id IS NULL))
    WHEN (kind = 'location'::text) THEN (person_id IS NULL)
    ELSE ((person_id IS NULL) AND (place_id IS NULL))
END);
ALTER TABLE meeting_item ADD CONSTRAINT meeting_item_closed CHECK (((closed_at IS NULL) = (closed_by IS NULL)));
ALTER TABLE meeting_item ADD CONSTRAINT meeting_item_gate CHECK (((kind <> 'victim'::text) OR (strategy_reference IS NOT NULL) OR (override_reason IS NOT NULL)));
ALTER TABLE meeting_item ADD CONSTRAINT meeting_item_kind CHECK ((kind = ANY (ARRAY['victim'::text, 'offender'::text, 'location'::text, 'theme'::text])));
ALTER TABLE meeting_item ADD CONSTRAINT meeting_item_risk CHECK ((risk_level = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])));
ALTER TABLE meeting_item ADD CONSTRAINT meeting_item_source CHECK ((source = ANY (ARRAY['listed'::text, 'map-output'::text, 'carried'::text])));

CREATE TRIGGER meeting_item_never_cut BEFORE TRUNCATE ON meeting_item FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER meeting_item_stands BEFORE DELETE OR UPDATE ON meeting_item FOR EACH ROW WHEN (NOT identity_moving()) EXECUTE FUNCTION meeting_item_guard();

CREATE INDEX meeting_item_call_id_idx ON public.meeting_item USING btree (call_id);
CREATE INDEX meeting_item_person_id_idx ON public.meeting_item USING btree (person_id);
CREATE UNIQUE INDEX meeting_item_person_once ON public.meeting_item USING btree (call_id, kind, person_id) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX meeting_item_pkey ON public.meeting_item USING btree (id);
CREATE UNIQUE INDEX meeting_item_place_once ON public.meeting_item USING btree (call_id, place_id) WHERE (place_id IS NOT NULL);
