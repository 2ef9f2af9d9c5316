ALTER TABLE figure_annulled ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_annulled FORCE ROW LEVEL SECURITY;

GRANT SELECT ON figure_annulled TO holdfast_app;
GRANT SELECT ON figure_annulled TO holdfast_worker;

CREATE POLICY owner_all ON figure_annulled FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON figure_annulled FOR SELECT TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM figure_fact f
  WHERE ((f.entry_id = figure_annulled.entry_id) AND (f.person_id = figure_annulled.person_id)))));

CREATE TRIGGER figure_annulled_never_cut BEFORE TRUNCATE ON figure_annulled FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER figure_annulled_never_edited BEFORE DELETE OR UPDATE ON figure_annulled FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER figure_kept_falls AFTER INSERT ON figure_annulled FOR EACH ROW EXECUTE FUNCTION figure_kept_falls();

CREATE UNIQUE INDEX figure_annulled_pkey ON public.figure_annulled USING btree (entry_id, person_id, recorded_at);
CREATE INDEX figure_annulled_recorded ON public.figure_annulled USING btree (recorded_at);
