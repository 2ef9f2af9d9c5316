CREATE OR REPLACE FUNCTION public.street_key(p_line text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(lower(coalesce(p_line, '')),
    '^\s*(\w{1,4})\s*/\s*(\d)', 'flat \1 \2'), '\y(?:apartment|apt|unit|flt)\y', 'flat', 'g'), '\y(?:number|no)\.?\s*(?=\d)', '', 'g'),
    '\y(?:(r)(?:oa)?(d)|(s)(?:tree|ain)?(t)r?|(c)(?:our|r)?(t)|(l)a?(n)e?|(av)(?:e|en|enue)?)\y', '\1\2\3\4\5\6\7\8\9', 'g'),
    '\y(?:(cl)(?:o|ose)?|(h)(?:ou)?(s)e?|(bl)(?:oc)?(k)|(cr)es(?:c|cent)?|(pl)(?:ace)?|(sq)(?:uare)?|(te)rr?(?:ace)?)\y', '\1\2\3\4\5\6\7\8\9', 'g'),
    '\y(?:(dr)(?:ive|v)?|(gr)(?:ove|v)|(man)s(?:ions?)?|(w)a?(lk)|(p)(?:ar)?(k)|(g)(?:ar)?(d)(?:e?n)?s?)\y', '\1\2\3\4\5\6\7\8\9', 'g'),
    '(\d)[^a-z0-9]+(?=\d)', '\1/', 'g'), '[^a-z0-9/]', '', 'g') $function$;
GRANT EXECUTE ON FUNCTION street_key(text) TO PUBLIC;
