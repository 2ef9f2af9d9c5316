ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;

GRANT INSERT, SELECT ON person TO holdfast_app;
GRANT SELECT ON person TO holdfast_search;
GRANT INSERT, SELECT ON person TO holdfast_worker;

GRANT UPDATE (id, reference, given_name, family_name, description, born_on, age_stated, age_stated_on, age_disputed, unborn, sex, looked_after, responsible_authority, plan_category, placement, home_borough, telephone, health, lead_name, created_at, matched_to) ON person TO holdfast_app;
GRANT UPDATE (id, reference, given_name, family_name, description, born_on, age_stated, age_stated_on, age_disputed, unborn, sex, looked_after, responsible_authority, plan_category, placement, home_borough, telephone, health, lead_name, created_at, matched_to) ON person TO holdfast_worker;

CREATE POLICY add ON person FOR INSERT TO holdfast_app, holdfast_worker
  WITH CHECK (true);
CREATE POLICY change ON person FOR UPDATE TO holdfast_app, holdfast_worker
  USING ((((NOT restricted) AND (person_in(id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[])))) OR (id = ANY (( SELECT app_opened_glass() AS app_opened_glass)::uuid[]))))
  WITH CHECK (true);
CREATE POLICY owner_all ON person FOR ALL TO holdfast_owner
  USING (true)
  WITH CHECK (true);
CREATE POLICY search_sees ON person FOR SELECT TO holdfast_search
  USING (true);
CREATE POLICY see ON person FOR SELECT TO holdfast_app, holdfast_worker
  USING ((((NOT restricted) AND (person_in(id, ( SELECT app_record_boroughs() AS app_record_boroughs)) OR (id = ANY (( SELECT app_opened_record() AS app_opened_record)::uuid[])))) OR (id = ANY (( SELECT app_opened_glass() AS app_opened_glass)::uuid[]))));

CREATE TRIGGER person_search_added AFTER INSERT ON person REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION people_added();
CREATE TRIGGER person_search_renamed AFTER UPDATE OF given_name, family_name, born_on, restricted ON person FOR EACH ROW WHEN (old.given_name IS DISTINCT FROM new.given_name OR old.family_name IS DISTINCT FROM new.family_name OR old.born_on IS DISTINCT FROM new.born_on OR old.restricted IS DISTINCT FROM new.restricted) EXECUTE FUNCTION person_renamed();

CREATE INDEX person_born ON public.person USING btree (born_on) WHERE (born_on IS NOT NULL);
CREATE INDEX person_matched ON public.person USING btree (matched_to) WHERE (matched_to IS NOT NULL);
CREATE INDEX person_newest ON public.person USING btree (created_at DESC, id DESC) WHERE ((matched_to IS NULL) AND (NOT restricted));
CREATE UNIQUE INDEX person_pkey ON public.person USING btree (id);
CREATE UNIQUE INDEX person_reference_key ON public.person USING btree (reference);
CREATE INDEX person_telephone ON public.person USING btree (digits_of(telephone)) WHERE (telephone IS NOT NULL);
