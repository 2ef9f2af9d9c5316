CREATE OR REPLACE FUNCTION public.other_child_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'another child is assessed, never deleted'; END IF;
  IF OLD.assessed_at IS NOT NULL THEN RAISE EXCEPTION 'an assessment is not edited: the child is named again'; END IF;
  RETURN NEW;
END $function$;
GRANT EXECUTE ON FUNCTION other_child_guard() TO PUBLIC;
