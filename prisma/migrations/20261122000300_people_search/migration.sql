-- Search before create, and the index of a person: what is known to exist travels across London, what is written does not.
-- `%` and LIKE are not leakproof, so under a policy the trigram index would be skipped. Everything here therefore runs as
-- holdfast_search, a role that cannot log in, through functions that take the reach from the transaction and write the log.

CREATE FUNCTION app_index_boroughs() RETURNS text[] LANGUAGE sql STABLE AS
  $$ SELECT string_to_array(coalesce(current_setting('app.index_boroughs', true), ''), ',') $$;

-- One row for each name of a person, folded for comparing. Kept by the triggers below and by nothing else.
CREATE TABLE person_search (
  person_id uuid NOT NULL REFERENCES person (id),
  name text NOT NULL,
  alias boolean NOT NULL,
  -- Its words ('=ottoline') and what they sound like ('ATLN').
  keys text[] NOT NULL,
  PRIMARY KEY (person_id, name)
);
ALTER TABLE person_search ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_search FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON person_search TO holdfast_owner USING (true) WITH CHECK (true);
-- Without fastupdate = off a search first walks the list of what was added since the last clean-up.
CREATE INDEX person_search_name ON person_search USING gin (name gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX person_search_keys ON person_search USING gin (keys) WITH (fastupdate = off);
CREATE INDEX person_search_start ON person_search (name text_pattern_ops);
CREATE INDEX person_born ON person (born_on) WHERE born_on IS NOT NULL;

-- Small letters, no accents, no marks: 'O''Brien-Núñez' and 'obrien nunez' meet.
CREATE FUNCTION fold_name(p text) RETURNS text LANGUAGE sql STABLE SET search_path = public AS
  $$ SELECT trim(regexp_replace(replace(lower(unaccent(coalesce(p, ''))), '''', ''), '[^a-z0-9]+', ' ', 'g')) $$;
-- What a name is found by: each word itself, and what it sounds like in both readings of the double metaphone.
CREATE FUNCTION keys_of(p_folded text) RETURNS text[] LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT coalesce(array_agg(DISTINCT key) FILTER (WHERE key NOT IN ('', '=')), '{}')
  FROM regexp_split_to_table(p_folded, ' ') AS word, LATERAL (VALUES ('=' || word), (dmetaphone(word)), (dmetaphone_alt(word))) AS read (key) $$;
CREATE FUNCTION first_sounds(p_folded text) RETURNS text[] LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT coalesce(array_agg(DISTINCT dmetaphone(word)) FILTER (WHERE dmetaphone(word) <> ''), '{}')
  FROM regexp_split_to_table(p_folded, ' ') AS word $$;
-- Immutable, so that an index can stand on them.
CREATE FUNCTION digits_of(p text) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT CASE WHEN d LIKE '44%' AND length(d) > 10 THEN '0' || substr(d, 3) ELSE d END FROM regexp_replace(coalesce(p, ''), '[^0-9]', '', 'g') AS d $$;
CREATE FUNCTION plain_line(p text) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT regexp_replace(lower(coalesce(p, '')), '[^a-z0-9]', '', 'g') $$;
CREATE INDEX person_telephone ON person (digits_of(telephone)) WHERE telephone IS NOT NULL;
CREATE INDEX person_address_line ON person_address (plain_line(line)) WHERE line <> '';
CREATE INDEX person_address_postcode ON person_address (plain_line(postcode)) WHERE postcode IS NOT NULL;
CREATE INDEX record_opening_review ON record_opening (opened_at) WHERE break_glass AND reviewed_at IS NULL;

CREATE FUNCTION refresh_person_search(p_people uuid[]) RETURNS void LANGUAGE sql SET search_path = public AS $$
  DELETE FROM person_search WHERE person_id = ANY (p_people);
  INSERT INTO person_search (person_id, name, alias, keys)
  SELECT named.person_id, named.name, bool_and(named.alias), keys_of(named.name)
  FROM (
    SELECT id AS person_id, fold_name(concat_ws(' ', given_name, family_name)) AS name, false AS alias FROM person WHERE id = ANY (p_people)
    UNION ALL SELECT n.person_id, fold_name(n.name), true FROM person_name n WHERE n.person_id = ANY (p_people)
  ) AS named
  WHERE named.name <> '' GROUP BY named.person_id, named.name $$;
-- As the owner: whoever corrects a name need not see, nor be able to write, what the search keeps of it.
CREATE FUNCTION people_added() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
  $$ BEGIN PERFORM refresh_person_search(ARRAY(SELECT id FROM added)); RETURN NULL; END $$;
CREATE FUNCTION person_renamed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
  $$ BEGIN PERFORM refresh_person_search(ARRAY[NEW.id]); RETURN NULL; END $$;
CREATE FUNCTION person_alias_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
  $$ BEGIN PERFORM refresh_person_search(ARRAY[coalesce(NEW.person_id, OLD.person_id)]); RETURN NULL; END $$;
-- Once a statement, so that a load of many people is not a search of its own for each.
CREATE TRIGGER person_search_added AFTER INSERT ON person REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION people_added();
CREATE TRIGGER person_search_renamed AFTER UPDATE OF given_name, family_name ON person FOR EACH ROW EXECUTE FUNCTION person_renamed();
CREATE TRIGGER person_search_alias AFTER INSERT OR UPDATE OR DELETE ON person_name FOR EACH ROW EXECUTE FUNCTION person_alias_changed();
REVOKE ALL ON FUNCTION refresh_person_search, people_added, person_renamed, person_alias_changed FROM PUBLIC;
SELECT refresh_person_search(ARRAY(SELECT id FROM person));

-- ---------------------------------------------------------------------------------------------------------------------
-- What holdfast_search may look at. USING (true): FORCE would hide every row from it otherwise; the functions hold the reach.
GRANT USAGE ON SCHEMA public TO holdfast_search;
GRANT SELECT ON person, person_search, person_name, person_address, person_reach, flag, relationship, referral, referral_person, deadline TO holdfast_search;
GRANT INSERT ON reading_log TO holdfast_search;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['person','person_search','person_name','person_address','person_reach','flag','relationship','referral','referral_person','deadline'] LOOP
    EXECUTE format('CREATE POLICY search_sees ON %I FOR SELECT TO holdfast_search USING (true)', t);
  END LOOP;
END $$;
CREATE POLICY search_logs ON reading_log FOR INSERT TO holdfast_search WITH CHECK (account_id = app_account());

-- Is the person's index in reach of whoever asks? Nobody signed in, or no borough at index depth: nothing is.
CREATE FUNCTION index_in_reach(p uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT (SELECT app_account()) IS NOT NULL AND (
    '*' = ANY ((SELECT app_index_boroughs())::text[])
    OR EXISTS (SELECT 1 FROM person_reach r WHERE r.person_id = p AND r.borough = ANY ((SELECT app_index_boroughs())::text[]))
    OR p = ANY ((SELECT app_opened_record())::uuid[])) $$;

-- The index of one person. Of a restricted one nothing but that there is one, unless it was opened.
CREATE FUNCTION person_card(p uuid) RETURNS jsonb LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT CASE WHEN person.restricted AND NOT (person.id = ANY ((SELECT app_opened_record())::uuid[])) THEN
    jsonb_build_object('id', person.id, 'restricted', true)
  ELSE jsonb_build_object(
    'id', person.id, 'restricted', person.restricted, 'reference', reference, 'given_name', given_name, 'family_name', family_name,
    'description', description, 'born_on', born_on, 'age_stated', age_stated, 'age_stated_on', age_stated_on, 'age_disputed', age_disputed,
    'unborn', unborn, 'home_borough', home_borough, 'looked_after', looked_after, 'responsible_authority', responsible_authority,
    'plan_category', plan_category, 'lead_name', lead_name,
    'boroughs', (SELECT coalesce(jsonb_agg(DISTINCT r.borough), '[]') FROM person_reach r WHERE r.person_id = person.id),
    'flags', (SELECT coalesce(jsonb_agg(DISTINCT f.code), '[]') FROM flag f WHERE f.person_id = person.id AND f.removed_at IS NULL),
    'person_of_concern', EXISTS (SELECT 1 FROM relationship l WHERE l.other_id = person.id AND l.until IS NULL AND l.kind LIKE 'suspect%'),
    -- Open involvement by kind and borough, and nothing of what it says.
    'open', (SELECT coalesce(jsonb_agg(o ORDER BY o.kind, o.borough), '[]') FROM (
      SELECT r.form AS kind, rp.role AS role, r.borough, count(*)::int AS many FROM referral_person rp JOIN referral r ON r.id = rp.referral_id
        WHERE rp.person_id = person.id AND r.decided_at IS NULL AND r.became_referral_id IS NULL GROUP BY 1, 2, 3
      UNION ALL
      SELECT d.alert, 'child', d.borough, count(*)::int FROM deadline d
        WHERE d.child_id = person.id AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL GROUP BY 1, 3) AS o))
  END FROM person WHERE id = p $$;

-- The index of people already pointed at by id (a page, a household). The caller writes the reading log at the depth it shows.
CREATE FUNCTION person_cards(p_people uuid[]) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce(jsonb_agg(person_card(asked.id)), '[]')
  FROM (SELECT DISTINCT unnest(p_people) AS id) AS asked WHERE index_in_reach(asked.id) AND EXISTS (SELECT 1 FROM person WHERE person.id = asked.id) $$;

-- The search. `p`: words, born_on, age, postcode, address, telephone, reference: any of them, text as typed. Answers the cards of at most
-- `most` people with what speaks for each, best first, and writes every one of them to the reading log before it answers.
-- Names are looked for in steps, the dearer only when the cheaper found few: the same words in any order, words that sound so, the
-- beginning of a name, and last what is merely spelled alike. One step over all would weigh every Mohammed of London each time.
CREATE FUNCTION find_people(p jsonb, p_most int, p_membership uuid, p_page text, p_query text, p_now timestamptz) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET pg_trgm.similarity_threshold = 0.5 SET pg_trgm.word_similarity_threshold = 0.7 AS $$
DECLARE
  words text := fold_name(p->>'words');
  exact text[] := ARRAY(SELECT '=' || word FROM regexp_split_to_table(words, ' ') AS word);
  codes text[] := first_sounds(words);
  named uuid[] := '{}';
  born date := nullif(p->>'born_on', '')::date;
  swapped date;
  at_line text := plain_line(p->>'address');
  at_code text := plain_line(p->>'postcode');
  telephone_digits text := digits_of(p->>'telephone');
  ref text := upper(coalesce(p->>'reference', ''));
  hits jsonb;
BEGIN
  IF app_account() IS NULL OR cardinality(app_index_boroughs()) = 0 THEN RETURN '[]'; END IF;
  -- Day and month changed about, where that is a date too.
  IF born IS NOT NULL AND extract(day FROM born) <= 12 AND extract(day FROM born) <> extract(month FROM born) THEN
    swapped := make_date(extract(year FROM born)::int, extract(day FROM born)::int, extract(month FROM born)::int);
  END IF;
  IF words <> '' THEN
    named := ARRAY(SELECT s.person_id FROM person_search s WHERE s.keys @> exact LIMIT 300);
    IF cardinality(codes) > 0 THEN
      named := named || ARRAY(SELECT s.person_id FROM person_search s WHERE s.keys @> codes LIMIT 300);
    END IF;
    IF cardinality(named) < 25 AND length(words) >= 3 THEN
      named := named || ARRAY(SELECT s.person_id FROM person_search s WHERE s.name LIKE words || '%' LIMIT 200);
    END IF;
    IF cardinality(named) < 25 AND position(' ' IN words) > 0 THEN
      named := named || ARRAY(SELECT s.person_id FROM person_search s WHERE s.name % words LIMIT 400);
    ELSIF cardinality(named) < 25 THEN
      named := named || ARRAY(SELECT s.person_id FROM person_search s WHERE words <% s.name LIMIT 400);
    END IF;
  END IF;
  WITH near AS (
    (SELECT b.id AS person_id FROM person b WHERE born IS NOT NULL AND (b.born_on BETWEEN born - 3 AND born + 3 OR b.born_on = swapped) LIMIT 5000)
    UNION (SELECT a.person_id FROM person_address a WHERE at_code <> '' AND plain_line(a.postcode) = at_code LIMIT 500)
    UNION (SELECT a.person_id FROM person_address a WHERE length(at_line) > 5 AND plain_line(a.line) = at_line AND a.line <> '' LIMIT 500)
    UNION (SELECT t.id FROM person t WHERE length(telephone_digits) >= 7 AND digits_of(t.telephone) = telephone_digits AND t.telephone IS NOT NULL LIMIT 100)
    UNION (SELECT r.id FROM person r WHERE ref <> '' AND r.reference = ref)
  ), weighed AS (
    SELECT x.id, x.restricted,
      coalesce(n.score, 0) AS name_score, coalesce(n.sounds, false) AS sounds, coalesce(n.alias, false) AS alias,
      CASE WHEN born IS NOT NULL AND x.born_on IS NOT NULL AND abs(x.born_on - born) <= 3 THEN x.born_on - born END AS days_apart,
      (swapped IS NOT NULL AND x.born_on = swapped) AS born_swapped,
      (born IS NOT NULL AND x.born_on IS NOT NULL AND abs(x.born_on - born) > 3 AND x.born_on IS DISTINCT FROM swapped) AS born_other,
      (length(at_line) > 5 AND EXISTS (SELECT 1 FROM person_address a WHERE a.person_id = x.id AND plain_line(a.line) = at_line
        AND (at_code = '' OR a.postcode IS NULL OR plain_line(a.postcode) = at_code))) AS same_address,
      (at_code <> '' AND EXISTS (SELECT 1 FROM person_address a WHERE a.person_id = x.id AND plain_line(a.postcode) = at_code)) AS same_postcode,
      (length(telephone_digits) >= 7 AND digits_of(x.telephone) = telephone_digits) AS same_telephone,
      (ref <> '' AND x.reference = ref) AS same_reference
    FROM (SELECT unnest(named) AS person_id UNION SELECT person_id FROM near) AS candidate
    JOIN person x ON x.id = candidate.person_id
    LEFT JOIN LATERAL (
      SELECT greatest(similarity(s.name, words), 0.9 * word_similarity(words, s.name)) AS score,
        cardinality(codes) > 0 AND (s.keys @> codes) AS sounds, s.alias
      FROM person_search s WHERE s.person_id = x.id AND words <> '' ORDER BY 1 DESC LIMIT 1) AS n ON true
    WHERE index_in_reach(x.id)
  ), scored AS (
    SELECT w.*,
      50 * name_score + CASE WHEN sounds THEN 15 ELSE 0 END
      + CASE WHEN days_apart = 0 THEN 40 WHEN days_apart IS NOT NULL THEN 25 WHEN born_swapped THEN 30 WHEN born_other THEN -10 ELSE 0 END
      + CASE WHEN same_address THEN 25 WHEN same_postcode THEN 12 ELSE 0 END
      + CASE WHEN same_telephone THEN 30 ELSE 0 END + CASE WHEN same_reference THEN 200 ELSE 0 END AS score
    FROM weighed w
    -- A birthday shared with a stranger is no match: it speaks only for a name that is at least like.
    WHERE name_score >= 0.4 OR sounds OR same_address OR same_telephone OR same_reference OR (same_postcode AND (words = '' OR name_score >= 0.15))
      OR ((days_apart IS NOT NULL OR born_swapped) AND (words = '' OR name_score >= 0.2))
  ), best AS (
    -- A restricted person is found by who truly looks for them, and is shown as that and nothing else.
    SELECT * FROM scored WHERE NOT restricted OR same_reference OR name_score >= 0.75 OR (days_apart = 0 AND (sounds OR name_score >= 0.4))
    ORDER BY restricted, score DESC, id LIMIT least(p_most, 50)
  )
  SELECT jsonb_agg(CASE WHEN (card->>'restricted')::boolean AND NOT card ? 'reference' THEN jsonb_build_object('card', card)
    ELSE jsonb_build_object('card', card, 'score', score, 'name_score', name_score, 'sounds', sounds, 'alias', alias, 'days_apart', days_apart,
      'born_swapped', born_swapped, 'same_address', same_address, 'same_postcode', same_postcode, 'same_telephone', same_telephone,
      'same_reference', same_reference) END ORDER BY restricted, score DESC, id)
  INTO hits FROM (SELECT best.*, person_card(best.id) AS card FROM best) AS shown;

  INSERT INTO reading_log (id, at, account_id, membership_id, person_id, depth, page, query)
  SELECT gen_random_uuid(), p_now, app_account(), p_membership, (hit->'card'->>'id')::uuid, 'index', p_page, p_query
  FROM jsonb_array_elements(coalesce(hits, '[]')) AS hit;
  -- Looking for somebody who is not there is looking too.
  IF hits IS NULL THEN
    INSERT INTO reading_log (id, at, account_id, membership_id, person_id, depth, page, query)
    VALUES (gen_random_uuid(), p_now, app_account(), p_membership, NULL, 'index', p_page, p_query);
  END IF;
  RETURN coalesce(hits, '[]');
END $$;

-- Handing a function over needs CREATE on the schema for as long as it takes.
GRANT CREATE ON SCHEMA public TO holdfast_search;
ALTER FUNCTION person_card OWNER TO holdfast_search;
ALTER FUNCTION person_cards OWNER TO holdfast_search;
ALTER FUNCTION find_people OWNER TO holdfast_search;
ALTER FUNCTION index_in_reach OWNER TO holdfast_search;
REVOKE CREATE ON SCHEMA public FROM holdfast_search;
REVOKE ALL ON FUNCTION person_card, person_cards, find_people, index_in_reach FROM PUBLIC;
GRANT EXECUTE ON FUNCTION person_cards, find_people TO holdfast_app, holdfast_worker;
