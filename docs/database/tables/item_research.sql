ALTER TABLE item_research ENABLE ROW LEVEL SECURITY;
ALTER TABLE item_research FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON item_research TO holdfast_app;
GRANT INSERT, SELECT ON item_research TO holdfast_worker;

CREATE POLICY add ON item_research FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((by = ( SELECT app_account() AS app_account)) AND (EXISTS ( SELECT 1
   FROM meeting_item i
  WHERE ((i.id = item_research.item_id) AND (borough_in(i.borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (app_asked_for(i.call_id, item_research.agency) AND (item_research.agency = ANY (i.shared_with)))))))));
CREATE POLICY owner_all ON item_research FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON item_research FOR SELECT TO holdfast_app, holdfast_worker
  USING ((item_opens(item_id) AND (EXISTS ( SELECT 1
   FROM (meeting_item i
     JOIN meeting_call c ON ((c.id = i.call_id)))
  WHERE ((i.id = item_research.item_id) AND (borough_in(i.borough, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (c.opened_at IS NOT NULL) OR app_asked_for(c.id, item_research.agency)))))));

CREATE TRIGGER item_research_never_cut BEFORE TRUNCATE ON item_research FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER item_research_never_edited BEFORE DELETE OR UPDATE ON item_research FOR EACH ROW EXECUTE FUNCTION item_words_stand('says');
CREATE TRIGGER item_research_says BEFORE INSERT ON item_research FOR EACH ROW EXECUTE FUNCTION research_says();

CREATE INDEX item_research_item_id_idx ON public.item_research USING btree (item_id);
CREATE UNIQUE INDEX item_research_pkey ON public.item_research USING btree (id);
