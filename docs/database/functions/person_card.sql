CREATE OR REPLACE FUNCTION public.person_card(p uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'public'
AS $function$
  SELECT CASE WHEN person.restricted AND NOT (person.id = ANY ((SELECT app_opened_glass())::uuid[])) THEN
    jsonb_build_object('id', person.id, 'restricted', true)
  ELSE jsonb_build_object(
    'id', person.id, 'restricted', person.restricted, 'reference', reference, 'given_name', given_name, 'family_name', family_name,
    'description', description, 'born_on', born_on, 'age_stated', age_stated, 'age_stated_on', age_stated_on, 'age_disputed', age_disputed,
    'unborn', unborn, 'home_borough', home_borough, 'looked_after', looked_after, 'responsible_authority', responsible_authority,
    'plan_category', plan_category, 'lead_name', lead_name, 'matched_to', matched_to,
    'boroughs', (SELECT coalesce(jsonb_agg(DISTINCT r.borough), '[]') FROM person_reach r WHERE r.person_id = person.id),
    'flags', (SELECT coalesce(jsonb_agg(DISTINCT f.code), '[]') FROM flag f WHERE f.person_id = person.id AND f.removed_at IS NULL),
    'person_of_concern', EXISTS (SELECT 1 FROM relationship l WHERE l.other_id = person.id AND l.until IS NULL AND l.kind LIKE 'suspect%'),
    -- Open involvement by kind and borough, and nothing of what it says.
    'open', (SELECT coalesce(jsonb_agg(o ORDER BY o.kind, o.borough), '[]') FROM (
      SELECT r.form AS kind, rp.role AS role, r.borough, count(*)::int AS many FROM referral_person rp JOIN referral r ON r.id = rp.referral_id
        WHERE rp.person_id = person.id AND rp.role <> 'matched' AND r.decided_at IS NULL AND r.became_referral_id IS NULL GROUP BY 1, 2, 3
      UNION ALL
      SELECT d.alert, 'child', d.borough, count(*)::int FROM deadline d
        WHERE d.child_id = person.id AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL GROUP BY 1, 3) AS o))
  END FROM person WHERE id = p $function$;
