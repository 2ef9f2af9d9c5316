ALTER TABLE figure_kept ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_kept FORCE ROW LEVEL SECURITY;

CREATE POLICY owner_all ON figure_kept FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);

CREATE UNIQUE INDEX figure_kept_pkey ON public.figure_kept USING btree (upto, from_at, measure);
