-- One number however it is dialled: 020 7946 0111, +44 20 7946 0111, 0044 20 7946 0111, +44 (0)20 7946 0111. The two last were other numbers until now,
-- so a child was not found by the telephone that the caller read out.
CREATE OR REPLACE FUNCTION digits_of(p text) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT CASE WHEN length(d) > 10 THEN regexp_replace(d, '^(00)?440?(?=[1-9]\d{8})', '0') ELSE d END FROM regexp_replace(coalesce(p, ''), '[^0-9]', '', 'g') AS d $$;
REINDEX INDEX person_telephone;
