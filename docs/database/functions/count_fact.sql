CREATE OR REPLACE FUNCTION public.count_fact()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
BEGIN
  INSERT INTO figure_fact (entry_id, person_id, kind, borough, word, at, recorded_at)
    SELECT e.id, NEW.person_id, e.kind, CASE WHEN e.ledger <> 'london' THEN e.ledger ELSE coalesce((SELECT home_borough FROM person WHERE id = NEW.person_id), e.ledger) END,
      figure_word(e.kind, p.body), e.occurred_at, e.recorded_at
    FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE e.id = NEW.entry_id AND NOT coalesce(p.body ? 'told_again_of', false);
  RETURN NULL;
END $function$;
GRANT EXECUTE ON FUNCTION count_fact() TO PUBLIC;
