ALTER TABLE cse_category ENABLE ROW LEVEL SECURITY;
ALTER TABLE cse_category FORCE ROW LEVEL SECURITY;

GRANT SELECT ON cse_category TO holdfast_app;
GRANT SELECT ON cse_category TO holdfast_worker;

CREATE POLICY owner_all ON cse_category FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON cse_category FOR SELECT TO holdfast_app, holdfast_worker
  USING (((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT person_barred(person_id))));

ALTER TABLE cse_category ADD CONSTRAINT cse_category_range CHECK ((((category >= 0) AND (category <= 3)) AND ((minimum IS NULL) OR ((minimum >= 0) AND (minimum <= 3)))));
ALTER TABLE cse_category ADD CONSTRAINT cse_category_second_line CHECK ((((second_line_at IS NULL) = (second_line_agrees IS NULL)) AND ((second_line_by IS NULL) OR (second_line_by <> set_by))));

CREATE TRIGGER cse_category_never_cut BEFORE TRUNCATE ON cse_category FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER cse_category_stands BEFORE DELETE OR UPDATE ON cse_category FOR EACH ROW WHEN (NOT identity_moving()) EXECUTE FUNCTION exploitation_guard('superseded_at', 'second_line_at', 'second_line_by', 'second_line_agrees', 'second_line_entry');

CREATE INDEX cse_category_followed ON public.cse_category USING btree (superseded_at) WHERE (superseded_at IS NOT NULL);
CREATE INDEX cse_category_of_borough ON public.cse_category USING btree (borough, set_at, entry_id) WHERE (superseded_at IS NULL);
CREATE INDEX cse_category_of_london ON public.cse_category USING btree (set_at, entry_id) WHERE (superseded_at IS NULL);
CREATE INDEX cse_category_person_id_set_at_idx ON public.cse_category USING btree (person_id, set_at);
CREATE UNIQUE INDEX cse_category_pkey ON public.cse_category USING btree (entry_id, person_id);
CREATE UNIQUE INDEX cse_category_stands ON public.cse_category USING btree (person_id) WHERE (superseded_at IS NULL);
