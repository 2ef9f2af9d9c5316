ALTER TABLE episode_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE episode_entry FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON episode_entry TO holdfast_app;
GRANT INSERT, SELECT ON episode_entry TO holdfast_worker;

CREATE POLICY add ON episode_entry FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((EXISTS ( SELECT 1
   FROM episode e
  WHERE (e.id = episode_entry.episode_id))));
CREATE POLICY owner_all ON episode_entry FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON episode_entry FOR SELECT TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM episode e
  WHERE (e.id = episode_entry.episode_id))));

CREATE TRIGGER episode_entry_never_cut BEFORE TRUNCATE ON episode_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER episode_entry_never_edited BEFORE DELETE OR UPDATE ON episode_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE INDEX episode_entry_episode_id_idx ON public.episode_entry USING btree (episode_id);
CREATE UNIQUE INDEX episode_entry_pkey ON public.episode_entry USING btree (entry_id);
