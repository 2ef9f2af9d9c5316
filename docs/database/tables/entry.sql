ALTER TABLE entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE entry FORCE ROW LEVEL SECURITY;

GRANT SELECT ON entry TO holdfast_app;
GRANT SELECT ON entry TO holdfast_worker;

CREATE POLICY owner_all ON entry FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON entry FOR SELECT TO holdfast_app, holdfast_worker
  USING (((borough_in(ledger, ( SELECT app_record_boroughs() AS app_record_boroughs)) AND (NOT all_barred(subject_ids))) OR (EXISTS ( SELECT 1
   FROM entry_subject s
  WHERE (s.entry_id = entry.id)))));

CREATE TRIGGER entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE INDEX entry_administration ON public.entry USING btree (recorded_at DESC, id DESC) WHERE ((ledger = 'london'::text) AND (kind = ANY (ARRAY['account-changed'::text, 'team-changed'::text, 'policy-changed'::text, 'rota-changed'::text])));
CREATE INDEX entry_corrects ON public.entry USING btree (corrects) WHERE (corrects IS NOT NULL);
CREATE UNIQUE INDEX entry_ledger_seq_key ON public.entry USING btree (ledger, seq);
CREATE UNIQUE INDEX entry_pkey ON public.entry USING btree (id);
CREATE INDEX entry_referral_id_idx ON public.entry USING btree (referral_id);
CREATE INDEX entry_refused ON public.entry USING btree (recorded_at DESC, id DESC) WHERE (kind = 'act-refused'::text);
