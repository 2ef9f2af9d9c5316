CREATE OR REPLACE FUNCTION public.figure_touched_people(p_measures jsonb, p_since timestamp with time zone)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
DECLARE kinds text[] := ARRAY(SELECT DISTINCT x->>'kind' FROM jsonb_array_elements(p_measures) AS x); people uuid[]; joined uuid[];
BEGIN
  people := ARRAY(
    SELECT f.person_id FROM figure_fact f WHERE GREATEST(f.at, f.recorded_at) > p_since AND GREATEST(f.at, f.recorded_at) <= 'infinity' AND f.kind = ANY (kinds)
    UNION SELECT a.person_id FROM figure_annulled a WHERE a.recorded_at > p_since
    UNION SELECT j.id FROM figure_joined(p_since) AS j(id));
  -- Of joined records what is the last on the one tells of the other. Of most nobody was ever joined.
  joined := ARRAY(SELECT j.gone_id FROM person_join j WHERE j.gone_id = ANY (people) UNION SELECT j.kept_id FROM person_join j WHERE j.kept_id = ANY (people));
  RETURN ARRAY(SELECT p.id FROM unnest(people) AS p(id) UNION SELECT s.id FROM unnest(joined) AS j(id) CROSS JOIN LATERAL figure_same(j.id, 'infinity') AS s(id));
END $function$;
