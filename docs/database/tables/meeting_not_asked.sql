ALTER TABLE meeting_not_asked ENABLE ROW LEVEL SECURITY;
ALTER TABLE meeting_not_asked FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON meeting_not_asked TO holdfast_app;
GRANT INSERT, SELECT ON meeting_not_asked TO holdfast_worker;

CREATE POLICY add ON meeting_not_asked FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((by = ( SELECT app_account() AS app_account)) AND (EXISTS ( SELECT 1
   FROM meeting_call c
  WHERE ((c.id = meeting_not_asked.call_id) AND borough_in(c.borough, ( SELECT app_record_boroughs() AS app_record_boroughs)))))));
CREATE POLICY owner_all ON meeting_not_asked FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON meeting_not_asked FOR SELECT TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM meeting_call c
  WHERE ((c.id = meeting_not_asked.call_id) AND (borough_in(c.borough, ( SELECT app_narrative_boroughs() AS app_narrative_boroughs)) OR borough_in(c.borough, ( SELECT app_meeting_boroughs() AS app_meeting_boroughs)))))));

CREATE TRIGGER meeting_not_asked_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON meeting_not_asked FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE INDEX meeting_not_asked_call_id_idx ON public.meeting_not_asked USING btree (call_id);
CREATE UNIQUE INDEX meeting_not_asked_pkey ON public.meeting_not_asked USING btree (id);
