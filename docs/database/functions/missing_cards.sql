CREATE OR REPLACE FUNCTION public.missing_cards(p_people uuid[], p_now timestamp with time zone)
 RETURNS TABLE(person_id uuid, given_name text, family_name text, born_on date, age_stated integer, age_stated_on date, looked_after boolean, responsible_authority text, plan_category text, placement text, health text[], home_borough text, flags text[], former_flags text[], episodes_missing integer, episodes_absent integer, last_reported timestamp with time zone, open_episode uuid, plan_version integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT p.id, p.given_name, p.family_name, p.born_on, p.age_stated, p.age_stated_on,
    CASE WHEN b.barred THEN NULL ELSE p.looked_after END, CASE WHEN b.barred THEN NULL ELSE p.responsible_authority END, CASE WHEN b.barred THEN NULL ELSE p.plan_category END,
    CASE WHEN b.barred THEN NULL ELSE p.placement END, CASE WHEN b.barred THEN '{}' ELSE p.health END, p.home_borough,
    coalesce((SELECT array_agg(DISTINCT f.code ORDER BY f.code) FROM flag f WHERE f.person_id = p.id AND f.removed_at IS NULL AND NOT b.barred), '{}'),
    coalesce((SELECT array_agg(DISTINCT f.code ORDER BY f.code) FROM flag f WHERE f.person_id = p.id AND f.removed_at > p_now - interval '24 months' AND NOT b.barred), '{}'),
    (SELECT count(*)::int FROM episode e WHERE e.person_id = p.id AND e.class = 'missing' AND (NOT b.barred OR e.closed_at IS NULL)), (SELECT count(*)::int FROM episode e WHERE e.person_id = p.id AND e.class = 'absent' AND (NOT b.barred OR e.closed_at IS NULL)),
    (SELECT max(e.reported_at) FROM episode e WHERE e.person_id = p.id), (SELECT e.id FROM episode e WHERE e.person_id = p.id AND e.returned_at IS NULL),
    (SELECT max(t.version) FROM trigger_plan t WHERE t.person_id = p.id AND t.ended_at IS NULL)
  FROM person p CROSS JOIN LATERAL (SELECT person_barred(p.id) AS barred) b WHERE p.id = ANY (p_people)
    AND ((app_looks_for() AND (NOT p.restricted OR EXISTS (SELECT 1 FROM episode e WHERE e.person_id = p.id AND e.closed_at IS NULL)))
      OR ((person_in(p.id, app_record_boroughs()) OR p.id = ANY (app_opened_record())) AND NOT person_barred(p.id))) $function$;
GRANT EXECUTE ON FUNCTION missing_cards(uuid[],timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION missing_cards(uuid[],timestamp with time zone) TO holdfast_worker;
