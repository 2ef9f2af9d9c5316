-- no row-level security

GRANT INSERT, SELECT, UPDATE ON account TO holdfast_app;
GRANT INSERT, SELECT, UPDATE ON account TO holdfast_worker;

CREATE UNIQUE INDEX account_email_key ON public.account USING btree (email);
CREATE UNIQUE INDEX account_pkey ON public.account USING btree (id);
