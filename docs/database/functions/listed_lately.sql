CREATE OR REPLACE FUNCTION public.listed_lately(p_now timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT DISTINCT i.person_id FROM meeting_item i JOIN meeting_call c ON c.id = i.call_id
  WHERE i.person_id IS NOT NULL AND c.called_off_at IS NULL AND c.month IS NOT NULL AND c.meets_at > p_now - interval '62 days' AND NOT person_barred(i.person_id)
    AND i.borough = ANY (ARRAY(
      SELECT unnest(coalesce((SELECT v.boroughs FROM team_cover v WHERE v.team_id = t.id AND v.since <= p_now ORDER BY v.since DESC, v.set_at DESC LIMIT 1), t.boroughs))
      FROM membership m JOIN team t ON t.id = m.team_id
      WHERE m.account_id = app_account() AND m.role = 'mase-chair' AND m.since <= p_now AND (m.ended_at IS NULL OR m.ended_at > p_now))) $function$;
GRANT EXECUTE ON FUNCTION listed_lately(timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION listed_lately(timestamp with time zone) TO holdfast_worker;
