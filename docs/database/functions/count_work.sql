CREATE OR REPLACE FUNCTION public.count_work()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
BEGIN
  INSERT INTO figure_fact (entry_id, person_id, kind, borough, word, at, recorded_at)
    SELECT NEW.entry_id, NEW.person_id, 'exploitation-work', NEW.borough, NEW.what, NEW.at, e.recorded_at FROM entry e WHERE e.id = NEW.entry_id;
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION count_work() TO PUBLIC;
