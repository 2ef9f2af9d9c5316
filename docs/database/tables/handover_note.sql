ALTER TABLE handover_note ENABLE ROW LEVEL SECURITY;
ALTER TABLE handover_note FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON handover_note TO holdfast_app;
GRANT INSERT, SELECT ON handover_note TO holdfast_worker;

CREATE POLICY add ON handover_note FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((written_by = ( SELECT app_account() AS app_account)) AND (EXISTS ( SELECT 1
   FROM handover h
  WHERE ((h.id = handover_note.handover_id) AND (h.borough = handover_note.borough) AND (h.offered_by = ( SELECT app_account() AS app_account)))))));
CREATE POLICY owner_all ON handover_note FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON handover_note FOR SELECT TO holdfast_app, holdfast_worker
  USING ((borough_in(borough, ( SELECT app_narrative_boroughs() AS app_narrative_boroughs)) OR (written_by = ( SELECT app_account() AS app_account))));

CREATE TRIGGER handover_note_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON handover_note FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE UNIQUE INDEX handover_note_pkey ON public.handover_note USING btree (handover_id);
