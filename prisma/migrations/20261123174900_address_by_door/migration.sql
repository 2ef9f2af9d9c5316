-- "12 wharf court" did not find who lives at "Flat 3, 12 Wharf Court", nor "flat 3 wharf court", nor "3/12 wharf court": a line was compared as a whole. Each line now has the doors
-- it names beside it, by an index; and a street is the same however its kind is shortened.

-- What a line is compared by. Each kind of street in one walk of its own: a walk for each word is most of what comparing costs. Two numbers stay two ("flat 3, 12" is not "flat 31, 2").
CREATE OR REPLACE FUNCTION street_key(p_line text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(lower(coalesce(p_line, '')),
    '^\s*(\w{1,4})\s*/\s*(\d)', 'flat \1 \2'), '\y(?:apartment|apt|unit|flt)\y', 'flat', 'g'), '\y(?:number|no)\.?\s*(?=\d)', '', 'g'),
    '\y(?:(r)(?:oa)?(d)|(s)(?:tree|ain)?(t)r?|(c)(?:our|r)?(t)|(l)a?(n)e?|(av)(?:e|en|enue)?)\y', '\1\2\3\4\5\6\7\8\9', 'g'),
    '\y(?:(cl)(?:o|ose)?|(h)(?:ou)?(s)e?|(bl)(?:oc)?(k)|(cr)es(?:c|cent)?|(pl)(?:ace)?|(sq)(?:uare)?|(te)rr?(?:ace)?)\y', '\1\2\3\4\5\6\7\8\9', 'g'),
    '\y(?:(dr)(?:ive|v)?|(gr)(?:ove|v)|(man)s(?:ions?)?|(w)a?(lk)|(p)(?:ar)?(k)|(g)(?:ar)?(d)(?:e?n)?s?)\y', '\1\2\3\4\5\6\7\8\9', 'g'),
    '(\d)[^a-z0-9]+(?=\d)', '\1/', 'g'), '[^a-z0-9/]', '', 'g') $$;
REINDEX INDEX person_address_line;

-- The doors that a line names beside the whole of it: "12 Wharf Court" and "flat 3 Wharf Court" of "Flat 3, 12 Wharf Court", "12 Wharf Court" of "12 Wharf Court, Deptford". Null where the
-- line is one door and nothing more, as most are: those stand in the index over whole lines.
CREATE FUNCTION address_doors(p_line text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE SET search_path = public AS $$
DECLARE
  line text := lower(coalesce(p_line, ''));
  doors text[];
  flat constant text := '\y(?:flat|apartment|apt|unit|flt)\s*(\w{1,4})[,\s]+';
BEGIN
  IF line ~ '^\s*\d+[a-z]?\s+[^\d,/]+$' OR line !~ '\d|flat' THEN RETURN NULL; END IF;
  line := regexp_replace(line, '^\s*(\w{1,4})\s*/\s*(\d)', 'flat \1, \2');
  doors := ARRAY(SELECT street_key(m[1] || ' ' || m[2]) FROM regexp_matches(line, '(\d+[a-z]?)[,\s]+([a-z][^\d,]*)', 'g') AS m
    UNION SELECT street_key('flat ' || m[1] || ' ' || m[2]) FROM regexp_matches(line, flat || '([a-z][^\d,]*)') AS m
    UNION SELECT street_key('flat ' || m[1] || ' ' || m[2]) FROM regexp_matches(line, flat || '(?:[^\d]*,\s*)?\d+[a-z]?[,\s]+([a-z][^\d,]*)') AS m);
  doors := ARRAY(SELECT d FROM unnest(doors) AS d WHERE length(d) > 5 AND d <> street_key(p_line) ORDER BY d);
  RETURN nullif(doors, '{}');
END $$;

CREATE INDEX person_address_doors ON person_address USING gin (address_doors(line)) WITH (fastupdate = off) WHERE address_doors(line) IS NOT NULL;

-- What is typed may mean: the line, the line without its town, and one number for a flat's or for the house's. A flat and a house typed together mean no other flat.
CREATE FUNCTION doors_asked(p_line text) RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = public AS $$
  SELECT ARRAY(SELECT DISTINCT d FROM (VALUES (street_key(p_line)), (street_key(regexp_replace(p_line, '([[:alpha:]]),[^\d]*$', '\1')))) AS t (k),
    LATERAL (VALUES (k), (CASE WHEN k ~ '^flat\d+[^/]*$' THEN substr(k, 5) WHEN k ~ '^\d' THEN 'flat' || k END)) AS v (d) WHERE length(d) > 5) $$;
REVOKE ALL ON FUNCTION address_doors, doors_asked FROM PUBLIC;
GRANT EXECUTE ON FUNCTION address_doors, doors_asked TO holdfast_search, holdfast_app, holdfast_worker;

DO $$
DECLARE
  changed record;
  body text;
BEGIN
  FOR changed IN SELECT * FROM (VALUES
    ('gather_people', E'  at_street text := street_key(p->>''address'');\n', E'  at_street text := street_key(p->>''address'');\n  at_doors text[] := doors_asked(p->>''address'');\n'),
    ('gather_people', $sql$WHERE street_key(x.line) = at_street AND x.line <> '' LIMIT 300); END IF;$sql$,
      $sql$WHERE street_key(x.line) = ANY (at_doors) AND x.line <> '' LIMIT 300)
    || ARRAY(SELECT x.person_id FROM person_address x WHERE address_doors(x.line) && at_doors AND address_doors(x.line) IS NOT NULL LIMIT 300); END IF;$sql$),
    ('weigh_people', E'  at_house text := house_number', E'  -- Whoever may be the same person as somebody lives at the same whole line: two flats of one house are two homes.\n  at_doors text[] := CASE WHEN p->>''as_written'' IS NULL THEN doors_asked(p->>''address'') ELSE ''{}'' END;\n  -- Looked for in a line before its doors are taken apart, which costs more.\n  at_number text := coalesce((regexp_match(p->>''address'', ''(\\d+)[^\\d]*$''))[1], '''');\n  at_house text := house_number'),
    ('weigh_people', 'AND street_key(x.line) = at_street', 'AND (street_key(x.line) = at_street OR cardinality(at_doors) > 0 AND position(at_number IN x.line) > 0 AND (street_key(x.line) = ANY (at_doors) OR address_doors(x.line) && at_doors) IS TRUE)'),
    ('alike', $sql$'postcode', seed.postcode, 'telephone', seed.telephone)$sql$, $sql$'postcode', seed.postcode, 'telephone', seed.telephone, 'as_written', true)$sql$)
  ) AS c (of, was, now) LOOP
    body := pg_get_functiondef(changed.of::regproc);
    IF position(changed.was IN body) = 0 THEN RAISE EXCEPTION '% does not read as this migration expects', changed.of; END IF;
    EXECUTE replace(body, changed.was, changed.now);
  END LOOP;
END $$;
