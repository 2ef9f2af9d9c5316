-- Matching is the receiving worker's step: a partner's form makes new records and never asks whether somebody is known. Until somebody
-- looked, the record is provisional; found to be a known person it stays, points to that person and is found no more (nothing is deleted).
ALTER TABLE "person" ADD COLUMN "matched_to" UUID;
ALTER TABLE "referral_person" ADD COLUMN "provisional" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "looked_at" TIMESTAMPTZ(3), ADD COLUMN "looked_by" UUID;

-- What partners sent before this and nobody has decided waits to be looked for too.
UPDATE referral_person SET provisional = true FROM referral r
  WHERE r.id = referral_id AND r.from_team_id IS NOT NULL AND r.decided_at IS NULL AND r.became_referral_id IS NULL;
CREATE INDEX referral_person_not_looked ON referral_person (referral_id) WHERE provisional AND looked_at IS NULL;

-- Who is in a referral never changes; who looked, and that it was somebody known, does. Within the referral's borough, and never of a barred person.
GRANT UPDATE (matched_to) ON person TO holdfast_app, holdfast_worker;
REVOKE UPDATE ON referral_person FROM holdfast_app, holdfast_worker;
GRANT UPDATE (role, looked_at, looked_by) ON referral_person TO holdfast_app, holdfast_worker;
CREATE POLICY change ON referral_person FOR UPDATE TO holdfast_app, holdfast_worker USING (
  NOT person_barred(person_id) AND EXISTS (SELECT 1 FROM referral r WHERE r.id = referral_id AND borough_in(r.borough, (SELECT app_record_boroughs()))))
  WITH CHECK (EXISTS (SELECT 1 FROM referral r WHERE r.id = referral_id AND borough_in(r.borough, (SELECT app_record_boroughs()))));

-- Its settings exist for an ordinary owner only once the extension is loaded in this session: without this line a database that is there already refuses.
SELECT similarity('', '');

-- A matched record is not found: the search answers the known one. Its index says where it leads, and no longer what is open on it.
DO $$
DECLARE was text; became text;
BEGIN
  was := pg_get_functiondef('find_people(jsonb, int, uuid, text, text, timestamptz)'::regprocedure);
  became := replace(was, 'JOIN person x ON x.id = candidate.person_id', 'JOIN person x ON x.id = candidate.person_id AND x.matched_to IS NULL');
  IF became = was THEN RAISE EXCEPTION 'find_people is not as it was'; END IF;
  EXECUTE became;
  was := pg_get_functiondef('person_card(uuid)'::regprocedure);
  became := replace(replace(was, '''lead_name'', lead_name,', '''lead_name'', lead_name, ''matched_to'', matched_to,'),
    'WHERE rp.person_id = person.id AND r.decided_at', 'WHERE rp.person_id = person.id AND rp.role <> ''matched'' AND r.decided_at');
  IF became NOT LIKE '%matched_to%' OR became NOT LIKE '%<> ''matched''%' THEN RAISE EXCEPTION 'person_card is not as it was'; END IF;
  EXECUTE became;
END $$;
