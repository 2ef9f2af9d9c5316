CREATE OR REPLACE FUNCTION public.administration_entries(p_before timestamp with time zone, p_before_id uuid, p_take integer)
 RETURNS TABLE(id uuid, kind text, heading text, recorded_at timestamp with time zone, recorded_by uuid, seq bigint, body jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT e.id, e.kind, e.heading, e.recorded_at, e.recorded_by, e.seq, p.body
  FROM entry e JOIN entry_payload p ON p.entry_id = e.id
  WHERE ((SELECT app_administrator()) OR (SELECT app_auditor()))
    AND e.ledger = 'london' AND e.kind IN ('account-changed', 'team-changed', 'policy-changed', 'rota-changed') AND e.subject_ids = '{}'
    AND (p_before IS NULL OR (e.recorded_at, e.id) < (p_before, p_before_id))
  ORDER BY e.recorded_at DESC, e.id DESC LIMIT p_take $function$;
GRANT EXECUTE ON FUNCTION administration_entries(timestamp with time zone,uuid,integer) TO holdfast_app;
