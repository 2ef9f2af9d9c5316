ALTER TABLE episode_information ENABLE ROW LEVEL SECURITY;
ALTER TABLE episode_information FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON episode_information TO holdfast_app;
GRANT INSERT, SELECT ON episode_information TO holdfast_worker;

GRANT UPDATE (acted_at, acted_by) ON episode_information TO holdfast_app;
GRANT UPDATE (acted_at, acted_by) ON episode_information TO holdfast_worker;

CREATE POLICY add ON episode_information FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK ((EXISTS ( SELECT 1
   FROM episode e
  WHERE (e.id = episode_information.episode_id))));
CREATE POLICY change ON episode_information FOR UPDATE TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM episode e
  WHERE (e.id = episode_information.episode_id))))
  WITH CHECK (true);
CREATE POLICY owner_all ON episode_information FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON episode_information FOR SELECT TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM episode e
  WHERE (e.id = episode_information.episode_id))));

CREATE TRIGGER episode_information_never_cut BEFORE TRUNCATE ON episode_information FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER episode_information_never_edited BEFORE DELETE OR UPDATE ON episode_information FOR EACH ROW EXECUTE FUNCTION episode_information_guard();

CREATE INDEX episode_information_episode_id_idx ON public.episode_information USING btree (episode_id);
CREATE UNIQUE INDEX episode_information_pkey ON public.episode_information USING btree (id);
CREATE INDEX episode_information_waits ON public.episode_information USING btree (episode_id, received_at) WHERE (acted_at IS NULL);
