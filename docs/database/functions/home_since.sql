CREATE OR REPLACE FUNCTION public.home_since(p_stay uuid)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public'
AS $function$
DECLARE a person_address; before person_address;
BEGIN
  SELECT * INTO a FROM person_address WHERE id = p_stay;
  FOR step IN 1..20 LOOP
    SELECT * INTO before FROM person_address x WHERE x.person_id = a.person_id AND x.id <> a.id AND x.until = a.since AND same_home(x.line, x.postcode, x.borough, a.line, a.postcode, a.borough) LIMIT 1;
    EXIT WHEN NOT FOUND;
    a := before;
  END LOOP;
  RETURN coalesce(a.since, a.created_at);
END $function$;
