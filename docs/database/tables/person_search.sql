ALTER TABLE person_search ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_search FORCE ROW LEVEL SECURITY;

GRANT SELECT ON person_search TO holdfast_search;

CREATE POLICY owner_all ON person_search FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY search_sees ON person_search FOR SELECT TO holdfast_search
  USING (true);

CREATE INDEX person_search_born_keys ON public.person_search USING btree (born_on) INCLUDE (person_id, keys) WHERE (born_on IS NOT NULL);
CREATE INDEX person_search_keys ON public.person_search USING gin (keys) WITH (fastupdate=off);
CREATE UNIQUE INDEX person_search_pkey ON public.person_search USING btree (person_id, name);
CREATE INDEX person_search_restricted ON public.person_search USING gin (keys) WITH (fastupdate=off) WHERE restricted;
CREATE INDEX person_search_start ON public.person_search USING btree (name text_pattern_ops);
