-- Search over all London, at its size. The words of names stand once each in a list of their own, so that a word spelled wrongly is compared with
-- some hundred thousand words and never with two million names; several spellings of one name are data; a name is kept with what it sounds like
-- in three ways; a date of birth may be near in five. Candidates are gathered by index alone, weighed together, and answered page by page.

-- Its settings exist for an ordinary owner only once the extension is loaded in this session.
SELECT similarity('', '');

-- Spellings of one name, each a row: what no rule of sounds brings together.
CREATE TABLE name_spelling (
  spelling text NOT NULL CHECK (spelling ~ '^[a-z]+$'),
  name text NOT NULL,
  PRIMARY KEY (spelling, name)
);
-- Every word of every name on record.
CREATE TABLE name_word (word text PRIMARY KEY);
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['name_spelling', 'name_word'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO holdfast_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO holdfast_search', t);
    EXECUTE format('CREATE POLICY search_sees ON %I FOR SELECT TO holdfast_search USING (true)', t);
  END LOOP;
END $$;
CREATE INDEX name_word_like ON name_word USING gin (word gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX name_word_start ON name_word (word text_pattern_ops);

INSERT INTO name_spelling (spelling, name)
SELECT DISTINCT spelling, split_part(line, ' ', 1) FROM unnest(ARRAY[
  -- Arabic, Somali, Turkish, Urdu, Bengali, Persian
  'mohammed muhammad mohamed mohammad mohamad muhammed muhamed mohamud mahamed maxamed mehmet mamadou mohd muhammod',
  'ahmed ahmad achmed ahmet axmed ahamed', 'hussein hussain husain hossain hossein huseyin hussien xuseen hosein', 'hassan hasan xasan hassen', 'ali aly alie cali',
  'aisha ayesha aysha aicha aishah ayse caasha asha', 'fatima fatimah fatma fadumo faduma fatoumata fathima fatema', 'khadija khadijah kadija khadeja hatice kadiatou hadiza khadijo',
  'yusuf yousef youssef yousuf yusef yussuf iosif joseph josef yosef yuusuf', 'ibrahim ebrahim ibraheem abraham ibrahima avraham', 'ismail ismael esmail ishmael ismaeel smail',
  'abdulrahman abdurrahman abdirahman abdelrahman abdurahman abderrahman abdulrehman abdrahman rahman rehman', 'abdullah abdullahi abdallah abdalla abdulla abdoulaye', 'omar umar cumar omer oumar', 'osman usman othman uthman cusmaan ousmane',
  'zainab zaynab zeinab zeynep zainabu seynab sainab', 'maryam mariam miriam meryem maryan mary maria marie', 'amina aminah aamina aminata amna emine', 'halima haleema xaliimo halimo', 'safiya safiyah sofia sophia safia',
  'chaudhry choudhury chowdhury chaudhary choudhary chaudhuri chowdhry', 'sheikh shaikh sheik cheikh shaykh', 'khan kahn', 'begum begam', 'syed sayed sayyid said saeed sayeed', 'jamil jameel jamel djamel', 'karim kareem kerim', 'rashid rasheed rachid', 'nasir nasser naseer',
  'imran emran', 'bilal belal billal', 'tariq tarek tarik', 'noor nur nour', 'layla leila laila leyla', 'yasmin yasmeen jasmine yasemin jasmin yasmine', 'jaspreet jaspreit', 'harpreet harprit', 'gurpreet gurprit', 'singh sing',
  -- Irish, Welsh, Scottish
  'siobhan shivaun shevaun chevonne shavon siobhain sheevaun', 'niamh neeve neve nieve', 'aoife eefa eva ifa', 'caoimhe keeva kweeva', 'saoirse seersha sersha', 'sinead shinade sineade', 'grainne grania granya', 'roisin rosheen', 'orlaith orla orlagh', 'ciara keira kiera kira keera', 'aisling ashling aislinn ashlynn',
  'sean shaun shawn shane', 'eoin owen eoghan ewan euan ewen', 'padraig patrick podrig pauric', 'tadhg tige teague tyg', 'cillian killian kilian', 'diarmuid dermot dermott', 'oisin osheen usheen', 'ruairi rory ruari', 'darragh dara daragh', 'cathal kahal', 'maeve meabh mave', 'sian sharn', 'rhys reece reese rees', 'huw hugh', 'mhairi vari', 'catherine katherine kathryn catharine katharine kathrine katarzyna',
  -- Vietnamese, Chinese, Korean
  'nguyen nguyan nuyen win wen nugen', 'tran chan chen', 'pham fam', 'zhang chang cheung teoh jang', 'li lee lei ly', 'wang wong huang hwang vong', 'zhou chou chow chau', 'xu hsu tsui su', 'zhao chao chiu', 'liu lau liew low', 'wu ng goh', 'yang yeung yeoh', 'xiao hsiao siu shiao', 'guo kuo kwok quek', 'lin lam lum lim', 'cai tsai choi chua', 'zheng cheng tay jeng',
  -- Slavic, Baltic, Romanian, Hungarian
  'wojciech voytek voicek wojtek', 'agnieszka agnieshka', 'malgorzata margaret gosia malgosia', 'krzysztof christopher kristof krzystof', 'aleksander alexander aleksandr alexandru oleksandr alexandre', 'aleksandra alexandra oleksandra', 'jakub jacob yakub yaqub jacub', 'jerzy george yuri jorge', 'jan yan ian john', 'mihai michael mihail mykhailo mikhail michal mihaly', 'stefan stephen steven stephan stefano', 'andrei andrew andriy andrzej andrey', 'kateryna ekaterina katarina katerina', 'yevhen evgeny eugene yevgeny', 'olena elena helena ielena yelena', 'ivan ivon iwan', 'georgiana gheorgiana jorjana', 'szymon simon shimon symon',
  -- West African, Ghanaian, Congolese
  'oluwaseun seun', 'oluwaseyi seyi', 'oluwatobi tobi', 'oluwadamilola damilola dami', 'chukwuemeka emeka', 'chidinma chidima', 'kwame kwami quame', 'kofi coffie coffi', 'akosua akosuah akusua', 'adwoa ajoa ajua', 'yaw yao', 'kwabena kobina kwabina', 'diallo jallow djalo jalloh', 'toure turay touray', 'kone koneh conneh', 'ngozi ngozie', 'ifeoma ifoma', 'boateng boatang', 'mensah menser mensa',
  -- Portuguese, Spanish, Italian, Greek, Jewish
  'joao juan giovanni', 'jose josue', 'guimaraes gimaraes', 'goncalves gonsalves gonzalez gonzales', 'xavier javier', 'chaim haim hayim', 'moshe moses musa moussa', 'yitzchok isaac yitzhak ishaq isak', 'rivka rebecca rebekah', 'leah lea liya', 'georgios yiorgos giorgos',
  -- English, each as somebody hears it
  'stuart stewart steward', 'geoffrey jeffrey jeffery geoff', 'philip phillip filip', 'graham graeme grahame', 'lewis louis luis', 'jon john jhon', 'zoe zoey zowie', 'hayley hailey haley haylee', 'kayleigh kaylee kayley keighley', 'chloe khloe cloe', 'elizabeth elisabeth elisabet elzbieta elizabet', 'ann anne anna hannah hana ana', 'isabel isobel isabelle ysabel izabela', 'caitlin kaitlyn katelyn kaitlin catelyn', 'leigh lea', 'tyrone tyron', 'reece rhys', 'smith smyth smythe schmidt', 'clark clarke clerk', 'brown browne', 'thompson thomson tomson', 'reid reed read', 'davies davis', 'macdonald mcdonald', 'mackenzie mckenzie', 'oconnor connor conor', 'oneill oneal neill neil', 'byrne burn burns beirne', 'moore moor more muir', 'pearce pierce peirce', 'shakespeare shakspear'
]) AS line, LATERAL regexp_split_to_table(line, ' ') AS spelling;

-- What is left of a word when only what survives being written down in another alphabet counts: the consonants, those that stand for each other as one.
-- 'Mohammed', 'Muhammad' and 'Mehmet' are one; so are 'Yusuf' and 'Jusuf', 'Khadija' and 'Kadidja'.
CREATE FUNCTION skeleton_of(p_word text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(regexp_replace(left(w, 1) || translate(substr(w, 2), 'aeiouy', ''), '(.)\1+', '\1', 'g'), '(.)h$', '\1')
  FROM (SELECT translate(CASE WHEN x ~ '^[aeiou]' THEN 'a' || substr(x, 2) WHEN x ~ '^y' THEN 'j' || substr(x, 2) ELSE x END, 'cqwdz', 'kkvts') AS w
    FROM (SELECT replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(p_word,
      'sch', 's'), 'tch', '1'), 'ch', '1'), 'cz', '1'), 'sz', 's'), 'sh', 's'), 'zh', 's'), 'rz', 's'), 'dj', 'j'), 'dz', 's'), 'kh', 'k'), 'gh', 'g'), 'dh', 'd'), 'th', 't'), 'ph', 'f'), 'ck', 'k'), 'x', 'ks') AS x) AS letters) AS plain $$;

-- What one word is found by: itself ('=ottoline'), its sound to an English ear in both readings of the double metaphone ('ATLN'), to a Slavic or
-- German one ('#083860'), its consonants ('~atln'), and the name it is a spelling of ('@mohammed').
CREATE FUNCTION word_keys(p_word text) RETURNS text[] LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT coalesce(array_agg(DISTINCT key) FILTER (WHERE key NOT IN ('', '=', '#', '~')), '{}') FROM (
    SELECT '=' || p_word AS key
    -- A number sounds like nothing.
    UNION ALL SELECT unnest(ARRAY[dmetaphone(p_word), dmetaphone_alt(p_word)]) WHERE p_word !~ '[0-9]'
    UNION ALL SELECT '#' || unnest(daitch_mokotoff(p_word)) WHERE p_word ~ '^[a-z]{3,}$'
    UNION ALL SELECT '~' || skeleton_of(p_word) WHERE p_word !~ '[0-9]' AND length(skeleton_of(p_word)) >= 3
    UNION ALL SELECT '@' || name FROM name_spelling WHERE spelling = p_word) AS keyed $$;
-- Of a whole name: of each word, and of each two that stand beside each other as one, 'Abdul Rahman' and 'Abdulrahman', 'Mc Donald' and 'McDonald'.
CREATE OR REPLACE FUNCTION keys_of(p_folded text) RETURNS text[] LANGUAGE sql STABLE SET search_path = public AS $$
  WITH word AS (SELECT w, n FROM regexp_split_to_table(p_folded, ' ') WITH ORDINALITY AS t (w, n) WHERE w <> ''),
  pair AS (SELECT a.w || b.w AS w FROM word a JOIN word b ON b.n = a.n + 1)
  SELECT coalesce(array_agg(DISTINCT key), '{}') FROM (
    SELECT unnest(word_keys(w)) AS key FROM word
    UNION ALL SELECT '=' || w FROM pair
    UNION ALL SELECT '@' || s.name FROM pair JOIN name_spelling s ON s.spelling = pair.w) AS keyed $$;

-- A line of an address as it is compared: 'Flat 2, 14 Thornbeam Road' and 'flat 2 14 thornbeam rd'. And the number of the house in it.
CREATE FUNCTION street_key(p_line text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(lower(coalesce(p_line, '')),
    '\yroad\y', 'rd'), '\ystreet\y', 'st'), '\yavenue\y', 'ave'), '\yclose\y', 'cl'), '\ycourt\y', 'ct'), '\ylane\y', 'ln'), '\ygardens\y', 'gdns'), '\y(apartment|apt|unit)\y', 'flat'), '[^a-z0-9]', '', 'g') $$;
CREATE FUNCTION house_number(p_line text) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT lower((regexp_match(coalesce(p_line, ''), '(\d+[a-zA-Z]?)[, ]+[^\d]*$'))[1]) $$;
DROP INDEX person_address_line;
CREATE INDEX person_address_line ON person_address (street_key(line)) WHERE line <> '';

-- The date of birth stands beside the name, so that one index narrows what the other found.
ALTER TABLE person_search ADD COLUMN born_on date;
CREATE INDEX person_search_born ON person_search (born_on) WHERE born_on IS NOT NULL;
-- Two million names are compared letter by letter no more: their words are.
DROP INDEX person_search_name;

CREATE OR REPLACE FUNCTION refresh_person_search(p_people uuid[]) RETURNS void LANGUAGE sql SET search_path = public AS $$
  DELETE FROM person_search WHERE person_id = ANY (p_people);
  INSERT INTO person_search (person_id, name, alias, keys, born_on)
  SELECT named.person_id, named.name, bool_and(named.alias), keys_of(named.name), min(named.born_on)
  FROM (
    SELECT id AS person_id, fold_name(concat_ws(' ', given_name, family_name)) AS name, false AS alias, born_on FROM person WHERE id = ANY (p_people)
    UNION ALL SELECT n.person_id, fold_name(n.name), true, p.born_on FROM person_name n JOIN person p ON p.id = n.person_id WHERE n.person_id = ANY (p_people)
  ) AS named
  WHERE named.name <> '' GROUP BY named.person_id, named.name;
  -- In one order, or two who put the same new names on record at once could wait for each other.
  INSERT INTO name_word (word) SELECT DISTINCT w FROM person_search s, LATERAL regexp_split_to_table(s.name, ' ') AS w
    WHERE s.person_id = ANY (p_people) AND length(w) > 1 AND NOT EXISTS (SELECT 1 FROM name_word k WHERE k.word = w) ORDER BY w ON CONFLICT DO NOTHING $$;
DROP TRIGGER person_search_renamed ON person;
CREATE TRIGGER person_search_renamed AFTER UPDATE OF given_name, family_name, born_on ON person FOR EACH ROW
  WHEN (OLD.given_name IS DISTINCT FROM NEW.given_name OR OLD.family_name IS DISTINCT FROM NEW.family_name OR OLD.born_on IS DISTINCT FROM NEW.born_on) EXECUTE FUNCTION person_renamed();
SELECT refresh_person_search(ARRAY(SELECT id FROM person));

GRANT SELECT ON person_identifier TO holdfast_search;
CREATE POLICY search_sees ON person_identifier FOR SELECT TO holdfast_search USING (true);

-- The dates that a date of birth may have been meant to be, each with how: the day itself, a few days off, day and month changed about, a year off, one
-- digit off. A date stands once, with the first way that leads to it.
CREATE FUNCTION dates_near(p_born date) RETURNS TABLE (born date, how text) LANGUAGE sql IMMUTABLE AS $$
  WITH typed AS (SELECT to_char(p_born, 'YYYYMMDD') AS digits WHERE p_born IS NOT NULL),
  swapped AS (SELECT substr(digits, 1, 4) || substr(digits, 7, 2) || substr(digits, 5, 2) AS digits FROM typed),
  off AS (SELECT overlay(digits PLACING d::text FROM place) AS digits FROM typed, generate_series(1, 8) AS place, generate_series(0, 9) AS d),
  meant AS (
    SELECT digits, 'swapped' AS how, 2 AS rank FROM swapped
    UNION ALL SELECT (substr(digits, 1, 4)::int + y)::text || substr(digits, 5), 'year', 3 FROM typed, (VALUES (-1), (1)) AS years (y)
    UNION ALL SELECT digits, 'digit', 4 FROM off),
  split AS (SELECT substr(digits, 1, 4)::int AS y, substr(digits, 5, 2)::int AS m, substr(digits, 7, 2)::int AS d, how, rank FROM meant),
  dated AS (
    SELECT make_date(y, m, d) AS born, how, rank FROM split
      -- What is no date is left out before it is made one: CASE, because a condition beside it could be asked after.
      WHERE CASE WHEN y BETWEEN 1880 AND 2150 AND m BETWEEN 1 AND 12 AND d BETWEEN 1 AND 31 THEN d <= extract(day FROM make_date(y, m, 1) + interval '1 month - 1 day') ELSE false END
    UNION ALL SELECT p_born + n, CASE WHEN n = 0 THEN 'same' ELSE 'days' END, CASE WHEN n = 0 THEN 0 ELSE 1 END FROM typed, generate_series(-3, 3) AS n)
  SELECT DISTINCT ON (dated.born) dated.born, dated.how FROM dated ORDER BY dated.born, rank $$;

-- What was typed, once for all steps. `heard`: for each of its words (the four longest) what that word is found by.
CREATE FUNCTION typed_words(p_folded text) RETURNS text[] LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT coalesce(array_agg(w ORDER BY length(w) DESC, w), '{}') FROM (SELECT w FROM regexp_split_to_table(p_folded, ' ') AS w WHERE w <> '' GROUP BY w ORDER BY length(w) DESC, w LIMIT 4) AS longest $$;
-- Two that stand beside each other may be one name: 'Mc Donald', 'Abdi Rahman'.
CREATE FUNCTION typed_keys(p_folded text, p_words text[], p_place int) RETURNS text[] LANGUAGE sql STABLE SET search_path = public AS $$
  WITH word AS (SELECT w, n FROM regexp_split_to_table(p_folded, ' ') WITH ORDINALITY AS t (w, n) WHERE w <> ''),
  -- Fewer words than places: the first again, which asks nothing more.
  asked AS (SELECT coalesce(p_words[p_place], p_words[1]) AS w),
  pair AS (SELECT a.w || b.w AS w FROM word a JOIN word b ON b.n = a.n + 1 JOIN asked ON asked.w IN (a.w, b.w))
  SELECT word_keys(asked.w) || ARRAY(SELECT '=' || w FROM pair) || ARRAY(SELECT '@' || s.name FROM pair JOIN name_spelling s ON s.spelling = pair.w) FROM asked $$;
-- Known words that this one may have been meant to be: nearly its letters, or beginning with them.
CREATE FUNCTION words_like(p_word text, p_begun boolean) RETURNS text[] LANGUAGE sql STABLE SET search_path = public SET enable_seqscan = off SET jit = off SET pg_trgm.similarity_threshold = 0.3 AS $$
  SELECT coalesce(array_agg('=' || word), '{}') FROM (
    (SELECT word FROM name_word WHERE NOT p_begun AND word % p_word AND (similarity(word, p_word) >= 0.6 OR levenshtein_less_equal(left(word, 60), left(p_word, 60), CASE WHEN length(p_word) <= 4 THEN 1 ELSE 2 END) <= CASE WHEN length(p_word) <= 4 THEN 1 ELSE 2 END)
      ORDER BY similarity(word, p_word) DESC, word LIMIT 12)
    UNION (SELECT word FROM name_word WHERE length(p_word) >= 2 AND (p_begun OR length(p_word) >= 3) AND word LIKE replace(p_word, '_', '') || '%' ORDER BY word LIMIT 40)) AS likely $$;

-- Whom the criteria may mean, by index alone, dearer steps only where cheaper ones found few. Within the reach of whoever asks, or a manager of one borough
-- would be left with whoever of their own happened to be among the first of all London.
CREATE FUNCTION gather_people(p jsonb) RETURNS uuid[] LANGUAGE plpgsql STABLE SET search_path = public SET enable_seqscan = off SET jit = off AS $$
DECLARE
  words text := fold_name(p->>'words');
  word text[] := typed_words(words);
  exact text[] := ARRAY(SELECT '=' || w FROM unnest(word) AS w);
  a text[]; b text[]; c text[]; d text[];
  found uuid[] := '{}';
  -- Where a date of birth narrows it, the name alone needs to bring fewer.
  most int := CASE WHEN nullif(p->>'born_on', '') IS NULL THEN 300 ELSE 100 END;
  born date := nullif(p->>'born_on', '')::date;
  near date[] := ARRAY(SELECT n.born FROM dates_near(born) AS n);
  close date[] := ARRAY(SELECT n.born FROM dates_near(born) AS n WHERE n.how <> 'digit');
  at_street text := street_key(p->>'address');
  at_code text := plain_line(p->>'postcode');
  telephone_digits text := digits_of(p->>'telephone');
  ref text := upper(coalesce(p->>'reference', ''));
  mark text := plain_line(p->>'identifier');
  here text[] := app_index_boroughs();
  everywhere boolean := '*' = ANY (here);
  opened uuid[] := app_opened_record();
BEGIN
  IF cardinality(word) > 0 THEN
    SELECT typed_keys(words, word, 1), typed_keys(words, word, 2), typed_keys(words, word, 3), typed_keys(words, word, 4) INTO a, b, c, d;
    IF born IS NOT NULL THEN
      found := found || ARRAY(SELECT s.person_id FROM person_search s WHERE s.keys && a AND s.keys && b AND s.keys && c AND s.keys && d AND s.born_on = ANY (near)
        AND (everywhere OR s.person_id = ANY (opened) OR EXISTS (SELECT 1 FROM person_reach r WHERE r.person_id = s.person_id AND r.borough = ANY (here))) LIMIT 300);
      -- One word that agrees, and a date that nearly does.
      found := found || ARRAY(SELECT s.person_id FROM person_search s WHERE s.born_on = ANY (close) AND s.keys && (a || b || c || d)
        AND (everywhere OR s.person_id = ANY (opened) OR EXISTS (SELECT 1 FROM person_reach r WHERE r.person_id = s.person_id AND r.borough = ANY (here))) LIMIT 300);
    END IF;
    found := found || ARRAY(SELECT s.person_id FROM person_search s WHERE s.keys @> exact
      AND (everywhere OR s.person_id = ANY (opened) OR EXISTS (SELECT 1 FROM person_reach r WHERE r.person_id = s.person_id AND r.borough = ANY (here))) LIMIT most);
    IF cardinality(found) < 400 THEN
      found := found || ARRAY(SELECT s.person_id FROM person_search s WHERE s.keys && a AND s.keys && b AND s.keys && c AND s.keys && d
        AND (everywhere OR s.person_id = ANY (opened) OR EXISTS (SELECT 1 FROM person_reach r WHERE r.person_id = s.person_id AND r.borough = ANY (here))) LIMIT most);
    END IF;
    IF cardinality(found) < 25 OR (p->>'begun')::boolean THEN
      -- Each word as it is known, in letters nearly these; while somebody still types, the last one has only begun.
      a := a || words_like(word[1], coalesce((p->>'begun')::boolean, false));
      b := b || words_like(coalesce(word[2], word[1]), coalesce((p->>'begun')::boolean, false));
      c := CASE WHEN word[3] IS NULL THEN a ELSE c || words_like(word[3], coalesce((p->>'begun')::boolean, false)) END;
      d := CASE WHEN word[4] IS NULL THEN a ELSE d || words_like(word[4], coalesce((p->>'begun')::boolean, false)) END;
      IF word[2] IS NULL THEN b := a; END IF;
      found := found || ARRAY(SELECT s.person_id FROM person_search s WHERE s.keys && a AND s.keys && b AND s.keys && c AND s.keys && d
        AND (everywhere OR s.person_id = ANY (opened) OR EXISTS (SELECT 1 FROM person_reach r WHERE r.person_id = s.person_id AND r.borough = ANY (here))) LIMIT 300);
    END IF;
  ELSIF born IS NOT NULL THEN
    found := found || ARRAY(SELECT s.id FROM person s WHERE s.born_on = born
      AND (everywhere OR s.id = ANY (opened) OR EXISTS (SELECT 1 FROM person_reach r WHERE r.person_id = s.id AND r.borough = ANY (here))) LIMIT 300);
    found := found || ARRAY(SELECT s.id FROM person s WHERE s.born_on = ANY (close) AND s.born_on <> born
      AND (everywhere OR s.id = ANY (opened) OR EXISTS (SELECT 1 FROM person_reach r WHERE r.person_id = s.id AND r.borough = ANY (here))) LIMIT 300);
  END IF;
  IF at_code <> '' THEN found := found || ARRAY(SELECT x.person_id FROM person_address x WHERE plain_line(x.postcode) = at_code AND x.postcode IS NOT NULL LIMIT 300); END IF;
  IF length(at_street) > 5 THEN found := found || ARRAY(SELECT x.person_id FROM person_address x WHERE street_key(x.line) = at_street AND x.line <> '' LIMIT 300); END IF;
  IF length(telephone_digits) >= 7 THEN
    found := found || ARRAY(SELECT x.id FROM person x WHERE digits_of(x.telephone) = telephone_digits AND x.telephone IS NOT NULL LIMIT 100)
      || ARRAY(SELECT x.person_id FROM person_identifier x WHERE x.kind = 'telephone' AND x.folded = telephone_digits AND x.ended_at IS NULL LIMIT 100);
  END IF;
  IF length(mark) >= 3 THEN found := found || ARRAY(SELECT x.person_id FROM person_identifier x WHERE x.kind IN ('vehicle', 'online-name', 'e-mail') AND x.folded = mark AND x.ended_at IS NULL LIMIT 100); END IF;
  IF ref <> '' THEN found := found || ARRAY(SELECT x.id FROM person x WHERE x.reference = ref); END IF;
  RETURN ARRAY(SELECT DISTINCT unnest(found));
END $$;

-- Weighs people against the criteria: for each what speaks for it, and how much. Only those in reach of whoever asks, and none that was found to be
-- somebody else's record. Whoever nothing speaks for is left out. A restricted person speaks only to whoever truly looks for them.
CREATE FUNCTION weigh_people(p jsonb, p_people uuid[]) RETURNS TABLE (
  id uuid, restricted boolean, rank int, name_score real, same_name boolean, spelled boolean, sounds boolean, alias boolean, born_how text, days_apart int,
  same_address boolean, same_postcode boolean, same_telephone boolean, same_reference boolean, same_identifier text)
LANGUAGE plpgsql STABLE SET search_path = public SET enable_seqscan = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
  words text := fold_name(p->>'words');
  word text[] := typed_words(words);
  exact text[] := ARRAY(SELECT '=' || w FROM unnest(word) AS w);
  a text[] := '{}'; b text[] := '{}'; c text[] := '{}'; d text[] := '{}';
  -- Of those the word itself, and the names it is a spelling of.
  sa text[]; sb text[]; sc text[]; sd text[];
  here text[] := app_index_boroughs();
  everywhere boolean := '*' = ANY (here);
  opened uuid[] := app_opened_record();
  glass uuid[] := app_opened_glass();
  born date := nullif(p->>'born_on', '')::date;
  near date[]; hows text[];
  at_street text := street_key(p->>'address');
  at_house text := house_number(p->>'address');
  at_code text := plain_line(p->>'postcode');
  telephone_digits text := digits_of(p->>'telephone');
  ref text := upper(coalesce(p->>'reference', ''));
  mark text := plain_line(p->>'identifier');
BEGIN
  IF cardinality(word) > 0 THEN SELECT typed_keys(words, word, 1), typed_keys(words, word, 2), typed_keys(words, word, 3), typed_keys(words, word, 4) INTO a, b, c, d; END IF;
  sa := ARRAY(SELECT k FROM unnest(a) AS k WHERE k ~ '^[=@]'); sb := ARRAY(SELECT k FROM unnest(b) AS k WHERE k ~ '^[=@]');
  sc := ARRAY(SELECT k FROM unnest(c) AS k WHERE k ~ '^[=@]'); sd := ARRAY(SELECT k FROM unnest(d) AS k WHERE k ~ '^[=@]');
  SELECT array_agg(n.born), array_agg(n.how) INTO near, hows FROM dates_near(born) AS n;
  RETURN QUERY
  WITH asked AS MATERIALIZED (
    SELECT x.id, x.restricted AND NOT (x.id = ANY (glass)) AS restricted, x.born_on, x.telephone, x.reference
    FROM (SELECT DISTINCT unnest(p_people) AS who) AS candidate JOIN person x ON x.id = candidate.who AND x.matched_to IS NULL
    -- The sentence of index_in_reach, said here: a function for each of some hundred people is most of the time.
    WHERE app_account() IS NOT NULL AND (everywhere OR x.id = ANY (opened) OR EXISTS (SELECT 1 FROM person_reach r WHERE r.person_id = x.id AND r.borough = ANY (here)))
  ), named AS (
    SELECT DISTINCT ON (x.person_id) x.person_id, x.alias, x.same_name, x.spelled, x.sounds, x.half,
      CASE WHEN x.whole THEN 1 WHEN x.same_name THEN 0.95 ELSE greatest(x.like_whole, 0.9 * word_similarity(words, x.name)) END::real AS score
    FROM (
      SELECT s.person_id, s.name, s.alias, s.name = words AS whole, s.keys @> exact AS same_name, s.keys && sa AND s.keys && sb AND s.keys && sc AND s.keys && sd AS spelled,
        s.keys && a AND s.keys && b AND s.keys && c AND s.keys && d AS sounds, s.keys && a OR s.keys && b OR s.keys && c OR s.keys && d AS half, similarity(s.name, words) AS like_whole
      FROM asked JOIN person_search s ON s.person_id = asked.id WHERE cardinality(word) > 0) AS x
    ORDER BY x.person_id, x.same_name DESC, x.spelled DESC, x.sounds DESC, x.like_whole DESC, x.name
  ), placed AS (
    SELECT x.person_id, bool_or(length(at_street) > 5 AND (street_key(x.line) = at_street AND (at_code = '' OR x.postcode IS NULL OR plain_line(x.postcode) = at_code)
        OR at_code <> '' AND plain_line(x.postcode) = at_code AND house_number(x.line) = at_house)) AS same_address,
      bool_or(at_code <> '' AND plain_line(x.postcode) = at_code) AS same_postcode
    FROM person_address x WHERE (at_code <> '' OR length(at_street) > 5) AND x.person_id IN (SELECT asked.id FROM asked) GROUP BY x.person_id
  ), marked AS (
    SELECT x.person_id, min(x.kind) AS kind FROM person_identifier x
    WHERE x.ended_at IS NULL AND x.person_id IN (SELECT asked.id FROM asked WHERE length(mark) >= 3 OR length(telephone_digits) >= 7)
      AND (length(mark) >= 3 AND x.folded = mark AND x.kind <> 'telephone' OR length(telephone_digits) >= 7 AND x.kind = 'telephone' AND x.folded = telephone_digits) GROUP BY x.person_id
  ), weighed AS (
    SELECT asked.id, asked.restricted, coalesce(n.score, 0)::real AS score, coalesce(n.same_name, false) AS same_name, coalesce(n.spelled, false) AS spelled, coalesce(n.sounds, false) AS sounds, coalesce(n.half, false) AS half,
      coalesce(n.alias, false) AS alias, hows[array_position(near, asked.born_on)] AS how, asked.born_on - born AS apart,
      coalesce(l.same_address, false) AS same_address, coalesce(l.same_postcode, false) AS same_postcode,
      (length(telephone_digits) >= 7 AND digits_of(asked.telephone) = telephone_digits) IS TRUE OR m.kind = 'telephone' IS TRUE AS same_telephone,
      ref <> '' AND asked.reference = ref AS same_reference, CASE WHEN m.kind <> 'telephone' THEN m.kind END AS same_identifier
    FROM asked LEFT JOIN named n ON n.person_id = asked.id LEFT JOIN placed l ON l.person_id = asked.id LEFT JOIN marked m ON m.person_id = asked.id
  ), speaking AS (
    -- The beginning of a word sounds like too much.
    SELECT w.*, w.same_name OR w.spelled OR (w.sounds AND (p->>'begun' IS NULL OR w.score >= 0.3)) OR (w.half AND w.score >= 0.28) OR w.score >= 0.4 AS like_name FROM weighed w
  )
  SELECT w.id, w.restricted,
    CASE WHEN w.restricted THEN -1000 ELSE round(10 * (50 * w.score + CASE WHEN w.same_name THEN 15 WHEN w.spelled THEN 22 WHEN w.sounds THEN 15 ELSE 0 END
      + CASE w.how WHEN 'same' THEN 40 WHEN 'swapped' THEN 30 WHEN 'days' THEN 25 WHEN 'year' THEN 22 WHEN 'digit' THEN 18 ELSE CASE WHEN w.apart IS NOT NULL THEN -10 ELSE 0 END END
      + CASE WHEN w.same_address THEN 25 WHEN w.same_postcode THEN 12 ELSE 0 END + CASE WHEN w.same_telephone THEN 30 ELSE 0 END
      + CASE WHEN w.same_identifier IS NOT NULL THEN 40 ELSE 0 END + CASE WHEN w.same_reference THEN 200 ELSE 0 END))::int END,
    w.score, w.same_name, w.spelled, w.sounds, w.alias, w.how, CASE WHEN w.how IS NOT NULL THEN w.apart END,
    w.same_address, w.same_postcode, w.same_telephone, w.same_reference, w.same_identifier
  FROM speaking w
  -- A birthday shared with a stranger is no match: it speaks only for a name that is at least like.
  WHERE CASE WHEN w.restricted THEN w.same_reference OR w.score >= 0.75 OR (w.how = 'same' AND (w.sounds OR w.spelled OR w.score >= 0.4))
    ELSE w.like_name OR w.same_address OR w.same_telephone OR w.same_reference OR w.same_identifier IS NOT NULL OR (w.same_postcode AND (words = '' OR w.score >= 0.15))
      OR (w.how IS NOT NULL AND (words = '' AND w.how <> 'digit' OR w.how <> 'digit' AND w.score >= 0.2)) END;
END $$;

-- The search. `p`: words, born_on, postcode, address, telephone, reference, identifier: any of them, text as typed; `begun` while somebody still types;
-- `after_rank` and `after_id` where an earlier page ended. Answers the cards of at most `most` people with what speaks for each, best first, and writes
-- every one of them to the reading log before it answers.
CREATE OR REPLACE FUNCTION find_people(p jsonb, p_most int, p_membership uuid, p_page text, p_query text, p_now timestamptz) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  after_rank int := (p->>'after_rank')::int;
  after_id uuid := (p->>'after_id')::uuid;
  hits jsonb;
BEGIN
  IF app_account() IS NULL OR cardinality(app_index_boroughs()) = 0 THEN RETURN '[]'; END IF;
  WITH best AS (
    SELECT * FROM weigh_people(p, gather_people(p)) AS w WHERE after_rank IS NULL OR w.rank < after_rank OR (w.rank = after_rank AND w.id > after_id)
    ORDER BY w.rank DESC, w.id LIMIT least(p_most, 51)
  )
  SELECT jsonb_agg(CASE WHEN (card->>'restricted')::boolean AND NOT card ? 'reference' THEN jsonb_build_object('card', card, 'rank', rank)
    ELSE (to_jsonb(shown) - 'id' - 'restricted') END ORDER BY rank DESC, id)
  INTO hits FROM (SELECT best.*, person_card(best.id) AS card FROM best) AS shown;

  INSERT INTO reading_log (id, at, account_id, membership_id, person_id, depth, page, query)
  SELECT gen_random_uuid(), p_now, app_account(), p_membership, (hit->'card'->>'id')::uuid, 'index', p_page, p_query
  FROM jsonb_array_elements(coalesce(hits, '[]')) AS hit;
  -- Looking for somebody who is not there is looking too.
  IF hits IS NULL AND after_id IS NULL THEN
    INSERT INTO reading_log (id, at, account_id, membership_id, person_id, depth, page, query)
    VALUES (gen_random_uuid(), p_now, app_account(), p_membership, NULL, 'index', p_page, p_query);
  END IF;
  RETURN coalesce(hits, '[]');
END $$;

-- The same search as a filter of a list: who of these people it means. The list itself writes whom it shows to the reading log, with what was searched for.
-- A restricted person is found in no list by name, address or number: there they stand masked, whatever is typed.
CREATE FUNCTION people_meant(p jsonb, p_people uuid[]) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT CASE WHEN app_account() IS NULL THEN '{}' ELSE ARRAY(SELECT w.id FROM weigh_people(p, p_people[1:5000]) AS w WHERE NOT w.restricted) END $$;

GRANT CREATE ON SCHEMA public TO holdfast_search;
ALTER FUNCTION gather_people OWNER TO holdfast_search;
ALTER FUNCTION weigh_people OWNER TO holdfast_search;
ALTER FUNCTION people_meant OWNER TO holdfast_search;
REVOKE CREATE ON SCHEMA public FROM holdfast_search;
REVOKE ALL ON FUNCTION gather_people, weigh_people, people_meant, words_like FROM PUBLIC;
GRANT EXECUTE ON FUNCTION words_like TO holdfast_search;
GRANT EXECUTE ON FUNCTION people_meant TO holdfast_app, holdfast_worker;
