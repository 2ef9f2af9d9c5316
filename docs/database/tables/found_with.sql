ALTER TABLE found_with ENABLE ROW LEVEL SECURITY;
ALTER TABLE found_with FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON found_with TO holdfast_app;
GRANT INSERT, SELECT ON found_with TO holdfast_worker;

CREATE POLICY add ON found_with FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((EXISTS ( SELECT 1
   FROM episode e
  WHERE (e.id = found_with.episode_id))));
CREATE POLICY owner_all ON found_with FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON found_with FOR SELECT TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM episode e
  WHERE (e.id = found_with.episode_id))));

CREATE TRIGGER found_with_never_cut BEFORE TRUNCATE ON found_with FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER found_with_never_edited BEFORE DELETE OR UPDATE ON found_with FOR EACH ROW WHEN (NOT identity_moving()) EXECUTE FUNCTION words_stand('name', 'about');

CREATE INDEX found_with_borough_at_idx ON public.found_with USING btree (borough, at);
CREATE INDEX found_with_episode_id_idx ON public.found_with USING btree (episode_id);
CREATE UNIQUE INDEX found_with_pkey ON public.found_with USING btree (id);
