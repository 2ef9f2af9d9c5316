import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'

/**
 * The search and the look-alikes were made cheaper and had to find the same in the same order (but for how many namesakes are looked at: migration every_look_alike, and what weighs before letters: rule_before_letters). Their plain definitions, from before, stand in migrations that are never
 * edited: here they are put beside the new ones, in a schema of their own, and both are asked the same about people drawn at random. Whoever changes what is found
 * changes it in both, or takes away the part of this that compares it.
 */
const BEFORE: readonly (readonly [file: string, functions: readonly string[]])[] = [
  ['20261122040500_search_all_london', ['skeleton_of', 'dates_near', 'weigh_people']],
  ['20261122040760_search_by_words', ['words_meant', 'meant_by']],
  ['20261122040701_alike', ['alike']],
  ['20261122040810_search_planned_once', ['gather_people', 'find_people']],
  // What is heard in a name has grown since: the Arabic article, and Abd.
  ['20261123215500_articles_and_letters', ['word_keys', 'typed_keys']],
]
/** A known spelling before what merely sounds alike: migration rule_before_letters. */
const RULED = '50 * CASE WHEN w.spelled AND NOT w.same_name THEN 0.7 + 0.1 * w.score ELSE w.score END + CASE WHEN w.same_name'
/** Whoever is restricted is gathered by the name alone. */
const BARRED = `IF born IS NOT NULL THEN found := found || ARRAY(SELECT s.person_id FROM person_search s JOIN person r ON r.id = s.person_id AND r.restricted WHERE s.keys && (sounding || a || coalesce(b, '{}') || coalesce(c, '{}') || coalesce(d, '{}')));
      EXECUTE`
/** That a restricted person answers to the name alone: migration restricted_by_name. How sure goes before how close, and is told: migration confidence_first. What is found and what it weighs stays comparable. */
const SURE = `strong AS (SELECT w.*, CASE WHEN w.restricted THEN NULL WHEN w.same_reference OR (w.name_score >= 0.6 OR w.same_name OR w.spelled OR w.sounds) AND (w.born_how = 'same' OR w.same_address AND w.name_score >= 0.85) IS TRUE THEN 'strong'
  WHEN w.name_score >= 0.85 OR w.spelled OR w.same_identifier IS NOT NULL OR (w.name_score >= 0.6 OR w.same_name OR w.sounds) AND (w.same_address OR w.same_postcode OR w.same_telephone OR w.born_how IS NOT NULL) THEN 'likely' ELSE 'possible' END AS confidence
  FROM weigh_people(p, gather_people(p)) AS w), placed AS (SELECT s.id, s.restricted, s.rank + CASE s.confidence WHEN 'strong' THEN 20000 WHEN 'likely' THEN 10000 ELSE 0 END AS rank, s.name_score, s.same_name, s.spelled, s.sounds, s.alias, s.born_how, s.days_apart,
  s.same_address, s.same_postcode, s.same_telephone, s.same_reference, s.same_identifier, s.confidence FROM strong s), best AS (`
const database = useDatabase()
const ACCOUNT = randomUUID()

beforeAll(async () => {
  await database.admin('CREATE SCHEMA before')
  // What a name is found by was text then.
  await database.admin('CREATE VIEW before.person_search AS SELECT person_id, name, alias, keys_of(name) AS keys, born_on FROM public.person_search')
  for (const [file, functions] of BEFORE) {
    const sql = readFileSync(`prisma/migrations/${file}/migration.sql`, 'utf8')
    for (const name of functions) {
      const text = new RegExp(`CREATE (?:OR REPLACE )?FUNCTION ${name}\\([\\s\\S]*?AS \\$\\$[\\s\\S]*?\\$\\$;`).exec(sql)?.[0]
      if (text === undefined) throw new Error(`${name} is not in ${file}`)
      await database.admin(`SET search_path = before, public; SELECT similarity('', ''); ${text.replaceAll('SET search_path = public', 'SET search_path = before, public').replace('<> seed.id LIMIT 40', '<> seed.id LIMIT 1000').replace('50 * w.score + CASE WHEN w.same_name', RULED).replace("(w.how = 'same' AND (w.sounds OR w.spelled OR w.score >= 0.4))", "w.spelled OR (w.sounds AND p->>'begun' IS NULL)").replace('IF born IS NOT NULL THEN\n      EXECUTE', BARRED).replace('WITH best AS (', `WITH ${SURE}`).replace('SELECT * FROM weigh_people(p, gather_people(p)) AS w WHERE after_rank', 'SELECT * FROM placed AS w WHERE after_rank')}; RESET search_path`)
    }
  }
}, 240_000)

/** In a transaction that is taken back: neither those people nor what is read of them stay. */
async function passing<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.urls.admin })
  await client.connect()
  try {
    await client.query('BEGIN')
    return await work(client)
  } finally {
    await client.end()
  }
}

const GIVEN = ['Mohammed', 'Muhamad', 'Mohamed', 'Siobhán', 'Shevaun', 'Chevonne', 'Ann', 'Mary-Ann', 'Maryann', 'Annette', 'Zhanna', 'Joe', 'Li', 'X', 'Thiên Ân', 'Szymon', 'Symon', 'Ottoline', 'Otoline', "D'Arcy", '7 of 9']
const FAMILY = ['Ali', 'Aly', 'Alie', 'Khan', 'Kahn', 'Nguyen', 'Nuyen', "O'Dwyer-Núñez", 'Dwyer', 'Odwyer Nunez', 'Brackwater', 'Brakwater', 'Smith', 'Smyth', 'Schmidt', 'Kowalski', 'Kowalska', 'al Hassan', 'Hassan', 'Waterbrack']
const BORN = ['2007-03-01', '2007-03-02', '2007-01-03', '2008-03-01', '2007-03-11', '2007-02-26', '2008-02-29', '2009-02-28', '2017-03-01', '1999-12-31', '2000-01-01', '1981-05-17', '1994-08-23', '2012-10-30', '2015-06-06', '2003-09-19', '2010-04-28']
const LINES = ['12 Thornbeam Road', '12 thornbeam rd', 'Flat 3, 14 Thornbeam Road', '9 Secret Close', '9 Secret Cl', '90 Secret Street', '']
const CODES = ['ZZ1 9ZZ', 'zz19zz', 'ZZ2 8YY']
const CALLED = ['020 7946 0111', '+44 20 7946 0111', '07700 900123', '123']
const now = MONDAY_NINE

const maybe = <T>(of: readonly T[], freq = 3): fc.Arbitrary<T | null> => fc.option(fc.constantFrom(...of), { freq })
const aPerson = fc.record({
  given: maybe(GIVEN, 20), family: maybe(FAMILY, 20), born: maybe(BORN, 8), line: maybe(LINES), code: maybe(CODES), telephone: fc.option(fc.constantFrom(...CALLED), { freq: 2 }), moved: fc.boolean(),
  alias: fc.option(fc.tuple(fc.constantFrom(...GIVEN), fc.constantFrom(...FAMILY)), { freq: 2 }), restricted: fc.nat(12).map((n) => n === 0), gone: fc.nat(15).map((n) => n === 0), reach: fc.constantFrom('bromley', 'lewisham'), mark: fc.nat(6),
})
type APerson = typeof aPerson extends fc.Arbitrary<infer T> ? T : never

async function put(client: pg.Client, people: readonly APerson[]): Promise<string[]> {
  const ids = people.map(() => randomUUID())
  const rows = people.map((one, n) => ({ ...one, id: ids[n], n, alias: one.alias?.join(' ') ?? null, other: ids[(n + 1) % ids.length] }))
  const from = `FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, n int, given text, family text, born date, line text, code text, telephone text, moved boolean, alias text, restricted boolean, gone boolean, reach text, mark int, other uuid)`
  const each = [
    `INSERT INTO person (id, reference, given_name, family_name, description, born_on, telephone, restricted, matched_to, created_at, health) SELECT id, 'P-' || n, given, family, CASE WHEN given IS NULL AND family IS NULL THEN 'A boy in a red coat' END, born, telephone, restricted, CASE WHEN gone THEN other END, '${now.toISOString()}', '{}' ${from}`,
    `INSERT INTO person_reach (person_id, borough, why, since) SELECT id, reach, 'referral', '${now.toISOString()}' ${from}`,
    `INSERT INTO person_name (id, person_id, name, kind) SELECT gen_random_uuid(), id, alias, 'alias' ${from} WHERE alias IS NOT NULL`,
    `INSERT INTO person_address (id, person_id, line, postcode, created_at) SELECT gen_random_uuid(), id, coalesce(line, ''), code, '${now.toISOString()}' ${from} WHERE line IS NOT NULL OR code IS NOT NULL`,
    `INSERT INTO person_address (id, person_id, line, postcode, created_at, until) SELECT gen_random_uuid(), id, '9 Secret Close', 'ZZ2 8YY', '${now.toISOString()}', '${now.toISOString()}' ${from} WHERE moved`,
    `INSERT INTO relationship (id, person_id, other_id, kind, since) SELECT gen_random_uuid(), id, other, 'sibling', '${now.toISOString()}' ${from} WHERE mark = 1`,
    `INSERT INTO person_not_same (id, a_id, b_id, reason, said_at, said_by) SELECT gen_random_uuid(), least(id, other), greatest(id, other), 'Cousins.', '${now.toISOString()}', gen_random_uuid() ${from} WHERE mark = 2`,
    `INSERT INTO person_identifier (id, person_id, kind, value, folded, borough, recorded_at, recorded_by, entry_id) SELECT gen_random_uuid(), id, 'telephone', '020 7946 0111', '02079460111', reach, '${now.toISOString()}', gen_random_uuid(), gen_random_uuid() ${from} WHERE mark = 3`,
  ]
  for (const sql of each) await client.query(sql, [JSON.stringify(rows)])
  return ids
}

const aQuestion = fc.record({
  words: fc.tuple(maybe(GIVEN, 8), maybe(FAMILY, 8), maybe(FAMILY, 2)).map((parts) => parts.filter((part) => part !== null).join(' ')), born_on: maybe(BORN, 2), address: maybe(LINES, 2), postcode: maybe(CODES, 2),
  telephone: fc.option(fc.constantFrom(...CALLED), { freq: 2 }), begun: fc.option(fc.constant(true), { freq: 2 }),
}).map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== '')))

describe('made cheaper, and the same', () => {
  it('finds the same people with the same reasons in the same order, as look-alikes and by search', async () => {
    let alikes = 0, hits = 0
    await fc.assert(fc.asyncProperty(fc.array(aPerson, { minLength: 30, maxLength: 90 }), fc.array(aQuestion, { minLength: 12, maxLength: 12 }), fc.constantFrom('*', 'bromley'), fc.boolean(), async (people, questions, reach, opened) => {
      await passing(async (client) => {
        const ids = await put(client, people)
        const glass = opened ? ids.filter((_, n) => people[n]?.restricted) : []
        await client.query(`SELECT set_config('app.account', $1, true), set_config('app.index_boroughs', $2, true), set_config('app.opened_glass', $3, true)`, [ACCOUNT, reach, `{${glass.join(',')}}`])
        const both = async (call: string, values: unknown[]): Promise<{ is: unknown[]; was: unknown[] }> =>
          (await client.query<{ is: unknown[]; was: unknown[] }>(`SELECT public.${call} AS is, before.${call} AS was`, values)).rows[0] ?? { is: [], was: [null] }
        const alike = await both('alike($1::uuid[])', [ids.slice(0, 60)])
        expect(alike.is).toEqual(alike.was)
        alikes += alike.is.length
        for (const question of questions) {
          const found = await both(`find_people($1::jsonb, 20, NULL, 'search', 'x', $2::timestamptz)`, [JSON.stringify(question), now])
          expect([question, found.is]).toEqual([question, found.was])
          hits += found.is.length
        }
      })
    }), { numRuns: 8, endOnFailure: true })
    // Nothing is the same as nothing: it has to have found them.
    expect(alikes).toBeGreaterThan(60)
    expect(hits).toBeGreaterThan(150)
  }, 240_000)

  it('hears the same in a word, means the same by it, and takes the same days for near', async () => {
    const words = [...GIVEN, ...FAMILY].flatMap((name) => name.toLowerCase().split(/[^a-z0-9]+/)).concat('', 'h', 'hh', 'yy', 'aah', 'xxh', 'schschtch', 'čččš', 'zzzz', 'a1b2', 'phththh', 'eeyore')
    const drawn = fc.sample(fc.string({ unit: fc.constantFrom(...'abcdehikpqrstuwxyzñ9'), maxLength: 9 }), 400)
    const [told] = await database.admin<{ differ: string[] }>(`SELECT array_agg(w) AS differ FROM unnest($1::text[]) AS w WHERE public.skeleton_of(w) IS DISTINCT FROM before.skeleton_of(w) OR public.word_keys(w) IS DISTINCT FROM before.word_keys(w)
      OR public.words_meant(w, false, 40) IS DISTINCT FROM before.words_meant(w, false, 40) OR public.words_meant(w, true, 40) IS DISTINCT FROM before.words_meant(w, true, 40)`, [[...words, ...drawn]])
    expect(told?.differ).toBeNull()
    const [days] = await database.admin<{ differ: string[]; many: number }>(`SELECT array_agg(d::text) FILTER (WHERE public.dates_close(d) IS DISTINCT FROM (SELECT array_agg(n.born ORDER BY n.born) FROM before.dates_near(d) AS n WHERE n.how <> 'digit')) AS differ, count(*)::int AS many
      FROM (SELECT date '1999-12-01' + n AS d FROM generate_series(0, 500) AS n UNION ALL SELECT date '1879-11-01' + 61 * n FROM generate_series(0, 1640) AS n) AS days`)
    expect(days).toEqual({ differ: null, many: 2142 })
  }, 240_000)

  it('and finds the one who has the name and was born on the day, however many namesakes were born before them', async () => {
    await passing(async (client) => {
      const one = (given: string, family: string, born: string): APerson => ({ given, family, born, line: null, code: null, telephone: null, moved: false, alias: null, restricted: false, gone: false, reach: 'bromley', mark: 6 })
      const ids = await put(client, [one('Muhamad', 'Brackwater', '2007-03-02'), ...Array.from({ length: 80 }, (_, n) => one('Muhamad', FAMILY[n % 9] ?? 'Ali', '2007-03-01')), one('Muhammad', 'Brakwater', '2007-03-02')])
      await client.query(`SELECT set_config('app.account', $1, true), set_config('app.index_boroughs', '*', true), set_config('app.opened_glass', '{}', true)`, [ACCOUNT])
      const [told] = (await client.query<{ is: { card: { id: string } }[] }>('SELECT alike($1::uuid[]) AS is', [[ids[0]]])).rows
      expect(told?.is[0]?.card.id).toBe(ids.at(-1))
    })
  }, 240_000)
})
