CREATE OR REPLACE FUNCTION public.alike(p_people uuid[])
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
    asked := jsonb_strip_nulls(jsonb_build_object('words', nullif(seed.words, ''), 'born_on', seed.born_on, 'address', seed.line, 'postcode', seed.postcode, 'telephone', seed.telephone, 'as_written', true));
    SELECT jsonb_agg((to_jsonb(best) - 'id' - 'restricted') || jsonb_build_object('seed', seed.id, 'card', person_card(best.id)) ORDER BY best.rank DESC, best.id) INTO hits
      -- Something beside the name speaks for it, or the name itself is the same.
      FROM (SELECT * FROM weigh_people(asked, likely) AS w WHERE NOT w.restricted AND (w.born_how IS NOT NULL OR w.same_address OR w.same_telephone OR w.same_name) AND (w.same_name OR w.spelled OR w.sounds OR w.name_score >= 0.4 OR w.same_telephone)
        ORDER BY w.rank DESC, w.id LIMIT 5) AS best;
    found := found || coalesce(hits, '[]');
  END LOOP;
  RETURN found;
END $function$;
GRANT EXECUTE ON FUNCTION alike(uuid[]) TO holdfast_app;
