ALTER TABLE name_spelling ENABLE ROW LEVEL SECURITY;
ALTER TABLE name_spelling FORCE ROW LEVEL SECURITY;

GRANT SELECT ON name_spelling TO holdfast_search;

CREATE POLICY owner_all ON name_spelling FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY search_sees ON name_spelling FOR SELECT TO holdfast_search
  USING (true);

ALTER TABLE name_spelling ADD CONSTRAINT name_spelling_spelling_check CHECK ((spelling ~ '^[a-z]+$'::text));

CREATE UNIQUE INDEX name_spelling_pkey ON public.name_spelling USING btree (spelling, name);
