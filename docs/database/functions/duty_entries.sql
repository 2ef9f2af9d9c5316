CREATE OR REPLACE FUNCTION public.duty_entries(p_duties uuid[])
 RETURNS TABLE(deadline_id uuid, entry_id uuid, kind text, heading text, occurred_at timestamp with time zone, recorded_at timestamp with time zone, recorded_by uuid, agency text, seq bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT d.id, e.id, e.kind, e.heading, e.occurred_at, e.recorded_at, e.recorded_by, e.agency, e.seq
  FROM deadline d
  JOIN entry_subject s ON s.person_id = d.child_id
    AND s.kind IN ('duty-chased', 'police-challenge', 'duty-escalated', 'duty-reassigned', 'duty-acknowledged', 'duty-annulled', 'duty-warned', 'duty-breached', 'dispute-settled')
  JOIN entry_payload p ON p.entry_id = s.entry_id
  JOIN entry e ON e.id = s.entry_id
  WHERE d.id = ANY (p_duties)
    AND (borough_in(d.borough, (SELECT app_record_boroughs()))
      OR (d.child_id = ANY ((SELECT app_opened_record())::uuid[]) AND NOT person_barred(d.child_id)) OR duty_told(d.id))
    AND (p.body->>'of' = d.id::text OR p.body->'duties' ? d.id::text) $function$;
GRANT EXECUTE ON FUNCTION duty_entries(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION duty_entries(uuid[]) TO holdfast_worker;
