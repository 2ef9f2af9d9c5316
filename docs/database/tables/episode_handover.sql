ALTER TABLE episode_handover ENABLE ROW LEVEL SECURITY;
ALTER TABLE episode_handover FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON episode_handover TO holdfast_app;
GRANT INSERT, SELECT ON episode_handover TO holdfast_worker;

GRANT UPDATE (accepted_at, accepted_by) ON episode_handover TO holdfast_app;
GRANT UPDATE (accepted_at, accepted_by) ON episode_handover TO holdfast_worker;

CREATE POLICY add ON episode_handover FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((offered_by = ( SELECT app_account() AS app_account)) AND (accepted_at IS NULL) AND ( SELECT app_looks_for() AS app_looks_for) AND (EXISTS ( SELECT 1
   FROM episode e
  WHERE (e.id = episode_handover.episode_id)))));
CREATE POLICY change ON episode_handover FOR UPDATE TO holdfast_app, holdfast_worker
  USING (((accepted_at IS NULL) AND ( SELECT app_looks_for() AS app_looks_for) AND (EXISTS ( SELECT 1
   FROM episode e
  WHERE (e.id = episode_handover.episode_id)))))
  WITH CHECK (((accepted_by = ( SELECT app_account() AS app_account)) AND (offered_by <> ( SELECT app_account() AS app_account))));
CREATE POLICY owner_all ON episode_handover FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON episode_handover FOR SELECT TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM episode e
  WHERE (e.id = episode_handover.episode_id))));

ALTER TABLE episode_handover ADD CONSTRAINT episode_handover_accepted CHECK ((((accepted_by IS NULL) = (accepted_at IS NULL)) AND (accepted_by <> offered_by)));
ALTER TABLE episode_handover ADD CONSTRAINT episode_handover_side CHECK ((to_side = ANY (ARRAY['control-room'::text, 'unit'::text])));

CREATE TRIGGER episode_handover_never_cut BEFORE TRUNCATE ON episode_handover FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER episode_handover_never_edited BEFORE DELETE OR UPDATE ON episode_handover FOR EACH ROW EXECUTE FUNCTION episode_handover_guard();

CREATE INDEX episode_handover_episode_id_idx ON public.episode_handover USING btree (episode_id);
CREATE UNIQUE INDEX episode_handover_open ON public.episode_handover USING btree (episode_id) WHERE (accepted_at IS NULL);
CREATE UNIQUE INDEX episode_handover_pkey ON public.episode_handover USING btree (id);
