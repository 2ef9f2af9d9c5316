CREATE OR REPLACE FUNCTION public.find_people(p jsonb, p_most integer, p_membership uuid, p_page text, p_query text, p_now timestamp with time zone)
 RETURNS jsonb
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
DECLARE
  after_rank int := (p->>'after_rank')::int;
  after_id uuid := (p->>'after_id')::uuid;
  hits jsonb;
BEGIN
  IF app_account() IS NULL OR cardinality(app_index_boroughs()) = 0 THEN RETURN '[]'; END IF;
  WITH weighed AS (
    SELECT w.*, w.name_score >= 0.6 OR w.same_name OR w.spelled OR w.sounds AS named,
      w.same_address OR w.same_telephone OR w.same_identifier IS NOT NULL OR w.born_how IS NOT NULL AS agreeing
    FROM weigh_people(p, gather_people(p)) AS w
  ), sure AS (
    SELECT w.*, CASE
      -- Nothing tells how well a restricted person matched: not their confidence, and not their place.
      WHEN w.restricted THEN NULL
      WHEN w.same_reference OR (w.named AND w.born_how = 'same') OR (w.named AND w.same_address AND w.name_score >= 0.85) THEN 'strong'
      WHEN (w.named AND (w.agreeing OR w.same_postcode)) OR w.name_score >= 0.85 OR w.spelled OR w.same_identifier IS NOT NULL THEN 'likely'
      ELSE 'possible' END AS confidence
    FROM weighed w
  ), placed AS (
    -- Further apart than whatever may speak for somebody: closeness never lifts one over a surer one.
    SELECT s.*, s.rank + CASE s.confidence WHEN 'strong' THEN 20000 WHEN 'likely' THEN 10000 ELSE 0 END AS place FROM sure s
  ), best AS (
    SELECT * FROM placed AS w WHERE after_rank IS NULL OR w.place < after_rank OR (w.place = after_rank AND w.id > after_id)
    ORDER BY w.place DESC, w.id LIMIT least(p_most, 51)
  ), shown AS MATERIALIZED (SELECT best.*, person_card(best.id) AS card FROM best)
  SELECT jsonb_agg(CASE WHEN (card->>'restricted')::boolean AND NOT card ? 'reference' THEN jsonb_build_object('card', card, 'rank', place)
    ELSE (to_jsonb(shown) - '{id,restricted,named,agreeing,place}'::text[]) || jsonb_build_object('rank', place) END ORDER BY place DESC, id)
  INTO hits FROM shown;

  INSERT INTO reading_log (id, at, account_id, membership_id, person_id, depth, page, query)
  SELECT uuidv7(), p_now, app_account(), p_membership, (hit->'card'->>'id')::uuid, 'index', p_page, p_query
  FROM jsonb_array_elements(coalesce(hits, '[]')) AS hit;
  -- Looking for somebody who is not there is looking too.
  IF hits IS NULL AND after_id IS NULL THEN
    INSERT INTO reading_log (id, at, account_id, membership_id, person_id, depth, page, query)
    VALUES (uuidv7(), p_now, app_account(), p_membership, NULL, 'index', p_page, p_query);
  END IF;
  RETURN coalesce(hits, '[]');
END $function$;
GRANT EXECUTE ON FUNCTION find_people(jsonb,integer,uuid,text,text,timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION find_people(jsonb,integer,uuid,text,text,timestamp with time zone) TO holdfast_worker;
