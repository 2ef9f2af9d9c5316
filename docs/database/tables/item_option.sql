ALTER TABLE item_option ENABLE ROW LEVEL SECURITY;
ALTER TABLE item_option FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON item_option TO holdfast_app;
GRANT INSERT, SELECT ON item_option TO holdfast_worker;

CREATE POLICY add ON item_option FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((by = ( SELECT app_account() AS app_account)) AND item_opens(item_id) AND (EXISTS ( SELECT 1
   FROM meeting_item i
  WHERE ((i.id = item_option.item_id) AND borough_in(i.borough, ( SELECT app_record_boroughs() AS app_record_boroughs)))))));
CREATE POLICY owner_all ON item_option FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON item_option FOR SELECT TO holdfast_app, holdfast_worker
  USING (item_opens(item_id));

CREATE TRIGGER item_option_in_session BEFORE INSERT ON item_option FOR EACH ROW EXECUTE FUNCTION minute_in_session();
CREATE TRIGGER item_option_never_cut BEFORE TRUNCATE ON item_option FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER item_option_never_edited BEFORE DELETE OR UPDATE ON item_option FOR EACH ROW EXECUTE FUNCTION item_words_stand('why');

CREATE INDEX item_option_item_id_idx ON public.item_option USING btree (item_id);
CREATE UNIQUE INDEX item_option_pkey ON public.item_option USING btree (id);
