CREATE OR REPLACE FUNCTION public.item_redacted(p_item uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT EXISTS (SELECT 1 FROM meeting_item i JOIN entry a ON a.kind = 'words-redacted' AND a.corrects IN (i.entry_id, i.closed_entry) WHERE i.id = p_item) $function$;
GRANT EXECUTE ON FUNCTION item_redacted(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION item_redacted(uuid) TO holdfast_worker;
