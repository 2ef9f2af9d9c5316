-- no row-level security

GRANT INSERT, SELECT, UPDATE ON session TO holdfast_app;
GRANT INSERT, SELECT, UPDATE ON session TO holdfast_worker;

CREATE INDEX session_account_id_idx ON public.session USING btree (account_id);
CREATE UNIQUE INDEX session_pkey ON public.session USING btree (id);
