CREATE OR REPLACE FUNCTION public.supervisor_of(p_account uuid, p_borough text, p_now timestamp with time zone)
 RETURNS TABLE(account_id uuid, name text, team text, role text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  WITH own AS (SELECT t.id, t.agency FROM membership m JOIN team t ON t.id = m.team_id WHERE m.account_id = p_account AND t.agency IN ('police', 'csc')
    ORDER BY (p_borough = ANY (t.boroughs)) DESC, m.since DESC, m.id LIMIT 1)
  SELECT a.id, a.name, t.name, m.role FROM own JOIN team t ON t.agency = own.agency JOIN membership m ON m.team_id = t.id JOIN account a ON a.id = m.account_id
  WHERE m.role = CASE own.agency WHEN 'police' THEN 'cait-supervisor' ELSE 'mash-decision-maker' END AND a.id <> p_account AND a.disabled_at IS NULL
    AND m.since <= p_now AND (m.ended_at IS NULL OR m.ended_at > p_now) AND (p_borough = ANY (t.boroughs) OR cardinality(t.boroughs) = 0)
  ORDER BY (t.id = own.id) DESC, m.since, a.id LIMIT 1 $function$;
