ALTER TABLE handover_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE handover_item FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON handover_item TO holdfast_app;
GRANT INSERT, SELECT ON handover_item TO holdfast_worker;

GRANT UPDATE (accepted_by, accepted_at, ended_at) ON handover_item TO holdfast_app;
GRANT UPDATE (accepted_by, accepted_at, ended_at) ON handover_item TO holdfast_worker;

CREATE POLICY add ON handover_item FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (((accepted_at IS NULL) AND (EXISTS ( SELECT 1
   FROM handover h
  WHERE ((h.id = handover_item.handover_id) AND (h.offered_by = ( SELECT app_account() AS app_account)))))));
CREATE POLICY change ON handover_item FOR UPDATE TO holdfast_app, holdfast_worker
  USING (((accepted_at IS NULL) AND (ended_at IS NULL) AND (EXISTS ( SELECT 1
   FROM handover h
  WHERE ((h.id = handover_item.handover_id) AND borough_in(h.borough, ( SELECT app_record_boroughs() AS app_record_boroughs)))))))
  WITH CHECK (((accepted_by IS NULL) OR ((accepted_by = ( SELECT app_account() AS app_account)) AND (NOT (EXISTS ( SELECT 1
   FROM handover h
  WHERE ((h.id = handover_item.handover_id) AND (h.offered_by = ( SELECT app_account() AS app_account)))))))));
CREATE POLICY owner_all ON handover_item FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY see ON handover_item FOR SELECT TO holdfast_app, holdfast_worker
  USING ((EXISTS ( SELECT 1
   FROM handover h
  WHERE ((h.id = handover_item.handover_id) AND borough_in(h.borough, ( SELECT app_record_boroughs() AS app_record_boroughs))))));

ALTER TABLE handover_item ADD CONSTRAINT handover_item_accepted CHECK ((((accepted_by IS NULL) = (accepted_at IS NULL)) AND ((accepted_at IS NULL) OR (ended_at IS NULL))));

CREATE UNIQUE INDEX handover_item_open ON public.handover_item USING btree (referral_id) WHERE ((accepted_at IS NULL) AND (ended_at IS NULL));
CREATE UNIQUE INDEX handover_item_pkey ON public.handover_item USING btree (handover_id, referral_id);
CREATE INDEX handover_item_referral_id_idx ON public.handover_item USING btree (referral_id);
