CREATE OR REPLACE FUNCTION public.redact_beside()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
BEGIN
  UPDATE warning_notice SET place = '', conditions = '', ended_why = CASE WHEN ended_why IS NULL THEN NULL ELSE '' END WHERE entry_id = NEW.entry_id;
  UPDATE notice_breach SET what = '', done = '' WHERE entry_id = NEW.entry_id;
  UPDATE person_identifier SET value = '', folded = '' WHERE entry_id = NEW.entry_id;
  UPDATE place_note SET words = '' WHERE entry_id = NEW.entry_id;
  RETURN NULL;
END $function$;
