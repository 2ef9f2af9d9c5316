ALTER TABLE figure_fact ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_fact FORCE ROW LEVEL SECURITY;

GRANT SELECT ON figure_fact TO holdfast_app;
GRANT SELECT ON figure_fact TO holdfast_worker;

CREATE POLICY owner_all ON figure_fact FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON figure_fact FOR SELECT TO holdfast_app, holdfast_worker
  USING (borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)));

CREATE TRIGGER figure_fact_never_cut BEFORE TRUNCATE ON figure_fact FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER figure_fact_never_edited BEFORE DELETE OR UPDATE ON figure_fact FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER figure_kept_falls AFTER INSERT ON figure_fact FOR EACH ROW EXECUTE FUNCTION figure_kept_falls();

CREATE INDEX figure_fact_changed ON public.figure_fact USING btree (GREATEST(at, recorded_at));
CREATE INDEX figure_fact_counted ON public.figure_fact USING btree (kind, borough, at) INCLUDE (word, recorded_at, person_id);
CREATE INDEX figure_fact_person ON public.figure_fact USING btree (person_id, kind, at);
CREATE UNIQUE INDEX figure_fact_pkey ON public.figure_fact USING btree (entry_id, person_id, kind);
