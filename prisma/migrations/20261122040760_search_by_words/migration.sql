-- The search at two million people. What was typed is first compared with the words of names, some hundred thousand, each with what it is found by;
-- then only people are gathered whose names hold the words that it may mean, the closest words first. Before, every name that sounded like it was
-- gathered: for a common name some hundred thousand of them, of which three hundred were weighed.

-- In a session that has not used pg_trgm yet its settings are unknown, and only a superuser may set what is unknown.
SELECT similarity('', '');

ALTER TABLE name_word ADD COLUMN keys text[] NOT NULL DEFAULT '{}';
UPDATE name_word SET keys = word_keys(word);
CREATE INDEX name_word_keys ON name_word USING gin (keys) WITH (fastupdate = off);

CREATE OR REPLACE FUNCTION refresh_person_search(p_people uuid[]) RETURNS void LANGUAGE sql SET search_path = public AS $$
  DELETE FROM person_search WHERE person_id = ANY (p_people);
  INSERT INTO person_search (person_id, name, alias, keys, born_on)
  SELECT named.person_id, named.name, bool_and(named.alias), keys_of(named.name), min(named.born_on)
  FROM (
    SELECT id AS person_id, fold_name(concat_ws(' ', given_name, family_name)) AS name, false AS alias, born_on FROM person WHERE id = ANY (p_people)
    UNION ALL SELECT n.person_id, fold_name(n.name), true, p.born_on FROM person_name n JOIN person p ON p.id = n.person_id WHERE n.person_id = ANY (p_people)
  ) AS named
  WHERE named.name <> '' GROUP BY named.person_id, named.name;
  -- In one order, or two who put the same new names on record at once could wait for each other.
  INSERT INTO name_word (word, keys) SELECT w, word_keys(w) FROM (SELECT DISTINCT w FROM person_search s, LATERAL regexp_split_to_table(s.name, ' ') AS w
    WHERE s.person_id = ANY (p_people) AND length(w) > 1 AND NOT EXISTS (SELECT 1 FROM name_word k WHERE k.word = w)) AS unknown ORDER BY w ON CONFLICT DO NOTHING $$;

-- Known words that this one may have been meant to be, the closest first: itself, another spelling of the same name, what sounds alike, what has nearly
-- its letters; while somebody still types, what begins so.
DROP FUNCTION words_like;
CREATE FUNCTION words_meant(p_word text, p_begun boolean, p_most int) RETURNS text[] LANGUAGE sql STABLE SET search_path = public SET enable_seqscan = off SET jit = off SET pg_trgm.similarity_threshold = 0.3 AS $$
  WITH typed AS (SELECT p_word AS word, word_keys(p_word) AS keys),
  sounded AS (SELECT k FROM typed, unnest(typed.keys) AS k WHERE k !~ '^='),
  known AS (
    SELECT n.word, n.keys FROM name_word n WHERE n.word = p_word
    UNION SELECT n.word, n.keys FROM name_word n WHERE n.keys && (SELECT array_agg(k) FROM sounded)
    UNION SELECT n.word, n.keys FROM name_word n WHERE NOT p_begun AND length(p_word) >= 3 AND n.word % p_word
      AND (similarity(n.word, p_word) >= 0.6 OR levenshtein_less_equal(left(n.word, 60), left(p_word, 60), CASE WHEN length(p_word) <= 4 THEN 1 ELSE 2 END) <= CASE WHEN length(p_word) <= 4 THEN 1 ELSE 2 END)
    UNION (SELECT n.word, n.keys FROM name_word n WHERE length(p_word) >= CASE WHEN p_begun THEN 2 ELSE 3 END AND n.word LIKE replace(p_word, '_', '') || '%' ORDER BY n.word LIMIT 40))
  SELECT coalesce(array_agg('=' || word ORDER BY close DESC, word), '{}') FROM (
    SELECT known.word, CASE WHEN known.word = p_word THEN 3 WHEN EXISTS (SELECT 1 FROM unnest(known.keys) AS k JOIN sounded s ON s.k = k.k WHERE k.k LIKE '@%') THEN 2
      ELSE similarity(known.word, p_word) + 0.2 * (SELECT count(*) FROM unnest(known.keys) AS k JOIN sounded s ON s.k = k.k) + CASE WHEN p_begun AND known.word LIKE replace(p_word, '_', '') || '%' THEN 1 ELSE 0 END END AS close
    FROM known ORDER BY 2 DESC, 1 LIMIT p_most) AS likely $$;

-- Whom the criteria may mean, by index alone, dearer steps only where cheaper ones found few. Within the reach of whoever asks, or a manager of one borough
-- would be left with whoever of their own happened to be among the first of all London. Statements are put together for as many words as were typed:
-- each condition that says nothing would be looked up all the same.
CREATE OR REPLACE FUNCTION gather_people(p jsonb) RETURNS uuid[] LANGUAGE plpgsql STABLE SET search_path = public SET enable_seqscan = off SET jit = off AS $$
DECLARE
  words text := fold_name(p->>'words');
  word text[] := typed_words(words);
  exact text[] := ARRAY(SELECT '=' || w FROM unnest(word) AS w);
  begun boolean := coalesce((p->>'begun')::boolean, false);
  sounding text[] := '{}';
  -- Of each word typed what it may mean: the few closest, and all that are close.
  near_a text[]; near_b text[]; near_c text[]; near_d text[];
  a text[]; b text[]; c text[]; d text[];
  named text;
  within text;
  more uuid[];
  found uuid[] := '{}';
  born date := nullif(p->>'born_on', '')::date;
  near date[] := ARRAY(SELECT n.born FROM dates_near(born) AS n);
  close date[] := ARRAY(SELECT n.born FROM dates_near(born) AS n WHERE n.how <> 'digit');
  at_street text := street_key(p->>'address');
  at_code text := plain_line(p->>'postcode');
  telephone_digits text := digits_of(p->>'telephone');
  ref text := upper(coalesce(p->>'reference', ''));
  mark text := plain_line(p->>'identifier');
  here text[] := app_index_boroughs();
  everywhere boolean := '*' = ANY (here);
  opened uuid[] := app_opened_record();
BEGIN
  within := CASE WHEN everywhere THEN '' ELSE ' AND (s.person_id = ANY ($6) OR EXISTS (SELECT 1 FROM person_reach r WHERE r.person_id = s.person_id AND r.borough = ANY ($7)))' END;
  IF cardinality(word) > 0 THEN
    named := 's.keys && $1' || CASE WHEN cardinality(word) > 1 THEN ' AND s.keys && $2' ELSE '' END || CASE WHEN cardinality(word) > 2 THEN ' AND s.keys && $3' ELSE '' END || CASE WHEN cardinality(word) > 3 THEN ' AND s.keys && $4' ELSE '' END;
    SELECT m.close, m.kept, sounding || m.typed INTO near_a, a, sounding FROM meant_by(words, word, 1, begun) AS m;
    IF cardinality(word) > 1 THEN SELECT m.close, m.kept, sounding || m.typed INTO near_b, b, sounding FROM meant_by(words, word, 2, begun) AS m; END IF;
    IF cardinality(word) > 2 THEN SELECT m.close, m.kept, sounding || m.typed INTO near_c, c, sounding FROM meant_by(words, word, 3, begun) AS m; END IF;
    IF cardinality(word) > 3 THEN SELECT m.close, m.kept, sounding || m.typed INTO near_d, d, sounding FROM meant_by(words, word, 4, begun) AS m; END IF;
    IF born IS NOT NULL THEN
      EXECUTE 'SELECT ARRAY(SELECT s.person_id FROM person_search s WHERE ' || named || ' AND s.born_on = ANY ($5)' || within || ' LIMIT 300)' INTO more USING a, b, c, d, near, opened, here;
      found := found || more;
      -- One word that agrees, and a date that nearly does. The dates first: they are few, and the names are not.
      EXECUTE 'SELECT ARRAY(SELECT s.person_id FROM (SELECT * FROM person_search x WHERE x.born_on = ANY ($5) OFFSET 0) s WHERE s.keys && $1' || within || ' LIMIT 300)' INTO more USING sounding || a || coalesce(b, '{}') || coalesce(c, '{}') || coalesce(d, '{}'), b, c, d, close, opened, here;
      found := found || more;
    END IF;
    -- Where a date of birth narrows it, the name alone needs to bring fewer.
    EXECUTE 'SELECT ARRAY(SELECT s.person_id FROM person_search s WHERE s.keys @> $1' || within || ' LIMIT ' || CASE WHEN born IS NULL THEN 200 ELSE 50 END || ')' INTO more USING exact, b, c, d, near, opened, here;
    found := found || more;
    IF cardinality(more) < 100 OR begun THEN
      EXECUTE 'SELECT ARRAY(SELECT s.person_id FROM person_search s WHERE ' || named || within || ' LIMIT ' || CASE WHEN born IS NULL THEN 200 ELSE 50 END || ')' INTO more USING near_a, near_b, near_c, near_d, near, opened, here;
      found := found || more;
      IF cardinality(more) < 100 THEN
        EXECUTE 'SELECT ARRAY(SELECT s.person_id FROM person_search s WHERE ' || named || within || ' LIMIT ' || CASE WHEN born IS NULL THEN 300 ELSE 50 END || ')' INTO more USING a, b, c, d, near, opened, here;
        found := found || more;
      END IF;
    END IF;
  ELSIF born IS NOT NULL THEN
    found := found || ARRAY(SELECT s.id FROM person s WHERE s.born_on = born
      AND (everywhere OR s.id = ANY (opened) OR EXISTS (SELECT 1 FROM person_reach r WHERE r.person_id = s.id AND r.borough = ANY (here))) LIMIT 300);
    found := found || ARRAY(SELECT s.id FROM person s WHERE s.born_on = ANY (close) AND s.born_on <> born
      AND (everywhere OR s.id = ANY (opened) OR EXISTS (SELECT 1 FROM person_reach r WHERE r.person_id = s.id AND r.borough = ANY (here))) LIMIT 300);
  END IF;
  IF at_code <> '' THEN found := found || ARRAY(SELECT x.person_id FROM person_address x WHERE plain_line(x.postcode) = at_code AND x.postcode IS NOT NULL LIMIT 300); END IF;
  IF length(at_street) > 5 THEN found := found || ARRAY(SELECT x.person_id FROM person_address x WHERE street_key(x.line) = at_street AND x.line <> '' LIMIT 300); END IF;
  IF length(telephone_digits) >= 7 THEN
    found := found || ARRAY(SELECT x.id FROM person x WHERE digits_of(x.telephone) = telephone_digits AND x.telephone IS NOT NULL LIMIT 100)
      || ARRAY(SELECT x.person_id FROM person_identifier x WHERE x.kind = 'telephone' AND x.folded = telephone_digits AND x.ended_at IS NULL LIMIT 100);
  END IF;
  IF length(mark) >= 3 THEN found := found || ARRAY(SELECT x.person_id FROM person_identifier x WHERE x.kind IN ('vehicle', 'online-name', 'e-mail') AND x.folded = mark AND x.ended_at IS NULL LIMIT 100); END IF;
  IF ref <> '' THEN found := found || ARRAY(SELECT x.id FROM person x WHERE x.reference = ref); END IF;
  RETURN ARRAY(SELECT DISTINCT unnest(found));
END $$;

-- What one of the words typed may mean, as keys of names: the closest eight known words and all forty, each with the spellings of the same name and with what
-- it is together with its neighbour; and what it sounds like.
CREATE FUNCTION meant_by(p_words text, p_word text[], p_place int, p_begun boolean, OUT close text[], OUT kept text[], OUT typed text[]) LANGUAGE plpgsql STABLE SET search_path = public AS $$
DECLARE meant text[] := words_meant(p_word[p_place], p_begun, 40); beside text[];
BEGIN
  typed := typed_keys(p_words, p_word, p_place);
  beside := ARRAY(SELECT k FROM unnest(typed) AS k WHERE k ~ '^[=@]');
  close := beside || meant[1:8];
  kept := beside || meant;
END $$;

REVOKE ALL ON FUNCTION words_meant, meant_by FROM PUBLIC;
GRANT EXECUTE ON FUNCTION words_meant, meant_by TO holdfast_search;
