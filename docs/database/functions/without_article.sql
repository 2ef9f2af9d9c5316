CREATE OR REPLACE FUNCTION public.without_article(p_word text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT CASE WHEN p_word ~ '^[ae]l[b-df-hj-km-np-tv-z][a-z]{3,}$' OR p_word ~ '^[ae]([rsndtz])\1[a-z]{3,}$' THEN substr(p_word, 3) END $function$;
GRANT EXECUTE ON FUNCTION without_article(text) TO PUBLIC;
