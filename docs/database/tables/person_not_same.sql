ALTER TABLE person_not_same ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_not_same FORCE ROW LEVEL SECURITY;

GRANT SELECT ON person_not_same TO holdfast_app;
GRANT SELECT ON person_not_same TO holdfast_search;
GRANT SELECT ON person_not_same TO holdfast_worker;

CREATE POLICY owner_all ON person_not_same FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY search_sees ON person_not_same FOR SELECT TO holdfast_search
  USING (true);
CREATE POLICY see ON person_not_same FOR SELECT TO holdfast_app, holdfast_worker
  USING (pair_in_reach(a_id, b_id));

ALTER TABLE person_not_same ADD CONSTRAINT person_not_same_reason CHECK ((btrim(reason) <> ''::text));
ALTER TABLE person_not_same ADD CONSTRAINT person_not_same_taken_back CHECK ((((taken_back_at IS NULL) = (taken_back_by IS NULL)) AND ((taken_back_at IS NULL) = (taken_back_why IS NULL)) AND (btrim(COALESCE(taken_back_why, 'x'::text)) <> ''::text)));
ALTER TABLE person_not_same ADD CONSTRAINT person_not_same_two CHECK ((a_id < b_id));

CREATE TRIGGER person_not_same_never_cut BEFORE TRUNCATE ON person_not_same FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER person_not_same_never_edited BEFORE DELETE OR UPDATE ON person_not_same FOR EACH ROW EXECUTE FUNCTION person_not_same_guard();

CREATE INDEX person_not_same_a_id_idx ON public.person_not_same USING btree (a_id);
CREATE INDEX person_not_same_b_id_idx ON public.person_not_same USING btree (b_id);
CREATE UNIQUE INDEX person_not_same_pkey ON public.person_not_same USING btree (id);
CREATE UNIQUE INDEX person_not_same_stands ON public.person_not_same USING btree (a_id, b_id) WHERE (taken_back_at IS NULL);
