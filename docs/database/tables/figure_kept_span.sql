ALTER TABLE figure_kept_span ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_kept_span FORCE ROW LEVEL SECURITY;

CREATE POLICY owner_all ON figure_kept_span FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);

CREATE UNIQUE INDEX figure_kept_span_pkey ON public.figure_kept_span USING btree (upto, from_at, scope, measure);
