ALTER TABLE name_word ENABLE ROW LEVEL SECURITY;
ALTER TABLE name_word FORCE ROW LEVEL SECURITY;

GRANT SELECT ON name_word TO holdfast_search;

CREATE POLICY owner_all ON name_word FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY search_sees ON name_word FOR SELECT TO holdfast_search
  USING (true);

CREATE INDEX name_word_keys ON public.name_word USING gin (keys) WITH (fastupdate=off);
CREATE INDEX name_word_like ON public.name_word USING gin (word gin_trgm_ops) WITH (fastupdate=off);
CREATE UNIQUE INDEX name_word_pkey ON public.name_word USING btree (word);
CREATE INDEX name_word_start ON public.name_word USING btree (word text_pattern_ops);
