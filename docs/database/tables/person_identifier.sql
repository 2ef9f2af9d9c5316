ALTER TABLE person_identifier ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_identifier FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON person_identifier TO holdfast_app;
GRANT SELECT ON person_identifier TO holdfast_search;
GRANT INSERT, SELECT ON person_identifier TO holdfast_worker;

GRANT UPDATE (ended_at) ON person_identifier TO holdfast_app;
GRANT UPDATE (ended_at) ON person_identifier TO holdfast_worker;

CREATE POLICY add ON person_identifier FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((recorded_by = ( SELECT app_account() AS app_account)) AND record_open(person_id)));
CREATE POLICY change ON person_identifier FOR UPDATE TO holdfast_app, holdfast_worker
  USING ((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (NOT person_barred(person_id))))
  WITH CHECK (true);
CREATE POLICY owner_all ON person_identifier FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY search_sees ON person_identifier FOR SELECT TO holdfast_search
  USING (true);
CREATE POLICY see ON person_identifier FOR SELECT TO holdfast_app, holdfast_worker
  USING (record_open(person_id));

ALTER TABLE person_identifier ADD CONSTRAINT person_identifier_kind CHECK ((kind = ANY (ARRAY['telephone'::text, 'vehicle'::text, 'online-name'::text, 'e-mail'::text])));

CREATE TRIGGER person_identifier_guard BEFORE DELETE OR UPDATE ON person_identifier FOR EACH ROW WHEN (NOT identity_moving()) EXECUTE FUNCTION concern_guard('ended_at', '|', 'value', 'folded');
CREATE TRIGGER person_identifier_never_cut BEFORE TRUNCATE ON person_identifier FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE INDEX person_identifier_kind_folded_idx ON public.person_identifier USING btree (kind, folded);
CREATE UNIQUE INDEX person_identifier_open ON public.person_identifier USING btree (person_id, kind, folded) WHERE (ended_at IS NULL);
CREATE INDEX person_identifier_person_id_idx ON public.person_identifier USING btree (person_id);
CREATE UNIQUE INDEX person_identifier_pkey ON public.person_identifier USING btree (id);
