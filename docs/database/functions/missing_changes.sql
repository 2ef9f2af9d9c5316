CREATE OR REPLACE FUNCTION public.missing_changes(p_ledgers text[], p_seqs bigint[])
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT count(DISTINCT e.id)::int FROM unnest(p_ledgers, p_seqs) AS m (ledger, seq)
  CROSS JOIN LATERAL (SELECT n.id, n.subject_ids FROM entry n WHERE n.ledger = m.ledger AND n.seq > m.seq AND n.kind NOT IN ('record-opened', 'act-refused') ORDER BY n.seq LIMIT 500) n
  JOIN episode e ON e.person_id = ANY (n.subject_ids) AND (e.closed_at IS NULL OR EXISTS (SELECT 1 FROM episode_entry x WHERE x.entry_id = n.id AND x.episode_id = e.id))
  WHERE app_looks_for() OR person_in(e.person_id, app_record_boroughs()) OR person_in(e.person_id, app_index_boroughs()) $function$;
GRANT EXECUTE ON FUNCTION missing_changes(text[],bigint[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION missing_changes(text[],bigint[]) TO holdfast_worker;
