CREATE OR REPLACE FUNCTION public.skeleton_of(p_word text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
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
END $function$;
GRANT EXECUTE ON FUNCTION skeleton_of(text) TO PUBLIC;
