-- The search and the look-alikes of a record, at two million people: the same is found in the same order, for half the work and less. What a word is found by was
-- worked out eight times in a search, most of the time in a rule that remembers letters; each card was made twice; and of forty who share a name or a sound and nearly
-- a birthday every address was read, though the name alone lets most of them go.

-- In a session that has not used pg_trgm yet its settings are unknown, and only a superuser may set what is unknown.
SELECT similarity('', '');

-- Letters are compared one by one: an expression that looks back at what it matched was most of the time of a search.
CREATE OR REPLACE FUNCTION skeleton_of(p_word text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  x text := replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(p_word,
      'sch', 's'), 'tch', '1'), 'ch', '1'), 'cz', '1'), 'sz', 's'), 'sh', 's'), 'zh', 's'), 'rz', 's'), 'dj', 'j'), 'dz', 's'), 'kh', 'k'), 'gh', 'g'), 'dh', 'd'), 'th', 't'), 'ph', 'f'), 'ck', 'k'), 'x', 'ks');
  w text := translate(CASE WHEN left(x, 1) IN ('a', 'e', 'i', 'o', 'u') THEN 'a' || substr(x, 2) WHEN left(x, 1) = 'y' THEN 'j' || substr(x, 2) ELSE x END, 'cqwdz', 'kkvts');
  bones text := ''; before text := ''; letter text;
BEGIN
  IF w IS NULL THEN RETURN NULL; END IF;
  FOREACH letter IN ARRAY string_to_array(left(w, 1) || translate(substr(w, 2), 'aeiouy', ''), NULL) LOOP
    IF letter <> before THEN bones := bones || letter; before := letter; END IF;
  END LOOP;
  RETURN CASE WHEN length(bones) > 1 AND right(bones, 1) = 'h' THEN left(bones, -1) ELSE bones END;
END $$;

CREATE OR REPLACE FUNCTION word_keys(p_word text) RETURNS text[] LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT coalesce(array_agg(DISTINCT key) FILTER (WHERE key NOT IN ('', '=', '#', '~')), '{}') FROM (
    SELECT '=' || p_word AS key
    -- A number sounds like nothing.
    UNION ALL SELECT unnest(ARRAY[dmetaphone(p_word), dmetaphone_alt(p_word)]) WHERE p_word !~ '[0-9]'
    UNION ALL SELECT '#' || unnest(daitch_mokotoff(p_word)) WHERE p_word ~ '^[a-z]{3,}$'
    UNION ALL SELECT '~' || b.bones FROM (SELECT skeleton_of(p_word) AS bones OFFSET 0) AS b WHERE p_word !~ '[0-9]' AND length(b.bones) >= 3
    UNION ALL SELECT '@' || name FROM name_spelling WHERE spelling = p_word) AS keyed $$;

CREATE OR REPLACE FUNCTION typed_keys(p_folded text, p_words text[], p_place int) RETURNS text[] LANGUAGE plpgsql STABLE SET search_path = public AS $$
DECLARE
  word text[] := string_to_array(p_folded, ' ');
  -- Fewer words than places: the first again, which asks nothing more.
  asked text := coalesce(p_words[p_place], p_words[1]);
  pair text[] := '{}';
BEGIN
  FOR n IN 2 .. coalesce(cardinality(word), 0) LOOP
    IF word[n - 1] <> '' AND word[n] <> '' AND asked IN (word[n - 1], word[n]) THEN pair := array_append(pair, word[n - 1] || word[n]); END IF;
  END LOOP;
  RETURN CASE WHEN cardinality(pair) = 0 THEN word_keys(asked)
    ELSE word_keys(asked) || ARRAY(SELECT '=' || w FROM unnest(pair) AS w) || ARRAY(SELECT '@' || s.name FROM name_spelling s WHERE s.spelling = ANY (pair)) END;
END $$;

-- Known words that this one may have been meant to be, the closest first, as before. How many ways two words sound alike is counted in one look along the keys of each.
CREATE OR REPLACE FUNCTION words_meant(p_word text, p_begun boolean, p_most int) RETURNS text[] LANGUAGE plpgsql STABLE SET search_path = public SET enable_seqscan = off SET jit = off
SET pg_trgm.similarity_threshold = 0.3 SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  sounded text[] := ARRAY(SELECT k FROM unnest(word_keys(p_word)) AS k WHERE left(k, 1) <> '=');
  spelled text[] := ARRAY(SELECT k FROM unnest(sounded) AS k WHERE left(k, 1) = '@');
  begins text := replace(p_word, '_', '') || '%';
BEGIN
  RETURN (WITH known AS (
    SELECT n.word, n.keys FROM name_word n WHERE n.word = p_word
    UNION SELECT n.word, n.keys FROM name_word n WHERE n.keys && sounded
    UNION SELECT n.word, n.keys FROM name_word n WHERE NOT p_begun AND length(p_word) >= 3 AND n.word % p_word
      AND (similarity(n.word, p_word) >= 0.6 OR levenshtein_less_equal(left(n.word, 60), left(p_word, 60), CASE WHEN length(p_word) <= 4 THEN 1 ELSE 2 END) <= CASE WHEN length(p_word) <= 4 THEN 1 ELSE 2 END)
    UNION (SELECT n.word, n.keys FROM name_word n WHERE length(p_word) >= CASE WHEN p_begun THEN 2 ELSE 3 END AND n.word LIKE begins ORDER BY n.word LIMIT 40))
  SELECT coalesce(array_agg('=' || word ORDER BY close DESC, word), '{}') FROM (
    SELECT known.word, CASE WHEN known.word = p_word THEN 3 WHEN known.keys && spelled THEN 2
      ELSE similarity(known.word, p_word) + 0.2 * (SELECT count(*) FROM unnest(known.keys) AS k WHERE k = ANY (sounded)) + CASE WHEN p_begun AND known.word LIKE begins THEN 1 ELSE 0 END END AS close
    FROM known ORDER BY 2 DESC, 1 LIMIT p_most) AS likely);
END $$;

-- The days that a date of birth may nearly have been, those with one digit otherwise apart: dates_near without them, and without making them first.
CREATE OR REPLACE FUNCTION dates_close(p_born date) RETURNS date[] LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  y int := extract(year FROM p_born); m int := extract(month FROM p_born); d int := extract(day FROM p_born);
  near date[] := ARRAY[p_born - 3, p_born - 2, p_born - 1, p_born, p_born + 1, p_born + 2, p_born + 3];
BEGIN
  IF p_born IS NULL THEN RETURN '{}'; END IF;
  IF y BETWEEN 1880 AND 2150 AND d <= 12 AND m <> d THEN near := array_append(near, make_date(y, d, m)); END IF;
  FOR other IN y - 1 .. y + 1 LOOP
    IF other <> y AND other BETWEEN 1880 AND 2150 AND (m <> 2 OR d < 29) THEN near := array_append(near, make_date(other, m, d)); END IF;
  END LOOP;
  RETURN ARRAY(SELECT DISTINCT n FROM unnest(near) AS n ORDER BY n);
END $$;

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

-- Who was found and what speaks for them, each card made once: as an expression it was made again wherever it is looked into.
CREATE OR REPLACE FUNCTION find_people(p jsonb, p_most int, p_membership uuid, p_page text, p_query text, p_now timestamptz) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  after_rank int := (p->>'after_rank')::int;
  after_id uuid := (p->>'after_id')::uuid;
  hits jsonb;
BEGIN
  IF app_account() IS NULL OR cardinality(app_index_boroughs()) = 0 THEN RETURN '[]'; END IF;
  WITH best AS (
    SELECT * FROM weigh_people(p, gather_people(p)) AS w WHERE after_rank IS NULL OR w.rank < after_rank OR (w.rank = after_rank AND w.id > after_id)
    ORDER BY w.rank DESC, w.id LIMIT least(p_most, 51)
  ), shown AS MATERIALIZED (SELECT best.*, person_card(best.id) AS card FROM best)
  SELECT jsonb_agg(CASE WHEN (card->>'restricted')::boolean AND NOT card ? 'reference' THEN jsonb_build_object('card', card, 'rank', rank)
    ELSE (to_jsonb(shown) - 'id' - 'restricted') END ORDER BY rank DESC, id)
  INTO hits FROM shown;

  INSERT INTO reading_log (id, at, account_id, membership_id, person_id, depth, page, query)
  SELECT uuidv7(), p_now, app_account(), p_membership, (hit->'card'->>'id')::uuid, 'index', p_page, p_query
  FROM jsonb_array_elements(coalesce(hits, '[]')) AS hit;
  -- Looking for somebody who is not there is looking too.
  IF hits IS NULL AND after_id IS NULL THEN
    INSERT INTO reading_log (id, at, account_id, membership_id, person_id, depth, page, query)
    VALUES (uuidv7(), p_now, app_account(), p_membership, NULL, 'index', p_page, p_query);
  END IF;
  RETURN coalesce(hits, '[]');
END $$;

-- Weighed as before; what is dear to ask is asked last: a street only where the postcode agrees, letters of a name only where it is not the name itself.
CREATE OR REPLACE FUNCTION weigh_people(p jsonb, p_people uuid[])
RETURNS TABLE(id uuid, restricted boolean, rank integer, name_score real, same_name boolean, spelled boolean, sounds boolean, alias boolean, born_how text, days_apart integer, same_address boolean, same_postcode boolean, same_telephone boolean, same_reference boolean, same_identifier text)
LANGUAGE plpgsql STABLE SET search_path = public SET enable_seqscan = off SET jit = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
  words text := fold_name(p->>'words');
  word text[] := typed_words(words);
  exact text[] := ARRAY(SELECT '=' || w FROM unnest(word) AS w);
  a text[] := '{}'; b text[] := '{}'; c text[] := '{}'; d text[] := '{}';
  -- Of those the word itself, and the names it is a spelling of.
  sa text[]; sb text[]; sc text[]; sd text[];
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
    a := typed_keys(words, word, 1);
    b := CASE WHEN cardinality(word) > 1 THEN typed_keys(words, word, 2) ELSE a END;
    c := CASE WHEN cardinality(word) > 2 THEN typed_keys(words, word, 3) ELSE a END;
    d := CASE WHEN cardinality(word) > 3 THEN typed_keys(words, word, 4) ELSE a END;
  END IF;
  sa := ARRAY(SELECT k FROM unnest(a) AS k WHERE k ~ '^[=@]'); sb := ARRAY(SELECT k FROM unnest(b) AS k WHERE k ~ '^[=@]');
  sc := ARRAY(SELECT k FROM unnest(c) AS k WHERE k ~ '^[=@]'); sd := ARRAY(SELECT k FROM unnest(d) AS k WHERE k ~ '^[=@]');
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

-- Who may be the same person as these, as before. Of those whose name shares a key the ones go first whose name is not like enough to be shown whatever else speaks
-- for them: what is left is weighed, and that is few.
CREATE OR REPLACE FUNCTION alike(p_people uuid[]) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off SET jit = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  seed record; asked jsonb; likely uuid[]; known text[]; found jsonb := '[]'; hits jsonb;
  words text; word text[]; digits text; a text[]; b text[]; c text[]; d text[]; close date[];
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
      likely := ARRAY(SELECT s.person_id FROM person_search s WHERE s.born_on = ANY (close) AND s.keys && known AND s.person_id <> seed.id LIMIT 40);
    ELSIF seed.words <> '' THEN
      likely := ARRAY(SELECT s.person_id FROM person_search s WHERE s.keys @> ARRAY(SELECT '=' || w FROM unnest(typed_words(fold_name(seed.words))) AS w) AND s.person_id <> seed.id LIMIT 20);
    END IF;
    IF length(digits) >= 7 THEN likely := likely || ARRAY(SELECT x.id FROM person x WHERE digits_of(x.telephone) = digits AND x.telephone IS NOT NULL AND x.id <> seed.id LIMIT 20); END IF;
    CONTINUE WHEN cardinality(likely) = 0;
    words := fold_name(seed.words);
    word := typed_words(words);
    IF cardinality(word) > 0 THEN
      a := typed_keys(words, word, 1);
      b := CASE WHEN cardinality(word) > 1 THEN typed_keys(words, word, 2) ELSE a END;
      c := CASE WHEN cardinality(word) > 2 THEN typed_keys(words, word, 3) ELSE a END;
      d := CASE WHEN cardinality(word) > 3 THEN typed_keys(words, word, 4) ELSE a END;
    ELSE
      a := '{}'; b := '{}'; c := '{}'; d := '{}';
    END IF;
    likely := ARRAY(SELECT DISTINCT one FROM unnest(likely) AS one
      WHERE NOT EXISTS (SELECT 1 FROM person_not_same n WHERE n.a_id = least(one, seed.id) AND n.b_id = greatest(one, seed.id) AND n.taken_back_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM relationship t WHERE t.person_id = seed.id AND t.other_id = one) AND NOT EXISTS (SELECT 1 FROM relationship t WHERE t.person_id = one AND t.other_id = seed.id));
    CONTINUE WHEN cardinality(likely) = 0;
    -- A name nearly so and nothing more is a stranger's, and a stranger's name is let go before anything else of theirs is read. Whose name is the same or sounds so, or has
    -- nearly its letters, and whoever has the same telephone number: what is shown below is among these.
    likely := ARRAY(SELECT one FROM unnest(likely) AS one
      WHERE EXISTS (SELECT 1 FROM person_search s WHERE s.person_id = one
          AND (s.keys && a AND s.keys && b AND s.keys && c AND s.keys && d OR similarity(s.name, words) >= 0.39 OR word_similarity(words, s.name) >= 0.43))
        OR length(digits) >= 7 AND (EXISTS (SELECT 1 FROM person x WHERE x.id = one AND digits_of(x.telephone) = digits)
          OR EXISTS (SELECT 1 FROM person_identifier i WHERE i.person_id = one AND i.kind = 'telephone' AND i.folded = digits AND i.ended_at IS NULL)));
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
