CREATE OR REPLACE FUNCTION public.item_words_stand()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - TG_ARGV) = (to_jsonb(OLD) - TG_ARGV)
     AND NOT EXISTS (SELECT 1 FROM jsonb_each_text(to_jsonb(NEW)) AS w WHERE w.key = ANY (TG_ARGV) AND coalesce(w.value, '') <> '')
     AND item_redacted(NEW.item_id) THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% is append-only: only a redaction under recorded authority takes words away', TG_TABLE_NAME;
END $function$;
GRANT EXECUTE ON FUNCTION item_words_stand() TO PUBLIC;
