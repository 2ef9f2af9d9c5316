CREATE OR REPLACE FUNCTION public.notices_of(p_people uuid[])
 RETURNS TABLE(id uuid, adult_id uuid, child_id uuid, borough text, ground text, served_at timestamp with time zone, care_ends_on date, child_born date, ended_at timestamp with time zone, breaches integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT n.id, n.adult_id, n.child_id, CASE WHEN b.barred THEN NULL ELSE n.borough END, CASE WHEN b.barred THEN NULL ELSE n.ground END, n.served_at, CASE WHEN b.barred THEN NULL ELSE n.care_ends_on END,
    CASE WHEN b.barred THEN NULL ELSE c.born_on END, n.ended_at, CASE WHEN b.barred THEN 0 ELSE (SELECT count(*)::int FROM notice_breach x WHERE x.notice_id = n.id) END
  FROM warning_notice n JOIN person c ON c.id = n.child_id CROSS JOIN LATERAL (SELECT person_barred(n.child_id) AS barred) b
  WHERE ((n.adult_id = ANY (p_people) AND index_open(n.adult_id) AND NOT person_barred(n.adult_id)) OR (n.child_id = ANY (p_people) AND index_open(n.child_id) AND NOT b.barred))
    AND index_open(n.adult_id) AND index_open(n.child_id)
  ORDER BY n.served_at DESC, n.id LIMIT 200 $function$;
GRANT EXECUTE ON FUNCTION notices_of(uuid[]) TO holdfast_app;
GRANT EXECUTE ON FUNCTION notices_of(uuid[]) TO holdfast_worker;
