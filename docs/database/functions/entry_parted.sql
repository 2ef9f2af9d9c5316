CREATE OR REPLACE FUNCTION public.entry_parted(p_entry uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT EXISTS (SELECT 1 FROM entry_payload p JOIN person_join j ON j.id = CASE WHEN p.body->>'join' ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' THEN (p.body->>'join')::uuid END
    WHERE p.entry_id = p_entry AND p.body ? 'told_again_of' AND j.parted_at IS NOT NULL) $function$;
GRANT EXECUTE ON FUNCTION entry_parted(uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION entry_parted(uuid) TO holdfast_worker;
