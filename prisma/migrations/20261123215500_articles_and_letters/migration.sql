-- Names whose letters and joints whoever only hears them does not know. Eltayeb is Tayeb with the Arabic article, Abdelkarim and Abdikarim are Abd al-Karim in one word, and the letters
-- of Polish, Turkish, Czech or Romanian are heard otherwise than they look without their marks: Wąsik is heard as Vonsik, Çağla as Chala.

-- The word without the Arabic article that is written to it, whole (eltayeb) or grown into the letter behind it (arrahman); null of any other.
CREATE FUNCTION without_article(p_word text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN p_word ~ '^[ae]l[b-df-hj-km-np-tv-z][a-z]{3,}$' OR p_word ~ '^[ae]([rsndtz])\1[a-z]{3,}$' THEN substr(p_word, 3) END $$;

-- Whose servant: of each name of Abd the consonants of the name behind it, however Abd, the article and that name are written, in one word or three.
CREATE FUNCTION servant_keys(p_folded text) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(DISTINCT '@abd ' || b.bones) FILTER (WHERE length(b.bones) > 1), '{}')
  FROM regexp_matches(p_folded, '\mabd(?:[aeiou](?:l|r(?=r)|s(?=s)|sh(?=sh)|n(?=n)|d(?=d)|t(?=t)|z(?=z))?(?=[a-z]{3})|[aeiou](?:l|r|s|sh|n|d|t|z) (?=[a-z]{3})|(?: [aeiou](?:l|r|s|sh|n|d|t|z))? (?=[a-z]{3})| [aeiou](?:l|r(?=r)|s(?=s)|sh(?=sh)|n(?=n)|d(?=d)|t(?=t)|z(?=z))(?=[a-z]{3}))([a-z]{3,})', 'g') AS m,
    LATERAL (SELECT skeleton_of(m[1]) AS bones OFFSET 0) AS b $$;

-- A name as an English ear takes its letters down; null where all of them are English. The nasal vowels of Polish are an m before b and p (Dąbrowski), an n elsewhere.
CREATE FUNCTION heard_name(p text) RETURNS text LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT CASE WHEN x.said ~ '[ąęłśćźżçğşšžčțţșñṣöüäøß]' THEN replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
    regexp_replace(regexp_replace(translate(regexp_replace(regexp_replace(x.said, 'ą(?=[bp])', 'om', 'g'), 'ę(?=[bp])', 'em', 'g'), 'łğżžşșṣśčćţ', 'w' || chr(1) || 'źźššššççț'), 'ą', 'on', 'g'), 'ę', 'en', 'g'),
    chr(1), ''), 'ź', 'zh'), 'š', 'sh'), 'ç', 'ch'), 'ț', 'ts'), 'ñ', 'ny'), 'ö', 'oe'), 'ü', 'ue'), 'ä', 'ae'), 'ø', 'oe'), 'ß', 'ss') END
  FROM (SELECT lower(normalize(coalesce(p, ''), NFC)) AS said OFFSET 0) AS x $$;

CREATE OR REPLACE FUNCTION word_keys(p_word text)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path = public
AS $$
  SELECT coalesce(array_agg(DISTINCT key) FILTER (WHERE key NOT IN ('', '=', '#', '~')), '{}') FROM (
    SELECT '=' || p_word AS key
    -- A number sounds like nothing.
    UNION ALL SELECT unnest(ARRAY[dmetaphone(p_word), dmetaphone_alt(p_word)]) WHERE p_word !~ '[0-9]'
    UNION ALL SELECT '#' || unnest(daitch_mokotoff(p_word)) WHERE p_word ~ '^[a-z]{3,}$'
    UNION ALL SELECT '~' || b.bones FROM (SELECT skeleton_of(p_word) AS bones OFFSET 0) AS b WHERE p_word !~ '[0-9]' AND length(b.bones) >= 3
    UNION ALL SELECT '@' || name FROM name_spelling WHERE spelling = p_word
    -- Eltayeb sounds like Tayeb, and Abdelkarim is Abd al-Karim.
    UNION ALL SELECT unnest(ARRAY[dmetaphone(t.bare), '~' || skeleton_of(t.bare)]) FROM (SELECT without_article(p_word) AS bare OFFSET 0) AS t WHERE t.bare IS NOT NULL
    UNION ALL SELECT unnest(servant_keys(p_word)) WHERE p_word LIKE 'abd%') AS keyed $$;

CREATE OR REPLACE FUNCTION keys_of(p_folded text)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path = public
AS $$
  WITH word AS (SELECT w, n FROM regexp_split_to_table(p_folded, ' ') WITH ORDINALITY AS t (w, n) WHERE w <> ''),
  pair AS (SELECT a.w || b.w AS w FROM word a JOIN word b ON b.n = a.n + 1)
  SELECT coalesce(array_agg(DISTINCT key), '{}') FROM (
    SELECT unnest(word_keys(w)) AS key FROM word
    UNION ALL SELECT '=' || w FROM pair
    UNION ALL SELECT '@' || s.name FROM pair JOIN name_spelling s ON s.spelling = pair.w
    UNION ALL SELECT unnest(servant_keys(p_folded)) WHERE p_folded ~ '\mabd') AS keyed $$;

CREATE OR REPLACE FUNCTION typed_words(p_folded text)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path = public
AS $$
  SELECT coalesce(array_agg(w ORDER BY length(w) DESC, w), '{}') FROM (
    -- An article between names is no word that must be found: the name may bear it, have it grown into it, or be told without.
    SELECT w FROM regexp_split_to_table(CASE WHEN p_folded ~ ' .* ' THEN regexp_replace(p_folded, '\m(?:al|el|ar|as|es|an|ad|at|az|ash|ul|ur|us) (?=[a-z]{3})', '', 'g') ELSE p_folded END, ' ') AS w
    WHERE w <> '' GROUP BY w ORDER BY length(w) DESC, w LIMIT 4) AS longest $$;

CREATE OR REPLACE FUNCTION typed_keys(p_folded text, p_words text[], p_place integer)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE
 SET search_path = public
AS $$
DECLARE
  word text[] := string_to_array(p_folded, ' ');
  -- Fewer words than places: the first again, which asks nothing more.
  asked text := coalesce(p_words[p_place], p_words[1]);
  pair text[] := '{}';
  served text[] := '{}';
BEGIN
  FOR n IN 2 .. coalesce(cardinality(word), 0) LOOP
    IF word[n - 1] <> '' AND word[n] <> '' AND asked IN (word[n - 1], word[n]) THEN pair := array_append(pair, word[n - 1] || word[n]); END IF;
  END LOOP;
  -- Abd, the article and the name behind them are one name, each of its words.
  IF p_folded ~ '\mabd' AND (asked LIKE 'abd%' OR p_folded ~ ('\mabd[a-z]*( [aeiou](l|r|s|sh|n|z|d|t))? ' || asked || '\M') OR p_folded ~ ('\mabd ' || asked || ' ')) THEN served := servant_keys(p_folded); END IF;
  RETURN CASE WHEN cardinality(pair) = 0 THEN word_keys(asked) || served
    ELSE word_keys(asked) || served || ARRAY(SELECT '=' || w FROM unnest(pair) AS w) || ARRAY(SELECT '@' || s.name FROM name_spelling s WHERE s.spelling = ANY (pair)) END;
END $$;

CREATE OR REPLACE FUNCTION refresh_person_search(p_people uuid[])
 RETURNS void
 LANGUAGE sql
 SET search_path = public
AS $$
  DELETE FROM person_search WHERE person_id = ANY (p_people);
  INSERT INTO person_search (person_id, name, alias, keys, born_on, restricted)
  SELECT named.person_id, named.name, bool_and(named.alias), key_numbers(keys_of(named.name)), min(named.born_on), bool_or(named.restricted)
  FROM (
    SELECT id AS person_id, fold_name(concat_ws(' ', given_name, family_name)) AS name, false AS alias, born_on, restricted FROM person WHERE id = ANY (p_people)
    -- As its letters are heard, where they are none of the English.
    UNION ALL SELECT id, fold_name(heard_name(concat_ws(' ', given_name, family_name))), false, born_on, restricted FROM person WHERE id = ANY (p_people)
    UNION ALL SELECT n.person_id, fold_name(n.name), true, p.born_on, p.restricted FROM person_name n JOIN person p ON p.id = n.person_id WHERE n.person_id = ANY (p_people)
    UNION ALL SELECT n.person_id, fold_name(heard_name(n.name)), true, p.born_on, p.restricted FROM person_name n JOIN person p ON p.id = n.person_id WHERE n.person_id = ANY (p_people)
  ) AS named
  WHERE named.name <> '' GROUP BY named.person_id, named.name;
  -- In one order, or two who put the same new names on record at once could wait for each other.
  INSERT INTO name_word (word, keys) SELECT w, word_keys(w) FROM (SELECT DISTINCT w FROM person_search s, LATERAL regexp_split_to_table(s.name, ' ') AS w
    WHERE s.person_id = ANY (p_people) AND length(w) > 1 AND NOT EXISTS (SELECT 1 FROM name_word k WHERE k.word = w)) AS unknown ORDER BY w ON CONFLICT DO NOTHING $$;

-- What the words of names are found by is told anew, and whoever bears one of these, or a letter that is heard otherwise.
UPDATE name_word SET keys = word_keys(word) WHERE word LIKE 'abd%' OR without_article(word) IS NOT NULL;
SELECT refresh_person_search(ARRAY(
  SELECT s.person_id FROM person_search s WHERE s.keys && key_numbers(ARRAY(SELECT '=' || word FROM name_word WHERE word LIKE 'abd%' OR without_article(word) IS NOT NULL))
  UNION SELECT p.id FROM person p WHERE concat(p.given_name, p.family_name) ~ '[^ -~]' AND heard_name(concat_ws(' ', p.given_name, p.family_name)) IS NOT NULL
  UNION SELECT n.person_id FROM person_name n WHERE n.name ~ '[^ -~]' AND heard_name(n.name) IS NOT NULL));
