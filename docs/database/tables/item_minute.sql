ALTER TABLE item_minute ENABLE ROW LEVEL SECURITY;
ALTER TABLE item_minute FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON item_minute TO holdfast_app;
GRANT INSERT, SELECT ON item_minute TO holdfast_worker;

CREATE POLICY add ON item_minute FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((by = ( SELECT app_account() AS app_account)) AND item_opens(item_id) AND (EXISTS ( SELECT 1
   FROM meeting_item i
  WHERE ((i.id = item_minute.item_id) AND borough_in(i.borough, ( SELECT app_record_boroughs() AS app_record_boroughs)))))));
CREATE POLICY owner_all ON item_minute FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON item_minute FOR SELECT TO holdfast_app, holdfast_worker
  USING (item_opens(item_id));

ALTER TABLE item_minute ADD CONSTRAINT item_minute_field CHECK ((field = ANY (ARRAY['analysis'::text, 'risk'::text, 'decision'::text, 'mitigation'::text, 'notes'::text])));
ALTER TABLE item_minute ADD CONSTRAINT item_minute_version CHECK (((version > 0) AND (base >= 0) AND (base < version)));

CREATE TRIGGER item_minute_in_session BEFORE INSERT ON item_minute FOR EACH ROW EXECUTE FUNCTION minute_in_session();
CREATE TRIGGER item_minute_never_cut BEFORE TRUNCATE ON item_minute FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER item_minute_never_edited BEFORE DELETE OR UPDATE ON item_minute FOR EACH ROW EXECUTE FUNCTION item_words_stand('text');

CREATE UNIQUE INDEX item_minute_item_id_field_version_key ON public.item_minute USING btree (item_id, field, version);
CREATE UNIQUE INDEX item_minute_pkey ON public.item_minute USING btree (id);
