CREATE OR REPLACE FUNCTION public.works_in(p_account uuid, p_borough text, p_now timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT EXISTS (SELECT 1 FROM account a JOIN membership m ON m.account_id = a.id JOIN team t ON t.id = m.team_id
    WHERE a.id = p_account AND a.disabled_at IS NULL AND (m.ended_at IS NULL OR m.ended_at > p_now) AND m.role NOT IN ('administrator', 'auditor')
      AND (cardinality(t.boroughs) = 0 OR p_borough = ANY (t.boroughs))) $function$;
