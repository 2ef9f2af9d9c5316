ALTER TABLE person_address ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_address FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT, UPDATE ON person_address TO holdfast_app;
GRANT SELECT ON person_address TO holdfast_search;
GRANT INSERT, SELECT, UPDATE ON person_address TO holdfast_worker;

CREATE POLICY add ON person_address FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (true);
CREATE POLICY change ON person_address FOR UPDATE TO holdfast_app, holdfast_worker
  USING ((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (NOT person_barred(person_id))))
  WITH CHECK (true);
CREATE POLICY owner_all ON person_address FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY search_sees ON person_address FOR SELECT TO holdfast_search
  USING (true);
CREATE POLICY see ON person_address FOR SELECT TO holdfast_app, holdfast_worker
  USING (((person_in(person_id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (person_id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[]))) AND (NOT person_barred(person_id))));

ALTER TABLE person_address ADD CONSTRAINT person_address_ends_after CHECK ((until >= since));

CREATE INDEX person_address_doors ON public.person_address USING gin (address_doors(line)) WITH (fastupdate=off) WHERE (address_doors(line) IS NOT NULL);
CREATE INDEX person_address_line ON public.person_address USING btree (street_key(line)) WHERE (line <> ''::text);
CREATE INDEX person_address_person_id_idx ON public.person_address USING btree (person_id);
CREATE UNIQUE INDEX person_address_pkey ON public.person_address USING btree (id);
CREATE INDEX person_address_postcode ON public.person_address USING btree (plain_line(postcode)) WHERE (postcode IS NOT NULL);
CREATE INDEX person_address_postcode_idx ON public.person_address USING btree (postcode);
