import pg from 'pg'

/**
 * People in bulk, for measuring the search: the same ones from the same number, written by SQL as the owner of the tables. Names as London has them:
 * a few that very many bear, in several spellings each, and a long tail; dates of birth over ninety years, most of them children's; one in twelve
 * with another name; addresses that households share. All invented.
 */
export interface People {
  readonly people: number
  readonly names: number
  readonly words: number
  readonly seconds: number
}

const BATCH = 50_000

/** What a bulk load has no use for while it runs: made anew when all rows are there. */
const INDEXES = ['person_search_keys', 'person_search_start', 'person_search_born', 'person_born', 'person_telephone', 'person_address_line', 'person_address_postcode'] as const

export async function buildPeople(ownerUrl: string, many: number, boroughs: readonly string[], now: Date): Promise<People> {
  const began = performance.now()
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const definitions = await client.query<{ indexdef: string }>('SELECT indexdef FROM pg_indexes WHERE indexname = ANY ($1)', [INDEXES])
    for (const index of INDEXES) await client.query(`DROP INDEX ${index}`)
    // The search's own rows are made below in one statement: for each person by itself they would take an hour.
    await client.query('ALTER TABLE person DISABLE TRIGGER person_search_added; ALTER TABLE person_name DISABLE TRIGGER person_search_alias')
    await client.query(HELPERS)
    for (let from = 1; from <= many; from += BATCH) await client.query(PEOPLE, [from, Math.min(many, from + BATCH - 1), boroughs, now, GIVEN, FAMILY])
    await client.query(OTHER_NAMES, [many])
    await client.query(REACH, [boroughs])
    await client.query(ADDRESSES)
    await client.query(SEARCHED)
    await client.query('INSERT INTO name_word (word) SELECT word FROM word_key ON CONFLICT DO NOTHING')
    await client.query('ALTER TABLE person ENABLE TRIGGER person_search_added; ALTER TABLE person_name ENABLE TRIGGER person_search_alias')
    await client.query(`SET maintenance_work_mem = '256MB'`)
    for (const { indexdef } of definitions.rows) await client.query(indexdef)
    await client.query('VACUUM ANALYZE')
    const counted = await client.query<{ names: number; words: number }>('SELECT (SELECT count(*)::int FROM person_search) AS names, (SELECT count(*)::int FROM name_word) AS words')
    return { people: many, names: counted.rows[0]?.names ?? 0, words: counted.rows[0]?.words ?? 0, seconds: Math.round((performance.now() - began) / 100) / 10 }
  } finally {
    await client.end()
  }
}

const GIVEN = `Mohammed Muhammad Mohamed Aisha Ayesha Fatima Fatimah Yusuf Yousef Ibrahim Abdullah Omar Umar Ali Zainab Maryam Mariam Amina Hussein Hassan Ahmed Ahmad Khadija
  Oliver Amelia George Olivia Jack Isla Noah Emily Jacob Ava Leo Poppy Oscar Ella Charlie Jessica Harry Lily Thomas Sophia Sofia James Mia Muhammed William Grace Ethan Chloe Daniel Zara
  Siobhan Niamh Aoife Sean Shaun Shawn Connor Conor Caitlin Kaitlyn Ciara Keira Liam Owen Eoin Nguyen Minh Linh Thanh Wei Jing Xin Yan Chen Joao Jose Maria Ana Luis Pedro Wojciech Agnieszka Katarzyna Jakub
  Andrei Alexandru Elena Olena Ivan Oluwaseun Oluwatobi Chidinma Emeka Ngozi Ifeoma Kwame Kofi Akosua Ama Mamadou Fatoumata Priya Arjun Rahul Anika Simran Harpreet Gurpreet Jaspreet Rohan Ishaan
  Kayleigh Hayley Tyrone Leigh Zoe Philip Phillip Geoffrey Stephen Steven Catherine Katherine Elizabeth Jasmine Yasmin Layla Leila Rebecca Isaac Moses Musa Ruth Esther Aaron Nathan`.split(/\s+/)
const FAMILY = `Ali Khan Ahmed Hussain Hussein Begum Mohamed Mohammed Abdi Hassan Islam Rahman Chowdhury Choudhury Miah Uddin Singh Kaur Patel Shah Sharma Nguyen Tran Pham Li Lee Wang Chen Zhang Wong Smith Smyth Jones
  Williams Taylor Brown Browne Davies Davis Evans Thomas Johnson Roberts Walker Wright Thompson Thomson White Hughes Edwards Green Hall Wood Harris Martin Jackson Clarke Clark Lewis Campbell Stewart Stuart Reid Murphy Byrne
  Kelly Osullivan Obrien Walsh Oconnor Mccarthy Mcdonald Macdonald Okafor Okeke Adeyemi Adebayo Balogun Mensah Boateng Owusu Asante Diallo Jallow Conteh Kamara Sesay Bangura Osman Warsame Farah Ibrahim Omar Yusuf Kowalski Nowak Wisniewski
  Popescu Ionescu Popa Silva Santos Ferreira Pereira Costa Rodrigues Garcia Gonzalez Cohen Levy Friedman Goldberg Schwartz Demir Yilmaz Kaya Celik Georgiou Ioannou Papadopoulos`.split(/\s+/)

/** Chance that follows from a number and a word, so that every run makes the same people. `skewed` takes the first ones far more often than the last. */
const HELPERS = `
  CREATE FUNCTION pg_temp.luck(i bigint, what text, n int) RETURNS int LANGUAGE sql IMMUTABLE AS
    $$ SELECT ((('x' || substr(md5(i::text || what), 1, 8))::bit(32)::bigint) % n)::int $$;
  CREATE FUNCTION pg_temp.skewed(i bigint, what text, n int) RETURNS int LANGUAGE sql IMMUTABLE AS
    $$ SELECT 1 + floor(n * power(pg_temp.luck(i, what, 1000003) / 1000003.0::float8, 1.25))::int $$;
  CREATE FUNCTION pg_temp.id_of(i bigint, what text) RETURNS uuid LANGUAGE sql IMMUTABLE AS
    $$ SELECT overlay(overlay(md5(what || i::text) PLACING '4' FROM 13) PLACING '8' FROM 17)::uuid $$;
  CREATE FUNCTION pg_temp.rare(i bigint, what text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT initcap((ARRAY['ba','ke','lo','mi','tha','shi','va','ro','dru','fe','go','ha','ji','zu','pe','wi','qua','ny','che','stra'])[1 + pg_temp.luck(i, what, 20)]
      || (ARRAY['r','l','n','m','ss','tt','ck','v','nd','rk','dl','mb'])[1 + pg_temp.luck(i, what || 'b', 12)]
      || (ARRAY['a','e','i','o','u','ea','ou','y'])[1 + pg_temp.luck(i, what || 'c', 8)]
      || (ARRAY['n','ski','by','ton','wick','la','ra','sen','dze','ova','shi','ley','mu','nde','ris'])[1 + pg_temp.luck(i, what || 'd', 15)]) $$`

/** One given name in nine and one family name in four is from the long tail; one family name in twelve is two. */
const PEOPLE = `
  INSERT INTO person (id, reference, given_name, family_name, born_on, age_disputed, unborn, home_borough, health, restricted, telephone, created_at)
  SELECT pg_temp.id_of(i, 'person'), 'P-' || upper(lpad(to_hex(i), 8, '0')),
    CASE WHEN pg_temp.luck(i, 'tail', 9) = 0 THEN pg_temp.rare(i, 'given') ELSE ($5::text[])[pg_temp.skewed(i, 'given', cardinality($5::text[]))] END,
    CASE WHEN pg_temp.luck(i, 'family-tail', 4) = 0 THEN pg_temp.rare(i, 'family') ELSE ($6::text[])[pg_temp.skewed(i, 'family', cardinality($6::text[]))] END
      || CASE WHEN i % 12 = 0 THEN ' ' || ($6::text[])[pg_temp.skewed(i, 'second', cardinality($6::text[]))] ELSE '' END,
    CASE WHEN i % 11 = 0 THEN NULL WHEN i % 3 = 0 THEN date '1945-01-01' + pg_temp.luck(i, 'born', 23000) ELSE date '2008-01-01' + pg_temp.luck(i, 'born', 6600) END,
    false, false, ($3::text[])[pg_temp.skewed(i, 'borough', cardinality($3::text[]))], '{}', i % 997 = 0,
    CASE WHEN i % 2 = 0 THEN '020 7946 ' || lpad(pg_temp.luck(i / 3, 'telephone', 1000000)::text, 6, '0') END, $4::timestamptz - interval '1 day' * pg_temp.luck(i, 'made', 1800)
  FROM generate_series($1::int, $2::int) AS i`

const OTHER_NAMES = `
  INSERT INTO person_name (id, person_id, name, kind)
  SELECT pg_temp.id_of(i, 'name'), pg_temp.id_of(i, 'person'), pg_temp.rare(i, 'other') || ' ' || pg_temp.rare(i, 'family'), 'alias' FROM generate_series(12, $1::int, 12) AS i`

/** The home borough knows everybody; a second one a quarter of them. */
const REACH = `
  INSERT INTO person_reach (person_id, borough, why, since) SELECT id, home_borough, 'lives', created_at FROM person
  UNION ALL SELECT id, b.second, 'referred', created_at FROM person, LATERAL (SELECT ($1::text[])[1 + abs(hashtext(id::text)) % cardinality($1::text[])] AS second) AS b
    WHERE abs(hashtext(reference)) % 4 = 0 AND b.second <> home_borough`

const ADDRESSES = `
  INSERT INTO person_address (id, person_id, line, postcode, borough, since, created_at)
  SELECT gen_random_uuid(), p.id, 1 + pg_temp.luck(h.n, 'house', 140) || ' ' || pg_temp.rare(h.n / 40, 'street') || (ARRAY[' Road',' Street',' Avenue',' Close'])[1 + h.n % 4],
    'ZZ' || 10 + (h.n / 4000) % 90 || ' ' || 1 + (h.n / 400) % 9 || chr(65 + ((h.n / 40) % 26)::int) || chr(65 + ((h.n / 1040) % 26)::int), p.home_borough, p.created_at, p.created_at
  FROM person p, LATERAL (SELECT ('x' || substr(p.reference, 3))::bit(32)::bigint / 3 AS n) AS h`

/** What the product's trigger writes for each person, from the same functions, once for each word. */
const SEARCHED = `
  CREATE TEMP TABLE named AS
    SELECT id AS person_id, fold_name(concat_ws(' ', given_name, family_name)) AS name, false AS alias, born_on FROM person
    UNION ALL SELECT n.person_id, fold_name(n.name), true, p.born_on FROM person_name n JOIN person p ON p.id = n.person_id;
  CREATE TEMP TABLE word_key AS SELECT word, word_keys(word) AS keys FROM (SELECT DISTINCT word FROM named, LATERAL unnest(string_to_array(name, ' ')) AS word) AS words;
  CREATE UNIQUE INDEX ON word_key (word);
  ANALYZE named; ANALYZE word_key;
  INSERT INTO person_search (person_id, name, alias, keys, born_on)
  SELECT n.person_id, n.name, n.alias, a.keys || coalesce(b.keys, '{}') || coalesce(c.keys, '{}') || CASE WHEN b.word IS NULL THEN '{}' ELSE ARRAY['=' || a.word || b.word] END
    || CASE WHEN c.word IS NULL THEN '{}' ELSE ARRAY['=' || b.word || c.word] END || coalesce(ARRAY(SELECT '@' || s.name FROM name_spelling s WHERE s.spelling = a.word || b.word OR s.spelling = b.word || c.word), '{}'), n.born_on
  FROM named n JOIN word_key a ON a.word = split_part(n.name, ' ', 1) LEFT JOIN word_key b ON b.word = split_part(n.name, ' ', 2) LEFT JOIN word_key c ON c.word = split_part(n.name, ' ', 3)`
