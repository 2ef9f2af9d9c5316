-- A restricted person was shown, masked, for a name that only sounded like theirs where the date of birth was right, and not where it was wrong: whoever guessed dates one after the other was
-- told which it is. A restricted person now answers to the name alone, as it is written, spelled or sounds: with whatever date, and with none. They are looked for by the name
-- apart from everybody else, so that a date brings none of them nearer and a crowd of namesakes hides none of them.
ALTER TABLE person_search ADD COLUMN restricted boolean NOT NULL DEFAULT false;
UPDATE person_search SET restricted = true WHERE person_id IN (SELECT id FROM person WHERE restricted);
CREATE INDEX person_search_restricted ON person_search USING gin (keys) WITH (fastupdate = off) WHERE restricted;
CREATE OR REPLACE FUNCTION refresh_person_search(p_people uuid[]) RETURNS void LANGUAGE sql SET search_path = public AS $$
  DELETE FROM person_search WHERE person_id = ANY (p_people);
  INSERT INTO person_search (person_id, name, alias, keys, born_on, restricted)
  SELECT named.person_id, named.name, bool_and(named.alias), key_numbers(keys_of(named.name)), min(named.born_on), bool_or(named.restricted)
  FROM (
    SELECT id AS person_id, fold_name(concat_ws(' ', given_name, family_name)) AS name, false AS alias, born_on, restricted FROM person WHERE id = ANY (p_people)
    UNION ALL SELECT n.person_id, fold_name(n.name), true, p.born_on, p.restricted FROM person_name n JOIN person p ON p.id = n.person_id WHERE n.person_id = ANY (p_people)
  ) AS named
  WHERE named.name <> '' GROUP BY named.person_id, named.name;
  -- In one order, or two who put the same new names on record at once could wait for each other.
  INSERT INTO name_word (word, keys) SELECT w, word_keys(w) FROM (SELECT DISTINCT w FROM person_search s, LATERAL regexp_split_to_table(s.name, ' ') AS w
    WHERE s.person_id = ANY (p_people) AND length(w) > 1 AND NOT EXISTS (SELECT 1 FROM name_word k WHERE k.word = w)) AS unknown ORDER BY w ON CONFLICT DO NOTHING $$;
-- Whoever restricts or lifts changes what the search keeps, and need not see it.
DROP TRIGGER person_search_renamed ON person;
CREATE TRIGGER person_search_renamed AFTER UPDATE OF given_name, family_name, born_on, restricted ON person FOR EACH ROW
  WHEN (OLD.given_name IS DISTINCT FROM NEW.given_name OR OLD.family_name IS DISTINCT FROM NEW.family_name OR OLD.born_on IS DISTINCT FROM NEW.born_on OR OLD.restricted IS DISTINCT FROM NEW.restricted) EXECUTE FUNCTION person_renamed();

DO $$
DECLARE
  changed record;
  body text;
BEGIN
  FOR changed IN SELECT * FROM (VALUES
    ('gather_people', $sql$    IF born IS NOT NULL THEN
      EXECUTE$sql$, $sql$    IF born IS NOT NULL THEN
      -- Few: each is asked for the name alone, by an index of their own. Found beside a date, or among fifty namesakes and not among two hundred, they would tell of it.
      EXECUTE 'SELECT ARRAY(SELECT s.person_id FROM person_search s WHERE s.restricted AND s.keys && $1' || within || ')' INTO more USING sounding || a || coalesce(b, '{}') || coalesce(c, '{}') || coalesce(d, '{}'), b, c, d, near, opened, here;
      found := found || more;
      EXECUTE$sql$),
    ('weigh_people', $sql$(w.how = 'same' AND (w.sounds OR w.spelled OR w.score >= 0.4))$sql$, 'w.spelled OR (w.sounds AND p->>''begun'' IS NULL)')
  ) AS c (of, was, now) LOOP
    body := pg_get_functiondef(changed.of::regproc);
    IF position(changed.was IN body) = 0 THEN RAISE EXCEPTION '% does not read as this migration expects', changed.of; END IF;
    EXECUTE replace(body, changed.was, changed.now);
  END LOOP;
END $$;
