CREATE OR REPLACE FUNCTION public.policy_history(p_people uuid[])
 RETURNS TABLE(person_id uuid, id uuid, kind text, occurred_at timestamp with time zone, recorded_at timestamp with time zone, ledger text, seq bigint, referral_id uuid, body jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT s.person_id, e.id, e.kind, e.occurred_at, e.recorded_at, e.ledger, e.seq, e.referral_id, p.body
  FROM entry_subject s JOIN entry e ON e.id = s.entry_id JOIN entry_payload p ON p.entry_id = e.id
  WHERE app_account() IS NOT NULL AND s.person_id = ANY (p_people)
  ORDER BY e.occurred_at, e.recorded_at, e.ledger, e.seq $function$;
GRANT EXECUTE ON FUNCTION policy_history(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION policy_history(uuid[]) TO holdfast_worker;
