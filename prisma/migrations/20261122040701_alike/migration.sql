-- Who may be the same person as these: people born on nearly that day whose name shares a key, or with the same telephone number, or of the same name where no date of
-- birth is known; weighed by the search itself, within the index reach of whoever asks, the best five of each. Nobody restricted who was not opened, nobody joined to
-- another, nobody said never to be the same, nobody who is tied to them: a brother is somebody else. At most 60 are asked about at once.
SELECT similarity('', '');
GRANT SELECT ON person_not_same TO holdfast_search;
CREATE POLICY search_sees ON person_not_same FOR SELECT TO holdfast_search USING (true);

CREATE FUNCTION alike(p_people uuid[]) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off SET jit = off AS $$
DECLARE
  seed record; asked jsonb; likely uuid[]; known text[]; found jsonb := '[]'; hits jsonb;
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
    known := ARRAY(SELECT DISTINCT k FROM person_search s, unnest(s.keys) AS k WHERE s.person_id = seed.id);
    likely := ARRAY(SELECT s.person_id FROM person_search s WHERE seed.born_on IS NOT NULL AND s.born_on = ANY (ARRAY(SELECT n.born FROM dates_near(seed.born_on) AS n WHERE n.how <> 'digit')) AND s.keys && known AND s.person_id <> seed.id LIMIT 40)
      || ARRAY(SELECT x.id FROM person x WHERE length(digits_of(seed.telephone)) >= 7 AND digits_of(x.telephone) = digits_of(seed.telephone) AND x.telephone IS NOT NULL AND x.id <> seed.id LIMIT 20)
      || ARRAY(SELECT s.person_id FROM person_search s WHERE seed.born_on IS NULL AND seed.words <> '' AND s.keys @> ARRAY(SELECT '=' || w FROM unnest(typed_words(fold_name(seed.words))) AS w) AND s.person_id <> seed.id LIMIT 20);
    CONTINUE WHEN cardinality(likely) = 0;
    likely := ARRAY(SELECT DISTINCT c FROM unnest(likely) AS c
      WHERE NOT EXISTS (SELECT 1 FROM person_not_same n WHERE n.a_id = least(c, seed.id) AND n.b_id = greatest(c, seed.id) AND n.taken_back_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM relationship t WHERE t.person_id = seed.id AND t.other_id = c) AND NOT EXISTS (SELECT 1 FROM relationship t WHERE t.person_id = c AND t.other_id = seed.id));
    CONTINUE WHEN cardinality(likely) = 0;
    asked := jsonb_strip_nulls(jsonb_build_object('words', nullif(seed.words, ''), 'born_on', seed.born_on, 'address', seed.line, 'postcode', seed.postcode, 'telephone', seed.telephone));
    SELECT jsonb_agg((to_jsonb(best) - 'id' - 'restricted') || jsonb_build_object('seed', seed.id, 'card', person_card(best.id)) ORDER BY best.rank DESC, best.id) INTO hits
      -- A name nearly so and nothing more is a stranger's: something beside the name speaks for it, or the name itself is the same.
      FROM (SELECT * FROM weigh_people(asked, likely) AS w WHERE NOT w.restricted AND (w.born_how IS NOT NULL OR w.same_address OR w.same_telephone OR w.same_name) AND (w.same_name OR w.spelled OR w.sounds OR w.name_score >= 0.4 OR w.same_telephone)
        ORDER BY w.rank DESC, w.id LIMIT 5) AS best;
    found := found || coalesce(hits, '[]');
  END LOOP;
  RETURN found;
END $$;
GRANT CREATE ON SCHEMA public TO holdfast_search;
ALTER FUNCTION alike OWNER TO holdfast_search;
REVOKE CREATE ON SCHEMA public FROM holdfast_search;
REVOKE ALL ON FUNCTION alike FROM PUBLIC;
GRANT EXECUTE ON FUNCTION alike TO holdfast_app;

-- The worklist goes from the newest record back: a page of it reads so many and no more.
CREATE INDEX person_newest ON person (created_at DESC, id DESC) WHERE matched_to IS NULL AND NOT restricted;

-- Figures that are kept are counted by timed work, which sees no borough of its own.
CREATE OR REPLACE FUNCTION gone_by(p_known timestamptz) RETURNS TABLE (gone uuid, root uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  WITH RECURSIVE standing AS MATERIALIZED (SELECT gone_id, kept_id FROM person_join WHERE app_account() IS NOT NULL AND joined_at <= p_known AND (parted_at IS NULL OR parted_at > p_known)),
  walk (gone, at, steps) AS (SELECT gone_id, kept_id, 1 FROM standing UNION ALL SELECT w.gone, s.kept_id, w.steps + 1 FROM walk w JOIN standing s ON s.gone_id = w.at WHERE w.steps < 50)
  SELECT DISTINCT ON (w.gone) w.gone, w.at FROM walk w ORDER BY w.gone, w.steps DESC $$;

-- Was this told of another record while the two were joined, and have they been parted since? Then it is about somebody else, and its words are not this person's.
CREATE FUNCTION entry_parted(p_entry uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM entry_payload p JOIN person_join j ON j.id = CASE WHEN p.body->>'join' ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' THEN (p.body->>'join')::uuid END
    WHERE p.entry_id = p_entry AND p.body ? 'told_again_of' AND j.parted_at IS NOT NULL) $$;
REVOKE ALL ON FUNCTION entry_parted FROM PUBLIC;
GRANT EXECUTE ON FUNCTION entry_parted TO holdfast_app, holdfast_worker;
