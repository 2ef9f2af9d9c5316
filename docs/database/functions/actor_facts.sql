CREATE OR REPLACE FUNCTION public.actor_facts(p_account uuid, p_now timestamp with time zone)
 RETURNS TABLE(id uuid, name text, email text, memberships jsonb, opened jsonb, listed uuid[])
 LANGUAGE plpgsql
 SET search_path TO 'public'
AS $function$
#variable_conflict use_column
DECLARE held jsonb;
BEGIN
  -- Before any row is looked at: what stands in the policies is read by it.
  PERFORM set_config('app.account', p_account::text, true);
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'rank', m.rank, 'teamId', t.id, 'teamName', t.name, 'agency', t.agency,
      'boroughs', coalesce((SELECT v.boroughs FROM team_cover v WHERE v.team_id = t.id AND v.since <= p_now ORDER BY v.since DESC, v.set_at DESC LIMIT 1), t.boroughs)) ORDER BY m.since, m.id), '[]') INTO held
    FROM membership m JOIN team t ON t.id = m.team_id WHERE m.account_id = p_account AND m.since <= p_now AND (m.ended_at IS NULL OR m.ended_at > p_now);
  RETURN QUERY
    SELECT a.id, a.name, a.email, held,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', o.person_id, 'depth', o.depth, 'breakGlass', o.break_glass, 'endsAt', (extract(epoch FROM o.ends_at) * 1000)::bigint,
          'restricted', NOT o.break_glass AND EXISTS (SELECT 1 FROM policy_people(ARRAY[o.person_id]) p WHERE p.restricted)) ORDER BY o.ends_at, o.id), '[]')
        FROM record_opening o WHERE o.account_id = p_account AND o.ends_at > p_now),
      CASE WHEN held @> '[{"role": "mase-chair"}]' THEN ARRAY(SELECT l FROM listed_lately(p_now) AS l) ELSE '{}' END
    FROM account a WHERE a.id = p_account AND (a.disabled_at IS NULL OR a.disabled_at > p_now);
END $function$;
GRANT EXECUTE ON FUNCTION actor_facts(uuid,timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION actor_facts(uuid,timestamp with time zone) TO holdfast_worker;
