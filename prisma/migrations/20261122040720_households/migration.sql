-- A household is computed, never kept: who has the same front door at a moment, and who is said to live with whom.

-- A tie that ended can begin anew; only what stands may stand once.
DROP INDEX "relationship_person_id_other_id_kind_key";
CREATE INDEX "relationship_person_id_idx" ON "relationship"("person_id");
CREATE UNIQUE INDEX relationship_open ON relationship (person_id, other_id, kind) WHERE until IS NULL;

-- What tells one front door from another, however the line is written: every number with the letter after it, and the floor; a house with no
-- number is known by its name. 'Flat 2, 14a Acre Lane' and '14 A Acre Ln flat 2' are one.
CREATE FUNCTION door_key(p_line text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p_line ~ '\d' THEN (
    SELECT string_agg(m[1], ' ' ORDER BY m[1] COLLATE "C") FROM regexp_matches(regexp_replace(lower(p_line), '[''’]', '', 'g'), '(\d+|(?<=\d)[a-z]\M|\m[a-z]\M|\m(?:basement|ground|first|second|third|top|upper|lower)\M)', 'g') AS m)
  ELSE street_key(p_line) END $$;
-- 'No fixed abode' is nobody's home, and neither is a postcode without a line.
CREATE FUNCTION is_home(p_line text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
  $$ SELECT coalesce(p_line, '') ~ '[A-Za-z0-9]' AND p_line !~* '^\s*(no fixed|nfa\M|not known|unknown|homeless|none\M|no address)' $$;
-- One home, written this way or that: by postcode and door where both have a postcode, else by the whole line within one borough.
CREATE FUNCTION same_home(a_line text, a_code text, a_borough text, b_line text, b_code text, b_borough text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT is_home(a_line) AND is_home(b_line) AND CASE
    WHEN a_code IS NOT NULL AND b_code IS NOT NULL THEN plain_line(a_code) = plain_line(b_code) AND door_key(a_line) = door_key(b_line)
    ELSE street_key(a_line) = street_key(b_line) AND a_line ~ '\d' AND (a_borough IS NULL OR b_borough IS NULL OR a_borough = b_borough) END $$;

-- Since when somebody has lived there without a break: an address put right, or written otherwise, ends one stay and begins the next at that instant.
CREATE FUNCTION home_since(p_stay uuid) RETURNS timestamptz LANGUAGE plpgsql STABLE SET search_path = public AS $$
DECLARE a person_address; before person_address;
BEGIN
  SELECT * INTO a FROM person_address WHERE id = p_stay;
  FOR step IN 1..20 LOOP
    SELECT * INTO before FROM person_address x WHERE x.person_id = a.person_id AND x.id <> a.id AND x.until = a.since AND same_home(x.line, x.postcode, x.borough, a.line, a.postcode, a.borough) LIMIT 1;
    EXIT WHEN NOT FOUND;
    a := before;
  END LOOP;
  RETURN coalesce(a.since, a.created_at);
END $$;

-- Who lives with each of these people at a moment, as the addresses and ties of that moment say; never the same thing twice over. By index: the
-- postcode, the line, the person. `how`: own (an address of theirs), beside (somebody at it), said (a tie), theirs (an address of somebody tied:
-- `stay` where it is the same home). Whoever has no address of their own has that of those with whom they are said to live. A record that was found
-- to be somebody else's lives nowhere. At most `p_most` at one address: a hospital is no household.
CREATE FUNCTION households_at(p_people uuid[], p_at timestamptz, p_most int) RETURNS TABLE (of_id uuid, person_id uuid, how text, stay uuid, of_since timestamptz, since timestamptz)
LANGUAGE sql STABLE SET search_path = public AS $$
  WITH said AS MATERIALIZED (
    SELECT t.of_id, t.other, t.since FROM (SELECT unnest(p_people) AS of_id) AS asked CROSS JOIN LATERAL (
      (SELECT asked.of_id, r.other_id AS other, r.since FROM relationship r WHERE r.person_id = asked.of_id AND r.kind = 'lives-with' AND r.since <= p_at AND (r.until IS NULL OR r.until > p_at) LIMIT p_most)
      UNION
      (SELECT asked.of_id, r.person_id, r.since FROM relationship r WHERE r.other_id = asked.of_id AND r.kind = 'lives-with' AND r.since <= p_at AND (r.until IS NULL OR r.until > p_at) LIMIT p_most)) AS t
    JOIN person x ON x.id = t.other AND x.matched_to IS NULL
  ), homes AS MATERIALIZED (
    SELECT a.person_id, a.id, a.line, a.postcode, a.borough, home_since(a.id) AS since FROM person_address a
    WHERE a.person_id IN (SELECT unnest(p_people) UNION SELECT other FROM said) AND is_home(a.line) AND coalesce(a.since, a.created_at) <= p_at AND (a.until IS NULL OR a.until > p_at)
  ), own AS MATERIALIZED (
    SELECT h.person_id AS of_id, h.id, h.line, h.postcode, h.borough, h.since FROM homes h WHERE h.person_id = ANY (p_people)
    UNION ALL
    SELECT s.of_id, h.id, h.line, h.postcode, h.borough, greatest(h.since, s.since) FROM said s JOIN homes h ON h.person_id = s.other
    WHERE NOT EXISTS (SELECT 1 FROM homes mine WHERE mine.person_id = s.of_id)
  ), beside AS MATERIALIZED (
    SELECT own.of_id, own.id AS stay, own.since AS of_since, b.person_id, b.since FROM own CROSS JOIN LATERAL (
      (SELECT x.person_id, home_since(x.id) AS since FROM person_address x JOIN person p ON p.id = x.person_id AND p.matched_to IS NULL
       WHERE x.postcode IS NOT NULL AND plain_line(x.postcode) = plain_line(own.postcode) AND x.person_id <> own.of_id
         AND coalesce(x.since, x.created_at) <= p_at AND (x.until IS NULL OR x.until > p_at) AND same_home(own.line, own.postcode, own.borough, x.line, x.postcode, x.borough) LIMIT p_most)
      UNION
      (SELECT x.person_id, home_since(x.id) FROM person_address x JOIN person p ON p.id = x.person_id AND p.matched_to IS NULL
       WHERE x.line <> '' AND street_key(x.line) = street_key(own.line) AND (x.postcode IS NULL OR own.postcode IS NULL) AND x.person_id <> own.of_id
         AND coalesce(x.since, x.created_at) <= p_at AND (x.until IS NULL OR x.until > p_at) AND same_home(own.line, own.postcode, own.borough, x.line, x.postcode, x.borough) LIMIT p_most)) AS b
  ), lodgers AS (
    SELECT b.of_id, b.stay, b.of_since, r.other AS person_id, greatest(b.since, r.since) AS since
    FROM (SELECT beside.*, row_number() OVER (PARTITION BY beside.of_id) AS place FROM beside) AS b CROSS JOIN LATERAL (
      SELECT r.other_id AS other, r.since FROM relationship r WHERE r.person_id = b.person_id AND r.kind = 'lives-with' AND r.since <= p_at AND (r.until IS NULL OR r.until > p_at)
      UNION ALL
      SELECT r.person_id, r.since FROM relationship r WHERE r.other_id = b.person_id AND r.kind = 'lives-with' AND r.since <= p_at AND (r.until IS NULL OR r.until > p_at)) AS r
    JOIN person p ON p.id = r.other AND p.matched_to IS NULL
    WHERE b.place <= 20 AND r.other <> b.of_id
      AND NOT EXISTS (SELECT 1 FROM person_address a WHERE a.person_id = r.other AND is_home(a.line) AND coalesce(a.since, a.created_at) <= p_at AND (a.until IS NULL OR a.until > p_at))
    LIMIT p_most
  )
  SELECT own.of_id, own.of_id, 'own', own.id, own.since, own.since FROM own
  UNION ALL SELECT beside.of_id, beside.person_id, 'beside', beside.stay, beside.of_since, beside.since FROM beside
  UNION ALL SELECT lodgers.of_id, lodgers.person_id, 'beside', lodgers.stay, lodgers.of_since, lodgers.since FROM lodgers
  UNION ALL SELECT said.of_id, said.other, 'said', NULL, NULL, said.since FROM said
  UNION ALL SELECT said.of_id, said.other, 'theirs', (SELECT o.id FROM own o WHERE o.of_id = said.of_id AND same_home(o.line, o.postcode, o.borough, h.line, h.postcode, h.borough) LIMIT 1), NULL, h.since
    FROM said JOIN homes h ON h.person_id = said.other $$;

-- For the policy: only acts ask it, to compute who is to be told; no page shows what it answers.
CREATE FUNCTION policy_households(p_people uuid[], p_at timestamptz) RETURNS TABLE (of_id uuid, person_id uuid, how text, stay uuid, of_since timestamptz, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$ SELECT * FROM households_at(p_people[1:100], p_at, 60) WHERE app_account() IS NOT NULL $$;
-- Who of them is a person of concern, and to whom; who was named together; who is restricted; who is known as a child though no age is on record.
CREATE FUNCTION policy_concerns(p_people uuid[]) RETURNS TABLE (person_id uuid, other_id uuid, kind text, since timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT r.person_id, r.other_id, r.kind, r.since FROM relationship r
  WHERE app_account() IS NOT NULL AND r.person_id = ANY (p_people[1:500]) AND r.until IS NULL AND (r.kind LIKE 'suspect%' OR (r.kind IN ('named with', 'sibling') AND r.other_id = ANY (p_people[1:500]))) LIMIT 2000 $$;
CREATE FUNCTION policy_household_people(p_people uuid[]) RETURNS TABLE (id uuid, restricted boolean, known_as_child boolean) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT p.id, p.restricted, p.unborn OR p.description = 'Child, age not known' OR EXISTS (SELECT 1 FROM referral_person rp WHERE rp.person_id = p.id AND rp.role = 'child')
    OR EXISTS (SELECT 1 FROM other_child o WHERE o.other_id = p.id)
  FROM person p WHERE app_account() IS NOT NULL AND p.id = ANY (p_people[1:500]) $$;

-- For a page: the household of somebody whose record opens. Of restricted people nothing: an address typed in would tell where they live. Of people
-- beyond the reader's index that there is somebody, under a name that leads nowhere, and the borough to ask.
CREATE FUNCTION household_seen(p_person uuid, p_at timestamptz) RETURNS TABLE (person_id uuid, how text, stay uuid, of_since timestamptz, since timestamptz, ask text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT CASE WHEN s.seen THEN x.person_id ELSE md5(x.person_id::text || p_person::text)::uuid END, x.how, x.stay, x.of_since, x.since,
    CASE WHEN s.seen THEN NULL ELSE coalesce((SELECT p.home_borough FROM person p WHERE p.id = x.person_id), 'london') END
  FROM households_at(ARRAY[p_person], p_at, 60) x CROSS JOIN LATERAL (SELECT index_open(x.person_id) AS seen) AS s
  WHERE record_open(p_person) AND (x.how = 'own' OR NOT person_barred(x.person_id)) $$;

-- One step of family and home around people, as far as the asker's index goes; a restricted person is an end of none of it. `until` where it is over.
CREATE FUNCTION family_edges(p_people uuid[], p_at timestamptz) RETURNS TABLE (person_id uuid, other_id uuid, as_what text, since timestamptz, until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT * FROM (
    SELECT r.person_id, r.other_id, r.kind AS as_what, r.since, r.until FROM relationship r
    WHERE (r.person_id = ANY (p_people[1:60]) OR r.other_id = ANY (p_people[1:60]))
      AND r.kind IN ('mother', 'father', 'parent', 'carer', 'step-parent', 'grandparent', 'sibling', 'relative', 'partner-of-parent', 'lives-with', 'friend')
    UNION ALL
    SELECT h.of_id, h.person_id, 'lives-with', greatest(h.of_since, h.since), NULL::timestamptz FROM households_at(p_people[1:60], p_at, 20) h WHERE h.how = 'beside'
  ) e WHERE index_open(e.person_id) AND index_open(e.other_id) AND NOT person_barred(e.person_id) AND NOT person_barred(e.other_id)
  ORDER BY (e.until IS NOT NULL), e.since, e.person_id, e.other_id LIMIT 300 $$;

-- The other child of a household is named as any other child is: assessed for itself, on both records. Only with the entry that tells of it, which is
-- written by the same act.
CREATE FUNCTION name_household(p_child uuid, p_other uuid, p_borough text, p_other_borough text, p_at timestamptz, p_entry uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO other_child (id, child_id, other_id, relation, borough, other_borough, named_at, named_by, entry_id)
  SELECT gen_random_uuid(), p_child, p_other, 'household', p_borough, p_other_borough, p_at, app_account(), p_entry WHERE app_account() IS NOT NULL AND p_child <> p_other
  ON CONFLICT (child_id, other_id) WHERE assessed_at IS NULL DO NOTHING $$;

REVOKE ALL ON FUNCTION home_since, households_at, policy_households, policy_concerns, policy_household_people, household_seen, family_edges, name_household FROM PUBLIC;
GRANT EXECUTE ON FUNCTION policy_households, policy_concerns, policy_household_people, household_seen, family_edges, name_household TO holdfast_app, holdfast_worker;

-- A tie is ended from either end; a restricted person's by whoever may open them.
DROP POLICY change ON relationship;
CREATE POLICY change ON relationship FOR UPDATE TO holdfast_app, holdfast_worker USING (
  (person_in(person_id, (SELECT app_record_boroughs())) OR person_in(other_id, (SELECT app_record_boroughs()))
    OR person_id = ANY ((SELECT app_opened_record())::uuid[]) OR other_id = ANY ((SELECT app_opened_record())::uuid[]))
  AND NOT any_barred(ARRAY[person_id, other_id])) WITH CHECK (true);
