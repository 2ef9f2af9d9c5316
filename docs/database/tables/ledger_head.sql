ALTER TABLE ledger_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_head FORCE ROW LEVEL SECURITY;

GRANT SELECT ON ledger_head TO holdfast_app;
GRANT SELECT ON ledger_head TO holdfast_worker;

CREATE POLICY owner_all ON ledger_head FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON ledger_head FOR SELECT TO holdfast_app, holdfast_worker
  USING (true);

CREATE UNIQUE INDEX ledger_head_pkey ON public.ledger_head USING btree (ledger);
