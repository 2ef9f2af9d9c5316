CREATE OR REPLACE FUNCTION public.weigh_people(p jsonb, p_people uuid[])
 RETURNS TABLE(id uuid, restricted boolean, rank integer, name_score real, same_name boolean, spelled boolean, sounds boolean, alias boolean, born_how text, days_apart integer, same_address boolean, same_postcode boolean, same_telephone boolean, same_reference boolean, same_identifier text)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
  -- Whoever may be the same person as somebody lives at the same whole line: two flats of one house are two homes.
  at_doors text[] := CASE WHEN p->>'as_written' IS NULL THEN doors_asked(p->>'address') ELSE '{}' END;
  -- Looked for in a line before its doors are taken apart, which costs more.
  at_number text := coalesce((regexp_match(p->>'address', '(\d+)[^\d]*$'))[1], '');
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
    SELECT x.person_id, bool_or(length(at_street) > 5 AND ((at_code = '' OR x.postcode IS NULL OR plain_line(x.postcode) = at_code) AND (street_key(x.line) = at_street OR cardinality(at_doors) > 0 AND position(at_number IN x.line) > 0 AND (street_key(x.line) = ANY (at_doors) OR address_doors(x.line) && at_doors) IS TRUE)
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
    CASE WHEN w.restricted THEN -1000 ELSE round(10 * (50 * CASE WHEN w.spelled AND NOT w.same_name THEN 0.7 + 0.1 * w.score ELSE w.score END + CASE WHEN w.same_name THEN 15 WHEN w.spelled THEN 22 WHEN w.sounds THEN 15 ELSE 0 END
      + CASE w.how WHEN 'same' THEN 40 WHEN 'swapped' THEN 30 WHEN 'days' THEN 25 WHEN 'year' THEN 22 WHEN 'digit' THEN 18 ELSE CASE WHEN w.apart IS NOT NULL THEN -10 ELSE 0 END END
      + CASE WHEN w.same_address THEN 25 WHEN w.same_postcode THEN 12 ELSE 0 END + CASE WHEN w.same_telephone THEN 30 ELSE 0 END
      + CASE WHEN w.same_identifier IS NOT NULL THEN 40 ELSE 0 END + CASE WHEN w.same_reference THEN 200 ELSE 0 END))::int END,
    w.score, w.same_name, w.spelled, w.sounds, w.alias, w.how, CASE WHEN w.how IS NOT NULL THEN w.apart END,
    w.same_address, w.same_postcode, w.same_telephone, w.same_reference, w.same_identifier
  FROM speaking w
  -- A birthday shared with a stranger is no match: it speaks only for a name that is at least like.
  WHERE CASE WHEN w.restricted THEN w.same_reference OR w.score >= 0.75 OR w.spelled OR (w.sounds AND p->>'begun' IS NULL)
    ELSE w.like_name OR w.same_address OR w.same_telephone OR w.same_reference OR w.same_identifier IS NOT NULL OR (w.same_postcode AND (words = '' OR w.score >= 0.15))
      OR (w.how IS NOT NULL AND (words = '' AND w.how <> 'digit' OR w.how <> 'digit' AND w.score >= 0.2)) END;
END $function$;
