-- no row-level security

GRANT INSERT, SELECT, UPDATE ON team TO holdfast_app;
GRANT INSERT, SELECT, UPDATE ON team TO holdfast_worker;

CREATE UNIQUE INDEX team_code_key ON public.team USING btree (code);
CREATE UNIQUE INDEX team_pkey ON public.team USING btree (id);
