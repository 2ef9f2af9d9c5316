-- no row-level security

GRANT INSERT, SELECT, UPDATE ON sign_in_attempt TO holdfast_app;
GRANT INSERT, SELECT, UPDATE ON sign_in_attempt TO holdfast_worker;

CREATE INDEX sign_in_attempt_address_at_idx ON public.sign_in_attempt USING btree (address, at);
CREATE INDEX sign_in_attempt_email_at_idx ON public.sign_in_attempt USING btree (email, at);
CREATE UNIQUE INDEX sign_in_attempt_pkey ON public.sign_in_attempt USING btree (id);
