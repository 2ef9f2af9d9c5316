CREATE OR REPLACE FUNCTION public.redact_agenda()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
BEGIN
  -- An override stays an override: that there was a reason is no word of it.
  UPDATE meeting_item SET title = CASE WHEN title IS NULL THEN NULL ELSE '' END, why = '', override_reason = CASE WHEN override_reason IS NULL THEN NULL ELSE '' END WHERE entry_id = NEW.entry_id;
  UPDATE item_minute SET text = '' WHERE item_id IN (SELECT id FROM meeting_item WHERE NEW.entry_id IN (entry_id, closed_entry));
  UPDATE item_option SET why = '' WHERE item_id IN (SELECT id FROM meeting_item WHERE NEW.entry_id IN (entry_id, closed_entry));
  UPDATE item_research SET says = CASE WHEN says IS NULL THEN NULL ELSE '' END WHERE item_id IN (SELECT id FROM meeting_item WHERE entry_id = NEW.entry_id);
  RETURN NULL;
END $function$;
