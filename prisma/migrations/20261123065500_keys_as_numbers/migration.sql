-- What a name is found by, as numbers: a name and a day compared with fifteen hundred others took three milliseconds of each look at a child, most of it in comparing
-- letters. Half of what the table and its index by birthday took goes as well, so that more of it stays in memory. What a word is found by (name_word) stays as it is
-- written: there it is read for its kind.

-- In a session that has not used pg_trgm yet its settings are unknown, and only a superuser may set what is unknown.
SELECT similarity('', '');

-- The number of each key: a sum that a standard fixes (CRC-32C), so that a later PostgreSQL makes the same of it. Two keys share one once in four thousand million:
-- somebody more is compared then, letter by letter. In order, and each once.
CREATE FUNCTION key_numbers(p_keys text[]) RETURNS int[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog AS $$
BEGIN
  RETURN ARRAY(SELECT DISTINCT (crc32c(convert_to(k, 'UTF8')) - 2147483648)::int AS n FROM unnest(p_keys) AS k ORDER BY n);
END $$;

-- In one walk, its indexes made anew with it.
ALTER TABLE person_search ALTER COLUMN keys TYPE int[] USING key_numbers(keys);

CREATE OR REPLACE FUNCTION refresh_person_search(p_people uuid[]) RETURNS void LANGUAGE sql SET search_path = public AS $$
  DELETE FROM person_search WHERE person_id = ANY (p_people);
  INSERT INTO person_search (person_id, name, alias, keys, born_on)
  SELECT named.person_id, named.name, bool_and(named.alias), key_numbers(keys_of(named.name)), min(named.born_on)
  FROM (
    SELECT id AS person_id, fold_name(concat_ws(' ', given_name, family_name)) AS name, false AS alias, born_on FROM person WHERE id = ANY (p_people)
    UNION ALL SELECT n.person_id, fold_name(n.name), true, p.born_on FROM person_name n JOIN person p ON p.id = n.person_id WHERE n.person_id = ANY (p_people)
  ) AS named
  WHERE named.name <> '' GROUP BY named.person_id, named.name;
  -- In one order, or two who put the same new names on record at once could wait for each other.
  INSERT INTO name_word (word, keys) SELECT w, word_keys(w) FROM (SELECT DISTINCT w FROM person_search s, LATERAL regexp_split_to_table(s.name, ' ') AS w
    WHERE s.person_id = ANY (p_people) AND length(w) > 1 AND NOT EXISTS (SELECT 1 FROM name_word k WHERE k.word = w)) AS unknown ORDER BY w ON CONFLICT DO NOTHING $$;

-- Whom the criteria may mean, as before.
CREATE OR REPLACE FUNCTION gather_people(p jsonb) RETURNS uuid[] LANGUAGE plpgsql STABLE SET search_path = public SET enable_seqscan = off SET jit = off AS $$
DECLARE
  words text := fold_name(p->>'words');
  word text[] := typed_words(words);
  exact int[] := key_numbers(ARRAY(SELECT '=' || w FROM unnest(word) AS w));
  begun boolean := coalesce((p->>'begun')::boolean, false);
  sounding int[] := '{}';
  -- Of each word typed what it may mean: the few closest, and all that are close.
  near_a int[]; near_b int[]; near_c int[]; near_d int[];
  a int[]; b int[]; c int[]; d int[];
  named text;
  within text;
  more uuid[]; every uuid[]; closely text;
  -- So few of the name itself that everybody who may be meant is likely to fit in one list.
  rare boolean := false;
  found uuid[] := '{}';
  born date := nullif(p->>'born_on', '')::date;
  near date[] := CASE WHEN born IS NOT NULL THEN ARRAY(SELECT n.born FROM dates_near(born) AS n) END;
  close date[] := dates_close(born);
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
    SELECT key_numbers(m.close), key_numbers(m.kept), sounding || key_numbers(m.typed) INTO near_a, a, sounding FROM meant_by(words, word, 1, begun) AS m;
    IF cardinality(word) > 1 THEN SELECT key_numbers(m.close), key_numbers(m.kept), sounding || key_numbers(m.typed) INTO near_b, b, sounding FROM meant_by(words, word, 2, begun) AS m; END IF;
    IF cardinality(word) > 2 THEN SELECT key_numbers(m.close), key_numbers(m.kept), sounding || key_numbers(m.typed) INTO near_c, c, sounding FROM meant_by(words, word, 3, begun) AS m; END IF;
    IF cardinality(word) > 3 THEN SELECT key_numbers(m.close), key_numbers(m.kept), sounding || key_numbers(m.typed) INTO near_d, d, sounding FROM meant_by(words, word, 4, begun) AS m; END IF;
    IF born IS NOT NULL THEN
      EXECUTE 'SELECT ARRAY(SELECT s.person_id FROM person_search s WHERE ' || named || ' AND s.born_on = ANY ($5)' || within || ' LIMIT 300)' INTO more USING a, b, c, d, near, opened, here;
      found := found || more;
      -- One word that agrees, and a date that nearly does. The dates first: they are few, and the names are not.
      EXECUTE 'SELECT ARRAY(SELECT s.person_id FROM (SELECT x.person_id, x.keys FROM person_search x WHERE x.born_on = ANY ($5) OFFSET 0) s WHERE s.keys && $1' || within || ' LIMIT 300)' INTO more USING sounding || a || coalesce(b, '{}') || coalesce(c, '{}') || coalesce(d, '{}'), b, c, d, close, opened, here;
      found := found || more;
    END IF;
    -- Where a date of birth narrows it, the name alone needs to bring fewer.
    EXECUTE 'SELECT ARRAY(SELECT s.person_id FROM person_search s WHERE s.keys @> $1' || within || ' LIMIT ' || CASE WHEN born IS NULL THEN 200 ELSE 50 END || ')' INTO more USING exact, b, c, d, near, opened, here;
    found := found || more;
    IF cardinality(more) < 20 AND NOT begun THEN
      -- Everybody who may be meant, and who of them is close: the close are some of all, and each walk through the index costs as much as the other.
      closely := 's.keys && $8' || CASE WHEN cardinality(word) > 1 THEN ' AND s.keys && $9' ELSE '' END || CASE WHEN cardinality(word) > 2 THEN ' AND s.keys && $10' ELSE '' END || CASE WHEN cardinality(word) > 3 THEN ' AND s.keys && $11' ELSE '' END;
      EXECUTE 'SELECT coalesce(array_agg(s.person_id), ''{}''), coalesce(array_agg(s.person_id) FILTER (WHERE s.closely), ''{}'') FROM (SELECT s.person_id, ' || closely || ' AS closely FROM person_search s WHERE ' || named || within
        || ' LIMIT ' || CASE WHEN born IS NULL THEN 301 ELSE 51 END || ') s' INTO every, more USING a, b, c, d, near, opened, here, near_a, near_b, near_c, near_d;
      rare := cardinality(every) <= CASE WHEN born IS NULL THEN 300 ELSE 50 END;
    END IF;
    IF rare THEN
      -- As below: where a hundred are close, nobody further.
      found := found || CASE WHEN cardinality(more) < 100 THEN every ELSE more[1:200] END;
    ELSIF cardinality(more) < 100 OR begun OR every IS NOT NULL THEN
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

-- What speaks for each, as before.
CREATE OR REPLACE FUNCTION weigh_people(p jsonb, p_people uuid[])
RETURNS TABLE(id uuid, restricted boolean, rank integer, name_score real, same_name boolean, spelled boolean, sounds boolean, alias boolean, born_how text, days_apart integer, same_address boolean, same_postcode boolean, same_telephone boolean, same_reference boolean, same_identifier text)
LANGUAGE plpgsql STABLE SET search_path = public SET enable_seqscan = off SET jit = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  words text := fold_name(p->>'words');
  word text[] := typed_words(words);
  exact int[] := key_numbers(ARRAY(SELECT '=' || w FROM unnest(word) AS w));
  typed_a text[] := '{}'; typed_b text[] := '{}'; typed_c text[] := '{}'; typed_d text[] := '{}';
  a int[]; b int[]; c int[]; d int[];
  -- Of those the word itself, and the names it is a spelling of.
  sa int[]; sb int[]; sc int[]; sd int[];
  here text[] := app_index_boroughs();
  everywhere boolean := '*' = ANY (here);
  opened uuid[] := app_opened_record();
  glass uuid[] := app_opened_glass();
  born date := nullif(p->>'born_on', '')::date;
  near date[]; hows text[];
  at_street text := street_key(p->>'address');
  at_house text := house_number(p->>'address');
  at_code text := plain_line(p->>'postcode');
  telephone_digits text := digits_of(p->>'telephone');
  ref text := upper(coalesce(p->>'reference', ''));
  mark text := plain_line(p->>'identifier');
BEGIN
  -- Fewer words than places: the first again, which asks nothing more.
  IF cardinality(word) > 0 THEN
    typed_a := typed_keys(words, word, 1);
    typed_b := CASE WHEN cardinality(word) > 1 THEN typed_keys(words, word, 2) ELSE typed_a END;
    typed_c := CASE WHEN cardinality(word) > 2 THEN typed_keys(words, word, 3) ELSE typed_a END;
    typed_d := CASE WHEN cardinality(word) > 3 THEN typed_keys(words, word, 4) ELSE typed_a END;
  END IF;
  a := key_numbers(typed_a); b := key_numbers(typed_b); c := key_numbers(typed_c); d := key_numbers(typed_d);
  sa := key_numbers(ARRAY(SELECT k FROM unnest(typed_a) AS k WHERE k ~ '^[=@]')); sb := key_numbers(ARRAY(SELECT k FROM unnest(typed_b) AS k WHERE k ~ '^[=@]'));
  sc := key_numbers(ARRAY(SELECT k FROM unnest(typed_c) AS k WHERE k ~ '^[=@]')); sd := key_numbers(ARRAY(SELECT k FROM unnest(typed_d) AS k WHERE k ~ '^[=@]'));
  IF born IS NOT NULL THEN SELECT array_agg(n.born), array_agg(n.how) INTO near, hows FROM dates_near(born) AS n; END IF;
  RETURN QUERY
  WITH asked AS MATERIALIZED (
    SELECT x.id, x.restricted AND NOT (x.id = ANY (glass)) AS restricted, x.born_on, x.telephone, x.reference
    FROM (SELECT DISTINCT unnest(p_people) AS who) AS candidate JOIN person x ON x.id = candidate.who AND x.matched_to IS NULL
    -- The sentence of index_in_reach, said here: a function for each of some hundred people is most of the time.
    WHERE app_account() IS NOT NULL AND (everywhere OR x.id = ANY (opened) OR EXISTS (SELECT 1 FROM person_reach r WHERE r.person_id = x.id AND r.borough = ANY (here)))
  ), named AS (
    SELECT DISTINCT ON (x.person_id) x.person_id, x.alias, x.same_name, x.spelled, x.sounds, x.half,
      CASE WHEN x.whole THEN 1 WHEN x.same_name THEN 0.95 ELSE greatest(x.like_whole, 0.9 * word_similarity(words, x.name)) END::real AS score
    FROM (
      SELECT s.person_id, s.name, s.alias, s.name = words AS whole, s.keys @> exact AS same_name, s.keys && sa AND s.keys && sb AND s.keys && sc AND s.keys && sd AS spelled,
        s.keys && a AND s.keys && b AND s.keys && c AND s.keys && d AS sounds, s.keys && a OR s.keys && b OR s.keys && c OR s.keys && d AS half, CASE WHEN s.name = words THEN 1 ELSE similarity(s.name, words) END AS like_whole
      FROM asked JOIN person_search s ON s.person_id = asked.id WHERE cardinality(word) > 0) AS x
    ORDER BY x.person_id, x.same_name DESC, x.spelled DESC, x.sounds DESC, x.like_whole DESC, x.name
  ), placed AS (
    SELECT x.person_id, bool_or(length(at_street) > 5 AND ((at_code = '' OR x.postcode IS NULL OR plain_line(x.postcode) = at_code) AND street_key(x.line) = at_street
        OR at_code <> '' AND plain_line(x.postcode) = at_code AND house_number(x.line) = at_house)) AS same_address,
      bool_or(at_code <> '' AND plain_line(x.postcode) = at_code) AS same_postcode
    FROM person_address x WHERE (at_code <> '' OR length(at_street) > 5) AND x.person_id IN (SELECT asked.id FROM asked) GROUP BY x.person_id
  ), marked AS (
    SELECT x.person_id, min(x.kind) AS kind FROM person_identifier x
    WHERE x.ended_at IS NULL AND x.person_id IN (SELECT asked.id FROM asked WHERE length(mark) >= 3 OR length(telephone_digits) >= 7)
      AND (length(mark) >= 3 AND x.folded = mark AND x.kind <> 'telephone' OR length(telephone_digits) >= 7 AND x.kind = 'telephone' AND x.folded = telephone_digits) GROUP BY x.person_id
  ), weighed AS (
    SELECT asked.id, asked.restricted, coalesce(n.score, 0)::real AS score, coalesce(n.same_name, false) AS same_name, coalesce(n.spelled, false) AS spelled, coalesce(n.sounds, false) AS sounds, coalesce(n.half, false) AS half,
      coalesce(n.alias, false) AS alias, hows[array_position(near, asked.born_on)] AS how, asked.born_on - born AS apart,
      coalesce(l.same_address, false) AS same_address, coalesce(l.same_postcode, false) AS same_postcode,
      (length(telephone_digits) >= 7 AND digits_of(asked.telephone) = telephone_digits) IS TRUE OR m.kind = 'telephone' IS TRUE AS same_telephone,
      ref <> '' AND asked.reference = ref AS same_reference, CASE WHEN m.kind <> 'telephone' THEN m.kind END AS same_identifier
    FROM asked LEFT JOIN named n ON n.person_id = asked.id LEFT JOIN placed l ON l.person_id = asked.id LEFT JOIN marked m ON m.person_id = asked.id
  ), speaking AS (
    -- The beginning of a word sounds like too much.
    SELECT w.*, w.same_name OR w.spelled OR (w.sounds AND (p->>'begun' IS NULL OR w.score >= 0.3)) OR (w.half AND w.score >= 0.28) OR w.score >= 0.4 AS like_name FROM weighed w
  )
  SELECT w.id, w.restricted,
    CASE WHEN w.restricted THEN -1000 ELSE round(10 * (50 * w.score + CASE WHEN w.same_name THEN 15 WHEN w.spelled THEN 22 WHEN w.sounds THEN 15 ELSE 0 END
      + CASE w.how WHEN 'same' THEN 40 WHEN 'swapped' THEN 30 WHEN 'days' THEN 25 WHEN 'year' THEN 22 WHEN 'digit' THEN 18 ELSE CASE WHEN w.apart IS NOT NULL THEN -10 ELSE 0 END END
      + CASE WHEN w.same_address THEN 25 WHEN w.same_postcode THEN 12 ELSE 0 END + CASE WHEN w.same_telephone THEN 30 ELSE 0 END
      + CASE WHEN w.same_identifier IS NOT NULL THEN 40 ELSE 0 END + CASE WHEN w.same_reference THEN 200 ELSE 0 END))::int END,
    w.score, w.same_name, w.spelled, w.sounds, w.alias, w.how, CASE WHEN w.how IS NOT NULL THEN w.apart END,
    w.same_address, w.same_postcode, w.same_telephone, w.same_reference, w.same_identifier
  FROM speaking w
  -- A birthday shared with a stranger is no match: it speaks only for a name that is at least like.
  WHERE CASE WHEN w.restricted THEN w.same_reference OR w.score >= 0.75 OR (w.how = 'same' AND (w.sounds OR w.spelled OR w.score >= 0.4))
    ELSE w.like_name OR w.same_address OR w.same_telephone OR w.same_reference OR w.same_identifier IS NOT NULL OR (w.same_postcode AND (words = '' OR w.score >= 0.15))
      OR (w.how IS NOT NULL AND (words = '' AND w.how <> 'digit' OR w.how <> 'digit' AND w.score >= 0.2)) END;
END $$;

-- Who may be the same person as these, as before.
CREATE OR REPLACE FUNCTION alike(p_people uuid[]) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off SET jit = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  seed record; asked jsonb; likely uuid[]; known int[]; found jsonb := '[]'; hits jsonb;
  words text; word text[]; digits text; a int[]; b int[]; c int[]; d int[]; close date[];
  here text[] := app_index_boroughs(); everywhere boolean := '*' = ANY (here);
BEGIN
  IF app_account() IS NULL OR cardinality(here) = 0 THEN RETURN '[]'; END IF;
  FOR seed IN SELECT x.id, concat_ws(' ', x.given_name, x.family_name) AS words, x.born_on, x.telephone,
      (SELECT a.line FROM person_address a WHERE a.person_id = x.id AND a.until IS NULL ORDER BY (a.since IS NULL), a.created_at DESC LIMIT 1) AS line,
      (SELECT a.postcode FROM person_address a WHERE a.person_id = x.id AND a.until IS NULL ORDER BY (a.since IS NULL), a.created_at DESC LIMIT 1) AS postcode
    FROM unnest(p_people[1:60]) WITH ORDINALITY AS s(id, place) JOIN person x ON x.id = s.id
    WHERE x.matched_to IS NULL AND (NOT x.restricted OR x.id = ANY (app_opened_glass())) AND (everywhere OR x.id = ANY (app_opened_record()) OR EXISTS (SELECT 1 FROM person_reach r WHERE r.person_id = x.id AND r.borough = ANY (here)))
    ORDER BY s.place
  LOOP
    digits := digits_of(seed.telephone);
    likely := '{}';
    IF seed.born_on IS NOT NULL THEN
      known := ARRAY(SELECT DISTINCT k FROM person_search s, unnest(s.keys) AS k WHERE s.person_id = seed.id);
      close := dates_close(seed.born_on);
      -- The dates first, from the index that holds the keys as well: the planner, who does not know how many share a name, would look up every bearer of it.
      likely := ARRAY(SELECT s.person_id FROM (SELECT x.person_id, x.keys FROM person_search x WHERE x.born_on = ANY (close) OFFSET 0) s WHERE s.keys && known AND s.person_id <> seed.id LIMIT 1000);
    ELSIF seed.words <> '' THEN
      likely := ARRAY(SELECT s.person_id FROM person_search s WHERE s.keys @> key_numbers(ARRAY(SELECT '=' || w FROM unnest(typed_words(fold_name(seed.words))) AS w)) AND s.person_id <> seed.id LIMIT 20);
    END IF;
    IF length(digits) >= 7 THEN likely := likely || ARRAY(SELECT x.id FROM person x WHERE digits_of(x.telephone) = digits AND x.telephone IS NOT NULL AND x.id <> seed.id LIMIT 20); END IF;
    CONTINUE WHEN cardinality(likely) = 0;
    words := fold_name(seed.words);
    word := typed_words(words);
    IF cardinality(word) > 0 THEN
      a := key_numbers(typed_keys(words, word, 1));
      b := CASE WHEN cardinality(word) > 1 THEN key_numbers(typed_keys(words, word, 2)) ELSE a END;
      c := CASE WHEN cardinality(word) > 2 THEN key_numbers(typed_keys(words, word, 3)) ELSE a END;
      d := CASE WHEN cardinality(word) > 3 THEN key_numbers(typed_keys(words, word, 4)) ELSE a END;
    ELSE
      a := '{}'; b := '{}'; c := '{}'; d := '{}';
    END IF;
    -- A name nearly so and nothing more is a stranger's, and a stranger's name is let go before anything else of theirs is read. Whose name is the same or sounds so, or has
    -- nearly its letters, and whoever has the same telephone number: what is shown below is among these.
    likely := ARRAY(SELECT DISTINCT one FROM unnest(likely) AS one
      WHERE EXISTS (SELECT 1 FROM person_search s WHERE s.person_id = one
          AND (s.keys && a AND s.keys && b AND s.keys && c AND s.keys && d OR similarity(s.name, words) >= 0.39 OR word_similarity(words, s.name) >= 0.43))
        OR length(digits) >= 7 AND (EXISTS (SELECT 1 FROM person x WHERE x.id = one AND digits_of(x.telephone) = digits)
          OR EXISTS (SELECT 1 FROM person_identifier i WHERE i.person_id = one AND i.kind = 'telephone' AND i.folded = digits AND i.ended_at IS NULL)));
    CONTINUE WHEN cardinality(likely) = 0;
    likely := ARRAY(SELECT one FROM unnest(likely) AS one
      WHERE NOT EXISTS (SELECT 1 FROM person_not_same n WHERE n.a_id = least(one, seed.id) AND n.b_id = greatest(one, seed.id) AND n.taken_back_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM relationship t WHERE t.person_id = seed.id AND t.other_id = one) AND NOT EXISTS (SELECT 1 FROM relationship t WHERE t.person_id = one AND t.other_id = seed.id));
    CONTINUE WHEN cardinality(likely) = 0;
    asked := jsonb_strip_nulls(jsonb_build_object('words', nullif(seed.words, ''), 'born_on', seed.born_on, 'address', seed.line, 'postcode', seed.postcode, 'telephone', seed.telephone));
    SELECT jsonb_agg((to_jsonb(best) - 'id' - 'restricted') || jsonb_build_object('seed', seed.id, 'card', person_card(best.id)) ORDER BY best.rank DESC, best.id) INTO hits
      -- Something beside the name speaks for it, or the name itself is the same.
      FROM (SELECT * FROM weigh_people(asked, likely) AS w WHERE NOT w.restricted AND (w.born_how IS NOT NULL OR w.same_address OR w.same_telephone OR w.same_name) AND (w.same_name OR w.spelled OR w.sounds OR w.name_score >= 0.4 OR w.same_telephone)
        ORDER BY w.rank DESC, w.id LIMIT 5) AS best;
    found := found || coalesce(hits, '[]');
  END LOOP;
  RETURN found;
END $$;
