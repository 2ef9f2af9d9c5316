ALTER TABLE person_join ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_join FORCE ROW LEVEL SECURITY;

GRANT SELECT ON person_join TO holdfast_app;
GRANT SELECT ON person_join TO holdfast_worker;

CREATE POLICY owner_all ON person_join FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON person_join FOR SELECT TO holdfast_app, holdfast_worker
  USING (pair_in_reach(gone_id, kept_id));

ALTER TABLE person_join ADD CONSTRAINT person_join_parted CHECK ((((parted_at IS NULL) = (parted_by IS NULL)) AND ((parted_at IS NULL) = (parted_reason IS NULL)) AND (btrim(COALESCE(parted_reason, 'x'::text)) <> ''::text) AND (parted_at >= joined_at)));
ALTER TABLE person_join ADD CONSTRAINT person_join_reason CHECK ((btrim(reason) <> ''::text));
ALTER TABLE person_join ADD CONSTRAINT person_join_two CHECK ((gone_id <> kept_id));

CREATE TRIGGER figure_kept_falls AFTER INSERT OR UPDATE ON person_join FOR EACH ROW EXECUTE FUNCTION figure_kept_falls();
CREATE TRIGGER person_join_never_cut BEFORE TRUNCATE ON person_join FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER person_join_never_edited BEFORE DELETE OR UPDATE ON person_join FOR EACH ROW EXECUTE FUNCTION person_join_guard();

CREATE INDEX person_join_gone ON public.person_join USING btree (gone_id, joined_at);
CREATE INDEX person_join_kept_id_idx ON public.person_join USING btree (kept_id);
CREATE UNIQUE INDEX person_join_pkey ON public.person_join USING btree (id);
CREATE UNIQUE INDEX person_join_stands ON public.person_join USING btree (gone_id) WHERE (parted_at IS NULL);
