CREATE OR REPLACE FUNCTION public.linked_waiting(p_people uuid[], p_rule text, p_by timestamp with time zone)
 RETURNS TABLE(child_id uuid, item_id text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT DISTINCT d.child_id, d.item_id FROM deadline d
  WHERE d.rule = p_rule AND d.item_id = ANY (SELECT p::text FROM unnest(p_people) AS p WHERE works_with(p))
    AND d.met_at IS NULL AND d.ended_at IS NULL AND d.superseded_at IS NULL AND d.starts_at <= p_by $function$;
GRANT EXECUTE ON FUNCTION linked_waiting(uuid[],text,timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION linked_waiting(uuid[],text,timestamp with time zone) TO holdfast_worker;
