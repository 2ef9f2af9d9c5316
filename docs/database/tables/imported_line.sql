ALTER TABLE imported_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE imported_line FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON imported_line TO holdfast_app;
GRANT INSERT, SELECT ON imported_line TO holdfast_worker;

CREATE POLICY add ON imported_line FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((imported_by = ( SELECT app_account() AS app_account)) AND borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs))));
CREATE POLICY owner_all ON imported_line FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON imported_line FOR SELECT TO holdfast_app, holdfast_worker
  USING (borough_in(borough, ( SELECT app_record_boroughs() AS app_record_boroughs)));

CREATE INDEX imported_line_borough_sender_their_reference_idx ON public.imported_line USING btree (borough, sender, their_reference);
CREATE UNIQUE INDEX imported_line_pkey ON public.imported_line USING btree (borough, digest);
