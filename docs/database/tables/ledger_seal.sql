ALTER TABLE ledger_seal ENABLE ROW LEVEL SECURITY;
ALTER TABLE ledger_seal FORCE ROW LEVEL SECURITY;

GRANT SELECT ON ledger_seal TO holdfast_app;
GRANT SELECT ON ledger_seal TO holdfast_worker;

CREATE POLICY owner_all ON ledger_seal FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON ledger_seal FOR SELECT TO holdfast_app, holdfast_worker
  USING (true);

CREATE UNIQUE INDEX ledger_seal_pkey ON public.ledger_seal USING btree (ledger, day);
