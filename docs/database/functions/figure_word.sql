CREATE OR REPLACE FUNCTION public.figure_word(p_kind text, b jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT CASE p_kind
    WHEN 'episode-classified' THEN CASE WHEN b->>'as' IN ('missing', 'absent') THEN b->>'as' END
    WHEN 'cse-category-set' THEN CASE WHEN b->>'category' ~ '^[0-3]$' THEN b->>'category' END
    WHEN 'act-refused' THEN CASE WHEN jsonb_typeof(b->'rules') = 'array' THEN b->'rules'->>0 END
    WHEN 'meeting-held' THEN CASE
      WHEN jsonb_typeof(b->'absent') = 'array' AND b->'absent' <> '[]' THEN 'absent'
      WHEN jsonb_typeof(b->'research_missing') = 'array' AND b->'research_missing' <> '[]' THEN 'no-research'
      WHEN jsonb_typeof(b->'absent') = 'array' AND jsonb_typeof(b->'research_missing') = 'array' THEN 'contributed'
      ELSE 'not-known' END END $function$;
GRANT EXECUTE ON FUNCTION figure_word(text,jsonb) TO PUBLIC;
