-- What was typed at a meeting stands in the entry of its item and beside it, in the item's versions: a redaction of the entry takes both.
-- The entry that listed it takes why it was listed and what was found and said; the entry that closed it takes what was said.
CREATE FUNCTION item_redacted(p_item uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT 1 FROM meeting_item i JOIN entry a ON a.kind = 'words-redacted' AND a.corrects IN (i.entry_id, i.closed_entry) WHERE i.id = p_item) $$;
REVOKE ALL ON FUNCTION item_redacted FROM PUBLIC;
GRANT EXECUTE ON FUNCTION item_redacted TO holdfast_app, holdfast_worker;

-- Arguments: the columns of words. They can be emptied once the item was redacted, and nothing else of the row ever changes.
CREATE FUNCTION item_words_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - TG_ARGV) = (to_jsonb(OLD) - TG_ARGV)
     AND NOT EXISTS (SELECT 1 FROM jsonb_each_text(to_jsonb(NEW)) AS w WHERE w.key = ANY (TG_ARGV) AND coalesce(w.value, '') <> '')
     AND item_redacted(NEW.item_id) THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% is append-only: only a redaction under recorded authority takes words away', TG_TABLE_NAME;
END $$;
DROP TRIGGER item_minute_never_edited ON item_minute;
DROP TRIGGER item_research_never_edited ON item_research;
DROP TRIGGER item_option_never_edited ON item_option;
CREATE TRIGGER item_minute_never_edited BEFORE UPDATE OR DELETE ON item_minute FOR EACH ROW EXECUTE FUNCTION item_words_stand('text');
CREATE TRIGGER item_research_never_edited BEFORE UPDATE OR DELETE ON item_research FOR EACH ROW EXECUTE FUNCTION item_words_stand('says');
CREATE TRIGGER item_option_never_edited BEFORE UPDATE OR DELETE ON item_option FOR EACH ROW EXECUTE FUNCTION item_words_stand('why');
ALTER TABLE item_research DROP CONSTRAINT item_research_says;
CREATE FUNCTION research_says() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT NEW.nothing_known AND coalesce(NEW.says, '') = '' THEN RAISE EXCEPTION 'research says what was found, or that nothing is known'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER item_research_says BEFORE INSERT ON item_research FOR EACH ROW EXECUTE FUNCTION research_says();

CREATE OR REPLACE FUNCTION meeting_item_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE words text[] := ARRAY['title', 'why', 'override_reason'];
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'an item of an agenda is closed or carried, never deleted'; END IF;
  IF (to_jsonb(NEW) - words) = (to_jsonb(OLD) - words) AND coalesce(NEW.title, '') = '' AND NEW.why = '' AND coalesce(NEW.override_reason, '') = '' AND item_redacted(NEW.id) THEN RETURN NEW; END IF;
  IF (OLD.id, OLD.call_id, OLD.borough, OLD.kind, OLD.person_id, OLD.place_id, OLD.title, OLD.why, OLD.source, OLD.listed_at, OLD.listed_by, OLD.override_reason)
     IS DISTINCT FROM (NEW.id, NEW.call_id, NEW.borough, NEW.kind, NEW.person_id, NEW.place_id, NEW.title, NEW.why, NEW.source, NEW.listed_at, NEW.listed_by, NEW.override_reason)
     OR (OLD.closed_at IS NOT NULL AND to_jsonb(NEW) IS DISTINCT FROM to_jsonb(OLD))
     OR (OLD.carried_to IS NOT NULL AND OLD.carried_to IS DISTINCT FROM NEW.carried_to)
  THEN RAISE EXCEPTION 'an item of an agenda is listed once and closed once'; END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION redact_agenda() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  -- An override stays an override: that there was a reason is no word of it.
  UPDATE meeting_item SET title = CASE WHEN title IS NULL THEN NULL ELSE '' END, why = '', override_reason = CASE WHEN override_reason IS NULL THEN NULL ELSE '' END WHERE entry_id = NEW.entry_id;
  UPDATE item_minute SET text = '' WHERE item_id IN (SELECT id FROM meeting_item WHERE NEW.entry_id IN (entry_id, closed_entry));
  UPDATE item_option SET why = '' WHERE item_id IN (SELECT id FROM meeting_item WHERE NEW.entry_id IN (entry_id, closed_entry));
  UPDATE item_research SET says = CASE WHEN says IS NULL THEN NULL ELSE '' END WHERE item_id IN (SELECT id FROM meeting_item WHERE entry_id = NEW.entry_id);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION redact_agenda FROM PUBLIC;
CREATE TRIGGER entry_payload_redacted_agenda AFTER UPDATE OF redacted_at ON entry_payload FOR EACH ROW WHEN (OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL) EXECUTE FUNCTION redact_agenda();
