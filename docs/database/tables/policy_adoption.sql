-- no row-level security

GRANT INSERT, SELECT, UPDATE ON policy_adoption TO holdfast_app;
GRANT INSERT, SELECT, UPDATE ON policy_adoption TO holdfast_worker;

CREATE TRIGGER adoption_never_edited BEFORE UPDATE ON policy_adoption FOR EACH ROW EXECUTE FUNCTION adoption_guard();

CREATE INDEX policy_adoption_borough_from_date_idx ON public.policy_adoption USING btree (borough, from_date);
CREATE UNIQUE INDEX policy_adoption_pkey ON public.policy_adoption USING btree (id);
CREATE UNIQUE INDEX policy_adoption_stands ON public.policy_adoption USING btree (borough, from_date) WHERE (withdrawn_at IS NULL);
