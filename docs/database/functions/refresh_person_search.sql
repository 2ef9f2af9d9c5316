CREATE OR REPLACE FUNCTION public.refresh_person_search(p_people uuid[])
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'public'
AS $function$
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
    WHERE s.person_id = ANY (p_people) AND length(w) > 1 AND NOT EXISTS (SELECT 1 FROM name_word k WHERE k.word = w)) AS unknown ORDER BY w ON CONFLICT DO NOTHING $function$;
