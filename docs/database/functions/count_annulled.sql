CREATE OR REPLACE FUNCTION public.count_annulled()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
BEGIN
  INSERT INTO figure_annulled (entry_id, person_id, recorded_at)
    SELECT (p.body->>'of')::uuid, NEW.person_id, e.recorded_at FROM entry e JOIN entry_payload p ON p.entry_id = e.id
    WHERE e.id = NEW.entry_id AND p.body->>'of' ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' ON CONFLICT DO NOTHING;
  RETURN NULL;
END $function$;
