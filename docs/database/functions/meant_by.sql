CREATE OR REPLACE FUNCTION public.meant_by(p_words text, p_word text[], p_place integer, p_begun boolean, OUT close text[], OUT kept text[], OUT typed text[])
 RETURNS record
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public'
AS $function$
DECLARE meant text[] := words_meant(p_word[p_place], p_begun, 40); beside text[];
BEGIN
  typed := typed_keys(p_words, p_word, p_place);
  beside := ARRAY(SELECT k FROM unnest(typed) AS k WHERE k ~ '^[=@]');
  close := beside || meant[1:8];
  kept := beside || meant;
END $function$;
GRANT EXECUTE ON FUNCTION meant_by(text,text[],integer,boolean) TO holdfast_search;
