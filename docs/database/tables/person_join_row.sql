ALTER TABLE person_join_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_join_row FORCE ROW LEVEL SECURITY;

GRANT SELECT ON person_join_row TO holdfast_app;
GRANT SELECT ON person_join_row TO holdfast_worker;

CREATE POLICY owner_all ON person_join_row FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON person_join_row FOR SELECT TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM person_join j
  WHERE (j.id = person_join_row.join_id))));

ALTER TABLE person_join_row ADD CONSTRAINT person_join_row_fate CHECK ((fate = ANY (ARRAY['back'::text, 'stays'::text])));
ALTER TABLE person_join_row ADD CONSTRAINT person_join_row_op CHECK ((op = ANY (ARRAY['added'::text, 'moved'::text, 'changed'::text, 'removed'::text])));

CREATE TRIGGER person_join_row_never_cut BEFORE TRUNCATE ON person_join_row FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER person_join_row_never_edited BEFORE DELETE OR UPDATE ON person_join_row FOR EACH ROW EXECUTE FUNCTION person_join_row_guard();

CREATE INDEX person_join_row_join_id_idx ON public.person_join_row USING btree (join_id);
CREATE UNIQUE INDEX person_join_row_pkey ON public.person_join_row USING btree (n);
