CREATE OR REPLACE FUNCTION public.name_household(p_child uuid, p_other uuid, p_borough text, p_other_borough text, p_at timestamp with time zone, p_entry uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  INSERT INTO other_child (id, child_id, other_id, relation, borough, other_borough, named_at, named_by, entry_id)
  SELECT gen_random_uuid(), p_child, p_other, 'household', p_borough, p_other_borough, p_at, app_account(), p_entry
  WHERE app_account() IS NOT NULL AND p_child <> p_other AND EXISTS (SELECT 1 FROM households_at(ARRAY[p_child, p_other], p_at, 60) h WHERE (h.of_id, h.person_id) IN ((p_child, p_other), (p_other, p_child)))
  ON CONFLICT (child_id, other_id) WHERE assessed_at IS NULL DO NOTHING $function$;
GRANT EXECUTE ON FUNCTION name_household(uuid,uuid,text,text,timestamp with time zone,uuid) TO holdfast_app;
GRANT EXECUTE ON FUNCTION name_household(uuid,uuid,text,text,timestamp with time zone,uuid) TO holdfast_worker;
