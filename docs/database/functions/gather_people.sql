CREATE OR REPLACE FUNCTION public.gather_people(p jsonb)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
AS $function$
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
  at_doors text[] := doors_asked(p->>'address');
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
      -- Few: each is asked for the name alone, by an index of their own. Found beside a date, or among fifty namesakes and not among two hundred, they would tell of it.
      EXECUTE 'SELECT ARRAY(SELECT s.person_id FROM person_search s WHERE s.restricted AND s.keys && $1' || within || ')' INTO more USING sounding || a || coalesce(b, '{}') || coalesce(c, '{}') || coalesce(d, '{}'), b, c, d, near, opened, here;
      found := found || more;
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
  IF length(at_street) > 5 THEN found := found || ARRAY(SELECT x.person_id FROM person_address x WHERE street_key(x.line) = ANY (at_doors) AND x.line <> '' LIMIT 300)
    || ARRAY(SELECT x.person_id FROM person_address x WHERE address_doors(x.line) && at_doors AND address_doors(x.line) IS NOT NULL LIMIT 300); END IF;
  IF length(telephone_digits) >= 7 THEN
    found := found || ARRAY(SELECT x.id FROM person x WHERE digits_of(x.telephone) = telephone_digits AND x.telephone IS NOT NULL LIMIT 100)
      || ARRAY(SELECT x.person_id FROM person_identifier x WHERE x.kind = 'telephone' AND x.folded = telephone_digits AND x.ended_at IS NULL LIMIT 100);
  END IF;
  IF length(mark) >= 3 THEN found := found || ARRAY(SELECT x.person_id FROM person_identifier x WHERE x.kind IN ('vehicle', 'online-name', 'e-mail') AND x.folded = mark AND x.ended_at IS NULL LIMIT 100); END IF;
  IF ref <> '' THEN found := found || ARRAY(SELECT x.id FROM person x WHERE x.reference = ref); END IF;
  RETURN ARRAY(SELECT DISTINCT unnest(found));
END $function$;
