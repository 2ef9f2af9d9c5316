-- The exact name is looked up first, and what else it may mean only where that is asked for: of a common name a hundred bear it as it was typed.
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
    -- Where a date of birth narrows it, the name alone needs to bring fewer.
    EXECUTE 'SELECT ARRAY(SELECT s.person_id FROM person_search s WHERE s.keys @> $1' || within || ' LIMIT ' || CASE WHEN born IS NULL THEN 200 ELSE 50 END || ')' INTO more USING exact, b, c, d, near, opened, here;
    found := found || more;
    -- A hundred who are called exactly so fill five pages: what else the words may mean is asked for fewer, for a date of birth, and while somebody types.
    IF cardinality(more) < 100 OR begun OR born IS NOT NULL THEN
      SELECT m.close, m.kept, sounding || m.typed INTO near_a, a, sounding FROM meant_by(words, word, 1, begun) AS m;
      IF cardinality(word) > 1 THEN SELECT m.close, m.kept, sounding || m.typed INTO near_b, b, sounding FROM meant_by(words, word, 2, begun) AS m; END IF;
      IF cardinality(word) > 2 THEN SELECT m.close, m.kept, sounding || m.typed INTO near_c, c, sounding FROM meant_by(words, word, 3, begun) AS m; END IF;
      IF cardinality(word) > 3 THEN SELECT m.close, m.kept, sounding || m.typed INTO near_d, d, sounding FROM meant_by(words, word, 4, begun) AS m; END IF;
      IF born IS NOT NULL THEN
        EXECUTE 'SELECT ARRAY(SELECT s.person_id FROM person_search s WHERE ' || named || ' AND s.born_on = ANY ($5)' || within || ' LIMIT 300)' INTO more USING near_a, near_b, near_c, near_d, near, opened, here;
        found := found || more;
        -- One word that agrees, and a date that nearly does. The dates first: they are few, and the names are not.
        EXECUTE 'SELECT ARRAY(SELECT s.person_id FROM (SELECT * FROM person_search x WHERE x.born_on = ANY ($5) OFFSET 0) s WHERE s.keys && $1' || within || ' LIMIT 300)' INTO more USING sounding || a || coalesce(b, '{}') || coalesce(c, '{}') || coalesce(d, '{}'), b, c, d, close, opened, here;
        found := found || more;
      END IF;
      IF cardinality(found) < 100 OR begun THEN
        EXECUTE 'SELECT ARRAY(SELECT s.person_id FROM person_search s WHERE ' || named || within || ' LIMIT ' || CASE WHEN born IS NULL THEN 200 ELSE 50 END || ')' INTO more USING near_a, near_b, near_c, near_d, near, opened, here;
        found := found || more;
        IF cardinality(found) < 100 THEN
          EXECUTE 'SELECT ARRAY(SELECT s.person_id FROM person_search s WHERE ' || named || within || ' LIMIT ' || CASE WHEN born IS NULL THEN 300 ELSE 50 END || ')' INTO more USING a, b, c, d, near, opened, here;
          found := found || more;
        END IF;
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
