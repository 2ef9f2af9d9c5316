CREATE OR REPLACE FUNCTION public.figure_facts(p_measures jsonb, p_from timestamp with time zone, p_at timestamp with time zone, p_known timestamp with time zone, p_boroughs text[], p_people uuid[] DEFAULT NULL::uuid[])
 RETURNS TABLE(measure text, entry_id uuid, person_id uuid, borough text, kind text, word text, at timestamp with time zone, recorded_at timestamp with time zone)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
DECLARE
  latest boolean; whole constant boolean := current_user = 'holdfast_owner' AND p_people IS NULL;
  ids text[]; kinds text[]; counted jsonb[];
BEGIN
  FOREACH latest IN ARRAY ARRAY[false, true] LOOP
    SELECT array_agg(x->>'id'), array_agg(x->>'kind'), array_agg(CASE WHEN jsonb_typeof(x->'words') = 'array' THEN x->'words' END) INTO ids, kinds, counted
      FROM jsonb_array_elements(p_measures) AS x WHERE coalesce((x->>'latest')::boolean, false) = latest;
    CONTINUE WHEN ids IS NULL;
    RETURN QUERY
    WITH gone AS MATERIALIZED (SELECT g.gone, g.root FROM figure_gone(p_known) g),
    -- Of each child, on whichever of joined records, in whichever borough (figure_last says the same of one).
    lasts AS (
      SELECT DISTINCT ON (l.kind, coalesce(g.root, l.person_id)) l.kind, coalesce(g.root, l.person_id) AS root, l.entry_id FROM figure_fact l LEFT JOIN gone g ON g.gone = l.person_id
      WHERE whole AND latest AND app_account() IS NOT NULL AND l.kind = ANY (kinds) AND l.at <= p_at AND l.recorded_at <= p_known
        AND NOT EXISTS (SELECT 1 FROM figure_annulled a WHERE a.entry_id = l.entry_id AND a.person_id = l.person_id AND a.recorded_at <= p_known)
      ORDER BY l.kind, coalesce(g.root, l.person_id), l.at DESC, l.recorded_at DESC, l.entry_id DESC),
    found AS (
      SELECT f.entry_id, f.person_id, f.borough, f.kind, f.word, f.at, f.recorded_at
        FROM figure_fact f WHERE p_people IS NULL AND f.kind = ANY (kinds) AND f.borough = ANY (p_boroughs) AND (latest OR f.at >= p_from) AND f.at <= p_at AND f.recorded_at <= p_known
      UNION ALL
      SELECT f.entry_id, f.person_id, f.borough, f.kind, f.word, f.at, f.recorded_at
        FROM figure_fact f WHERE p_people IS NOT NULL AND f.person_id = ANY (p_people) AND f.kind = ANY (kinds) AND f.borough = ANY (p_boroughs) AND (latest OR f.at >= p_from) AND f.at <= p_at AND f.recorded_at <= p_known)
    SELECT m.measure, f.entry_id, f.person_id, f.borough, f.kind, f.word, f.at, f.recorded_at
    FROM found f JOIN unnest(ids, kinds, counted) AS m(measure, of_kind, words) ON m.of_kind = f.kind AND (m.words IS NULL OR m.words ? f.word) LEFT JOIN gone g ON g.gone = f.person_id
    WHERE NOT EXISTS (SELECT 1 FROM figure_annulled a WHERE a.entry_id = f.entry_id AND a.person_id = f.person_id AND a.recorded_at <= p_known)
      AND CASE WHEN NOT latest THEN true WHEN whole THEN (f.kind, coalesce(g.root, f.person_id), f.entry_id) IN (SELECT l.kind, l.root, l.entry_id FROM lasts l)
        WHEN m.measure IS NULL THEN false ELSE figure_last(f.person_id, f.kind, p_at, p_known, f.entry_id) END;
  END LOOP;
END $function$;
GRANT EXECUTE ON FUNCTION figure_facts(jsonb,timestamp with time zone,timestamp with time zone,timestamp with time zone,text[],uuid[]) TO holdfast_app;
