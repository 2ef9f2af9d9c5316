-- The search and the pages that use it, at two million people. Where the same things are asked for again and again, they were planned again for each asking, which
-- took longer than finding them; whom a date of birth may mean lay on as many pages as there are people born near it; and a rare name was looked for twice.

-- In a session that has not used pg_trgm yet its settings are unknown, and only a superuser may set what is unknown.
SELECT similarity('', '');

-- Born near a day and named alike is told by this index alone: the rows lie all over the table. A list of keys stays within what an index holds: a name has its bounds.
CREATE INDEX IF NOT EXISTS person_search_born_keys ON person_search (born_on) INCLUDE (person_id, keys) WHERE born_on IS NOT NULL;
DROP INDEX IF EXISTS person_search_born;

CREATE OR REPLACE FUNCTION typed_keys(p_folded text, p_words text[], p_place int) RETURNS text[] LANGUAGE sql STABLE SET search_path = public AS $$
  WITH word AS (SELECT w, n FROM regexp_split_to_table(p_folded, ' ') WITH ORDINALITY AS t (w, n) WHERE w <> ''),
  -- Fewer words than places: the first again, which asks nothing more.
  asked AS (SELECT coalesce(p_words[p_place], p_words[1]) AS w),
  pair AS MATERIALIZED (SELECT a.w || b.w AS w FROM word a JOIN word b ON b.n = a.n + 1 JOIN asked ON asked.w IN (a.w, b.w))
  -- The pairs as one list: joined, every spelling there is was read beside them.
  SELECT word_keys(asked.w) || ARRAY(SELECT '=' || w FROM pair) || ARRAY(SELECT '@' || s.name FROM name_spelling s WHERE s.spelling = ANY (ARRAY(SELECT w FROM pair))) FROM asked $$;

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

-- The log of a page is written in order of time, not each line on another page of its index.
CREATE OR REPLACE FUNCTION find_people(p jsonb, p_most int, p_membership uuid, p_page text, p_query text, p_now timestamptz) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  after_rank int := (p->>'after_rank')::int;
  after_id uuid := (p->>'after_id')::uuid;
  hits jsonb;
BEGIN
  IF app_account() IS NULL OR cardinality(app_index_boroughs()) = 0 THEN RETURN '[]'; END IF;
  WITH best AS (
    SELECT * FROM weigh_people(p, gather_people(p)) AS w WHERE after_rank IS NULL OR w.rank < after_rank OR (w.rank = after_rank AND w.id > after_id)
    ORDER BY w.rank DESC, w.id LIMIT least(p_most, 51)
  )
  SELECT jsonb_agg(CASE WHEN (card->>'restricted')::boolean AND NOT card ? 'reference' THEN jsonb_build_object('card', card, 'rank', rank)
    ELSE (to_jsonb(shown) - 'id' - 'restricted') END ORDER BY rank DESC, id)
  INTO hits FROM (SELECT best.*, person_card(best.id) AS card FROM best) AS shown;

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

-- Planned once in a session: what they are given changes what is found, not how.
ALTER FUNCTION weigh_people(jsonb, uuid[]) SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION alike(uuid[]) SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION find_people(jsonb, int, uuid, text, text, timestamptz) SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION words_meant(text, boolean, int) SET plan_cache_mode = force_generic_plan;
