ALTER TABLE figure_wanted ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_wanted FORCE ROW LEVEL SECURITY;

CREATE POLICY owner_all ON figure_wanted FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);

CREATE UNIQUE INDEX figure_wanted_pkey ON public.figure_wanted USING btree (from_at, upto);
