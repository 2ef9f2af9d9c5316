-- no row-level security

GRANT INSERT, SELECT, UPDATE ON membership TO holdfast_app;
GRANT INSERT, SELECT, UPDATE ON membership TO holdfast_worker;

CREATE INDEX membership_account_id_idx ON public.membership USING btree (account_id);
CREATE UNIQUE INDEX membership_pkey ON public.membership USING btree (id);
CREATE INDEX membership_team_id_idx ON public.membership USING btree (team_id);
