CREATE OR REPLACE FUNCTION public.figure_last(p_person uuid, p_kind text, p_at timestamp with time zone, p_known timestamp with time zone, p_entry uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
DECLARE same uuid[] := ARRAY[p_person];
BEGIN
  IF app_account() IS NULL THEN RETURN false; END IF;
  IF EXISTS (SELECT 1 FROM person_join j WHERE j.gone_id = p_person) OR EXISTS (SELECT 1 FROM person_join j WHERE j.kept_id = p_person) THEN same := ARRAY(SELECT figure_same(p_person, p_known)); END IF;
  RETURN coalesce(p_entry = (SELECT l.entry_id FROM figure_fact l WHERE l.person_id = ANY (same) AND l.kind = p_kind AND l.at <= p_at AND l.recorded_at <= p_known
    AND NOT EXISTS (SELECT 1 FROM figure_annulled a WHERE a.entry_id = l.entry_id AND a.person_id = l.person_id AND a.recorded_at <= p_known)
    ORDER BY l.at DESC, l.recorded_at DESC, l.entry_id DESC LIMIT 1), false);
END $function$;
GRANT EXECUTE ON FUNCTION figure_last(uuid,text,timestamp with time zone,timestamp with time zone,uuid) TO holdfast_app;
