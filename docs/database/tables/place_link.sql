ALTER TABLE place_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE place_link FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON place_link TO holdfast_app;
GRANT INSERT, SELECT ON place_link TO holdfast_worker;

GRANT UPDATE (until) ON place_link TO holdfast_app;
GRANT UPDATE (until) ON place_link TO holdfast_worker;

CREATE POLICY add ON place_link FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((recorded_by = ( SELECT app_account() AS app_account)) AND record_open(person_id)));
CREATE POLICY change ON place_link FOR UPDATE TO holdfast_app, holdfast_worker
  USING (record_open(person_id))
  WITH CHECK (true);
CREATE POLICY owner_all ON place_link FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON place_link FOR SELECT TO holdfast_app, holdfast_worker
  USING ((
CASE
    WHEN ( SELECT ((app_account() IS NOT NULL) AND ('*'::text = ANY (app_index_boroughs())))) THEN true
    ELSE index_open(person_id)
END AND (EXISTS ( SELECT 1
   FROM place p
  WHERE (p.id = place_link.place_id))) AND ((part <> 'episode'::text) OR (NOT person_barred(person_id)))));

ALTER TABLE place_link ADD CONSTRAINT place_link_episode CHECK (((part = 'episode'::text) = (episode_id IS NOT NULL)));
ALTER TABLE place_link ADD CONSTRAINT place_link_part CHECK ((part = ANY (ARRAY['child'::text, 'adult'::text, 'episode'::text])));

CREATE TRIGGER place_link_guard BEFORE DELETE OR UPDATE ON place_link FOR EACH ROW WHEN (NOT identity_moving()) EXECUTE FUNCTION concern_guard('until', '|');
CREATE TRIGGER place_link_never_cut BEFORE TRUNCATE ON place_link FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE UNIQUE INDEX place_link_open ON public.place_link USING btree (place_id, person_id, part, COALESCE(episode_id, '00000000-0000-0000-0000-000000000000'::uuid)) WHERE (until IS NULL);
CREATE INDEX place_link_person_id_idx ON public.place_link USING btree (person_id);
CREATE UNIQUE INDEX place_link_pkey ON public.place_link USING btree (id);
CREATE INDEX place_link_place_id_idx ON public.place_link USING btree (place_id);
