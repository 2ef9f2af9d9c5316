CREATE OR REPLACE FUNCTION public.household_seen(p_person uuid, p_at timestamp with time zone)
 RETURNS TABLE(person_id uuid, how text, stay uuid, of_since timestamp with time zone, since timestamp with time zone, ask text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
#variable_conflict use_column
BEGIN
  IF app_account() IS NULL OR NOT record_open(p_person) OR NOT EXISTS (SELECT 1 FROM person p WHERE p.id = p_person) THEN RETURN; END IF;
  RETURN QUERY SELECT CASE WHEN s.seen THEN x.person_id ELSE md5(x.person_id::text || p_person::text)::uuid END, x.how, x.stay, x.of_since, x.since,
    CASE WHEN s.seen THEN NULL ELSE coalesce((SELECT p.home_borough FROM person p WHERE p.id = x.person_id), 'london') END
  FROM households_at(ARRAY[p_person], p_at, 60) x CROSS JOIN LATERAL (SELECT index_open(x.person_id) AS seen) AS s
  WHERE x.how = 'own' OR NOT person_barred(x.person_id);
END $function$;
GRANT EXECUTE ON FUNCTION household_seen(uuid,timestamp with time zone) TO holdfast_app;
GRANT EXECUTE ON FUNCTION household_seen(uuid,timestamp with time zone) TO holdfast_worker;
