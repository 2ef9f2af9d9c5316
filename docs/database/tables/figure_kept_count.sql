ALTER TABLE figure_kept_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_kept_count FORCE ROW LEVEL SECURITY;

CREATE POLICY owner_all ON figure_kept_count FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);

CREATE UNIQUE INDEX figure_kept_count_pkey ON public.figure_kept_count USING btree (upto, from_at, scope, month, measure, part, not_quorate);
