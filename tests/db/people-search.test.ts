import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { readQuery } from '@/lib/people/criteria'
import { peopleMeant } from '@/lib/people/meant'
import { findMatches, findPeople, peoplePage, suggestPeople, type PersonHit } from '@/lib/people/search'
import { fold } from '@/lib/posing-risk/input'
import { aMashOfficer, anActor, aTeacher, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
let lewisham: Actor
let bromley: Actor
const nobody = { givenName: null, familyName: null, bornOn: null, age: null, postcode: null, address: null }
const names = (hits: PersonHit[]): string[] => hits.map((hit) => hit.card.name)

beforeAll(async () => {
  bromley = await aMashOfficer(database, 'bromley')
  lewisham = await aMashOfficer(database, 'lewisham')
  await aReferral(bromley, { children: [{ givenName: 'Ottoline', familyName: 'Brackwater', bornOn: '2007-03-01', address: '12 Thornbeam Road', postcode: 'BR1 9ZZ', telephone: '020 7946 0111' }] })
  await aReferral(bromley, { children: [{ givenName: 'Siobhán', familyName: "O'Dwyer-Núñez", bornOn: '2004-11-05' }] })
  await aReferral(bromley, { children: [{ givenName: 'Marguerite', familyName: 'Hiddenham', bornOn: '2006-06-06', address: '9 Secret Close', postcode: 'BR2 8YY' }] })
  await database.admin(`UPDATE person SET restricted = true WHERE family_name = 'Hiddenham'`)
})

describe('search before create', () => {
  it('finds a name spelled otherwise in another borough, with what is open and no words of it', async () => {
    const [hit] = await findPeople(lewisham, { q: 'Otoline Brakwater' }, MONDAY_NINE)
    expect(hit).toMatchObject({ card: { masked: false, name: 'Ottoline Brackwater', age: '9', boroughs: ['bromley'] } })
    expect(hit?.reasons).toContain('name spelled otherwise')
    expect(hit?.card.masked === false && hit.card.open.map((matter) => matter.words)).toContain('Referral in Bromley')
    expect(JSON.stringify(hit)).not.toMatch(/hungry|Thornbeam|2007|7946/)
  })

  it('finds a name that sounds alike, with accents and marks or without', async () => {
    expect(names(await findPeople(lewisham, { q: 'Autolin Brakwotter' }, MONDAY_NINE))).toContain('Ottoline Brackwater')
    expect(names(await findPeople(lewisham, { q: 'siobhan odwyer nunez' }, MONDAY_NINE))).toEqual(["Siobhán O'Dwyer-Núñez"])
  })

  it('says how close the date of birth is, also with day and month changed about', async () => {
    const near = await findMatches(lewisham, { ...nobody, givenName: 'Ottolin', familyName: 'Brackwater', bornOn: '2007-03-02' }, MONDAY_NINE)
    expect(near[0]).toMatchObject({ confidence: 'likely', reasons: expect.arrayContaining(['born one day apart']) })
    const swapped = await findMatches(lewisham, { ...nobody, givenName: 'Ottoline', familyName: 'Brackwater', bornOn: '2007-01-03' }, MONDAY_NINE)
    expect(swapped[0]?.reasons).toContain('date of birth with day and month changed about')
    const same = await findMatches(lewisham, { ...nobody, givenName: 'Ottoline', familyName: 'Brackwater', bornOn: '2007-03-01' }, MONDAY_NINE)
    expect(same[0]?.confidence).toBe('strong')
  })

  it('finds by address, postcode, telephone, reference and another name', async () => {
    const at = await findMatches(lewisham, { ...nobody, givenName: 'Someone', familyName: 'Else', address: '12 thornbeam road', postcode: 'br19zz' }, MONDAY_NINE)
    expect(at.map((hit) => [hit.card.name, hit.reasons])).toEqual([['Ottoline Brackwater', ['same address']]])
    expect(names(await findPeople(lewisham, { q: 'BR1 9ZZ' }, MONDAY_NINE))).toEqual(['Ottoline Brackwater'])
    expect(names(await findPeople(lewisham, { q: '+44 20 7946 0111' }, MONDAY_NINE))).toEqual(['Ottoline Brackwater'])
    for (const q of ['0044 20 7946 0111', '+44 (0)20 7946 0111', '0044 (0) 20-7946-0111', '02079460111', '442079460111']) expect(names(await findPeople(lewisham, { q }, MONDAY_NINE)), q).toEqual(['Ottoline Brackwater'])
    expect(names(await findPeople(lewisham, { q: '12 Thornbeam Road, Bromley' }, MONDAY_NINE))).toEqual(['Ottoline Brackwater'])
    const [row] = await database.admin<{ id: string; reference: string }>(`SELECT id, reference FROM person WHERE given_name = 'Ottoline'`)
    expect(names(await findPeople(lewisham, { q: (row?.reference ?? '').toLowerCase() }, MONDAY_NINE))).toEqual(['Ottoline Brackwater'])
    await database.admin('INSERT INTO person_name (id, person_id, name, kind) VALUES ($1, $2, $3, $4)', [randomUUID(), row?.id, 'Tilly Fenwright', 'alias'])
    const [alias] = await findPeople(lewisham, { q: 'Tilly Fenwright' }, MONDAY_NINE)
    expect([alias?.card.name, alias?.reasons]).toEqual(['Ottoline Brackwater', ['known by this name']])
  })

  it('finds a name that is written as a reference might be', async () => {
    await aReferral(bromley, { children: [{ givenName: 'Priya', familyName: 'Shah', bornOn: '2008-02-02' }, { givenName: 'Petra', familyName: 'Kane', bornOn: '2008-02-03' }, { givenName: 'Wynn', familyName: 'Patterson', bornOn: '2008-02-04' }] })
    for (const [q, name] of [['Priya Shah', 'Priya Shah'], ['Petra Kane', 'Petra Kane'], ['Patterson', 'Wynn Patterson']] as const) expect(names(await findPeople(lewisham, { q }, MONDAY_NINE)), q).toContain(name)
  })

  it('finds somebody by a name and an initial, page by page and inside a list', async () => {
    const children = Array.from({ length: 25 }, (_, place) => ({ givenName: place === 0 ? 'Joan' : `Joanna${'abcdefghijklmnopqrstuvwxyz'.charAt(place)}`, familyName: 'Initialworth', bornOn: '2008-02-02' }))
    for (const some of [children.slice(0, 20), children.slice(20)]) await aReferral(bromley, { children: some })
    const [joan] = await database.admin<{ id: string }>(`SELECT id FROM person WHERE given_name = 'Joan' AND family_name = 'Initialworth'`)
    for (const q of ['Joan I', 'Joan M Initialworth']) expect(names(await findPeople(lewisham, { q }, MONDAY_NINE)), q).toContain('Joan Initialworth')
    // All twenty-five are as close as each other: who stands on the first page is nobody's to say.
    for (const q of ['J Initialworth', 'Initialworth J.']) {
      const first = await peoplePage(lewisham, { q }, MONDAY_NINE)
      const second = await peoplePage(lewisham, { q, after: first.next }, MONDAY_NINE)
      expect([first.hits.length, second.hits.length, second.next], q).toEqual([20, 5, null])
      expect(new Set([...first.hits, ...second.hits].map((hit) => hit.card.id)).size, q).toBe(25)
    }
    expect(await readAs(bromley, (tx) => peopleMeant(tx, 'Joan I', [joan?.id ?? '']))).toEqual([joan?.id])
    expect(await readAs(bromley, (tx) => peopleMeant(tx, 'Zebedee I', [joan?.id ?? '']))).toEqual([])
    // What is found with its letter is not looked for without: O Brien is no Brien.
    expect(names(await findPeople(lewisham, { q: 'Siobhan O Dwyer Nunez' }, MONDAY_NINE))).toEqual(["Siobhán O'Dwyer-Núñez"])
    expect(await findPeople(lewisham, { q: 'J' }, MONDAY_NINE)).toEqual([])
  })

  it('does not take a stranger born on the same day for a match', async () => {
    expect(await findMatches(lewisham, { ...nobody, givenName: 'Zebedee', familyName: 'Quillfeather', bornOn: '2007-03-01' }, MONDAY_NINE)).toEqual([])
  })

  it('shows a restricted person as that and nothing else', async () => {
    const hits = [
      ...await findPeople(bromley, { q: 'Marguerite Hiddenham' }, MONDAY_NINE),
      ...await findMatches(bromley, { ...nobody, givenName: 'Marguerite', familyName: 'Hiddenham', bornOn: '2006-06-06' }, MONDAY_NINE),
    ]
    expect(hits).toHaveLength(2)
    for (const hit of hits) expect(hit).toEqual({ card: { id: expect.any(String), masked: true, name: 'Restricted person' }, confidence: null, reasons: [] })
    expect(JSON.stringify(hits)).not.toMatch(/Hiddenham|Marguerite|2006|Secret|BR2/)
    // Their address gives them away to nobody who only knows the address.
    expect(await findPeople(bromley, { q: 'BR2 8YY' }, MONDAY_NINE)).toEqual([])
  })

  it('tells no date of birth by masking: with the right date, a wrong one or none the answer is the same', async () => {
    for (const name of ['Margerit Hidenam', 'Marguerite', 'Margaret Hiddenam', 'Marguerite Hiddenham', 'Hidden', 'Margarete Hydenhem']) {
      const answers = await Promise.all(['', '2006-06-06', '2006-06-07', '2006-06-16', '1999-12-31'].map(async (bornOn) => ({
        searched: (await findPeople(bromley, { q: name, bornOn }, MONDAY_NINE)).filter((hit) => hit.card.masked).length,
        typed: (await findPeople(bromley, { q: `${name} ${bornOn}` }, MONDAY_NINE)).filter((hit) => hit.card.masked).length,
        matched: (await findMatches(bromley, { ...nobody, givenName: name, familyName: null, bornOn }, MONDAY_NINE)).filter((hit) => hit.card.masked).length,
      })))
      expect([name, new Set(answers.map((one) => JSON.stringify(one))).size]).toEqual([name, 1])
    }
    // Nor is a date alone answered, right or wrong.
    expect(await findPeople(bromley, { q: '6.6.2006' }, MONDAY_NINE)).toEqual([])
    // Misheard she is found all the same, or a second record of her would be made.
    expect((await findPeople(bromley, { q: 'Margerit Hidenam' }, MONDAY_NINE)).map((hit) => hit.card.masked)).toEqual([true])
  })

  it('writes every person answered, and a search that found nobody, to the reading log', async () => {
    const actor = await aMashOfficer(database, 'lewisham')
    await findPeople(actor, { q: 'Ottoline Brackwater' }, MONDAY_NINE)
    await findPeople(actor, { q: 'Xanthippe Nobodyhere' }, MONDAY_NINE)
    const rows = await database.admin(`SELECT depth, page, query, at, (SELECT given_name FROM person WHERE id = person_id) AS who FROM reading_log WHERE account_id = $1 ORDER BY query`, [actor.accountId])
    expect(rows).toEqual([
      { depth: 'index', page: 'search', query: 'Ottoline Brackwater', at: MONDAY_NINE, who: 'Ottoline' },
      { depth: 'index', page: 'search', query: 'Xanthippe Nobodyhere', at: MONDAY_NINE, who: null },
    ])
  })

  it('gives a partner, an administrator and nobody nothing, on either wall', async () => {
    const teacher = await aTeacher(database)
    const administrator = await anActor(database, { role: 'administrator', agency: 'police', boroughs: [] })
    for (const actor of [teacher, administrator]) {
      expect(await findPeople(actor, { q: 'Ottoline Brackwater' }, MONDAY_NINE)).toEqual([])
      const past = await readAs(actor, (tx) => tx.$queryRaw<{ hits: unknown }[]>`SELECT find_people('{"words":"Ottoline Brackwater"}', 5, NULL, 'x', 'x', ${MONDAY_NINE}::timestamptz) AS hits`)
      expect(past[0]?.hits).toEqual([])
      const [person] = await database.admin<{ id: string }>(`SELECT id FROM person WHERE given_name = 'Ottoline'`)
      const card = await readAs(actor, (tx) => tx.$queryRaw<{ cards: unknown }[]>`SELECT person_cards(ARRAY[${person?.id}]::uuid[]) AS cards`)
      expect(card[0]?.cards).toEqual([])
    }
  })

  it('keeps a borough manager to their own borough', async () => {
    const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['lewisham'] })
    expect(await findPeople(manager, { q: 'Ottoline Brackwater' }, MONDAY_NINE)).toEqual([])
    const own = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['bromley'] })
    expect(names(await findPeople(own, { q: 'Ottoline Brackwater' }, MONDAY_NINE))).toEqual(['Ottoline Brackwater'])
  })

  it('leaves the application no way to the names but the function', async () => {
    await expect(readAs(bromley, (tx) => tx.$queryRaw`SELECT * FROM person_search`)).rejects.toThrow(/permission denied/)
  })
})

describe('names foreign to whoever types', () => {
  const born = '2009-05-14'
  const people = [
    ['Mohammed', 'Quillabdi'], ['Siobhan', 'Quillnguyen'], ['Thuy', 'Nguyen'], ['Wojciech', 'Quillkowski'], ['Abdul Rahman', 'Quillfarah'], ['Yusuf', 'Quilldemir'], ['Khadija', 'Quillsesay'], ['Caoimhe', 'McQuillan'], ['Łukasz', 'Quillowicz'], ['Eilidh', 'Quillbrae'], ['Oluwafemi', 'Quilladeyemi'],
  ] as const
  beforeAll(async () => {
    for (const [givenName, familyName] of people) await aReferral(bromley, { children: [{ givenName, familyName, bornOn: born }] })
  })

  it.each([
    ['Muhammad Quillabdi', 'Mohammed Quillabdi'], ['Mahamed Quilabdi', 'Mohammed Quillabdi'], ['Shivaun Quillnuyen', 'Siobhan Quillnguyen'], ['Thuy Wen', 'Thuy Nguyen'], ['Voytek Quillkovski', 'Wojciech Quillkowski'],
    ['Abdurrahman Quillfarah', 'Abdul Rahman Quillfarah'], ['Abdi Rahman Quilfara', 'Abdul Rahman Quillfarah'], ['Jousef Quildemir', 'Yusuf Quilldemir'], ['Hadija Quilsesay', 'Khadija Quillsesay'], ['Keeva Mc Quillan', 'Caoimhe McQuillan'],
    ['Twee Nwin', 'Thuy Nguyen'], ['Wukash Quilovich', 'Łukasz Quillowicz'], ['Aylie Quilbray', 'Eilidh Quillbrae'], ['Femi Quiladeyemi', 'Oluwafemi Quilladeyemi'],
    // The family name first.
    ['Quillabdi Muhamed', 'Mohammed Quillabdi'],
  ])('%s finds %s first', async (typed, name) => {
    const [first] = await findPeople(lewisham, { q: typed }, MONDAY_NINE)
    expect(first?.card.name).toBe(name)
  })

  it('says that it is another spelling of the same name', async () => {
    const [first] = await findPeople(lewisham, { q: 'Muhammad Quillabdi' }, MONDAY_NINE)
    expect(first).toMatchObject({ confidence: 'likely', reasons: ['another spelling of the same name'] })
  })

  it('stands under who is called just that, and over who only sounds alike, whatever letters they share', async () => {
    for (const [givenName, familyName] of [['Kievah', 'Quilltarnly'], ['Caoimhe', 'Quilltarnly'], ['Keeva', 'Quilltarnly Quillambe']] as const) await aReferral(bromley, { children: [{ givenName, familyName, bornOn: born }] })
    const hits = await findPeople(lewisham, { q: 'Keeva Quilltarnly' }, MONDAY_NINE)
    expect(names(hits).slice(0, 3)).toEqual(['Keeva Quilltarnly Quillambe', 'Caoimhe Quilltarnly', 'Kievah Quilltarnly'])
    expect(hits.slice(1, 3).map(({ confidence }) => confidence)).toEqual(['likely', 'possible'])
    expect(names(await findPeople(lewisham, { q: 'Keeva' }, MONDAY_NINE)).map((name) => name.split(' ')[0]).slice(0, 4)).toEqual(['Keeva', 'Caoimhe', 'Caoimhe', 'Kievah'])
  })

  it.each([
    ['2009-05-14', 'same date of birth'], ['2009-05-16', 'born 2 days apart'], ['2008-05-14', 'born on this day a year apart'], ['2010-05-14', 'born on this day a year apart'], ['2009-05-24', 'date of birth with one digit otherwise'], ['2003-05-14', 'date of birth with one digit otherwise'],
    ['2009-09-22', null], ['1999-12-31', null],
  ])('born %s: %s', async (bornOn, says) => {
    const [first] = await findMatches(lewisham, { ...nobody, givenName: 'Mohamed', familyName: 'Quillabdi', bornOn }, MONDAY_NINE)
    expect(first?.card.name).toBe('Mohammed Quillabdi')
    const dates = first?.reasons.filter((reason) => /born|birth/.test(reason))
    expect(dates).toEqual(says === null ? [] : [says])
  })

  it('finds a given name and a date alone, and no stranger of one digit’s difference', async () => {
    expect(names(await findPeople(lewisham, { q: 'Muhamed 14 May 2009' }, MONDAY_NINE))[0]).toBe('Mohammed Quillabdi')
    expect(await findMatches(lewisham, { ...nobody, givenName: 'Zebedee', familyName: 'Featherstonehaugh', bornOn: '2009-05-24' }, MONDAY_NINE)).toEqual([])
  })

  it('finds an address however the street is shortened, and by house number and postcode', async () => {
    expect(names(await findPeople(lewisham, { q: '12 thornbeam rd' }, MONDAY_NINE))).toEqual(['Ottoline Brackwater'])
    const [hit] = await findMatches(lewisham, { ...nobody, address: '12 Thornbean Road', postcode: 'BR1 9ZZ' }, MONDAY_NINE)
    expect(hit?.reasons).toEqual(['same address'])
  })

  it('takes a telephone for the same however it is dialled', () => {
    for (const typed of ['020 7946 0111', '+44 20 7946 0111', '0044 20 7946 0111', '+44 (0)20 7946 0111', '442079460111']) expect(fold('telephone', typed), typed).toBe('02079460111')
  })

  it('finds an adult by a vehicle and by a name online', async () => {
    const [person] = await database.admin<{ id: string }>(`SELECT id FROM person WHERE given_name = 'Wojciech'`)
    for (const [kind, value, folded] of [['vehicle', 'QX12 ZZZ', 'qx12zzz'], ['online-name', 'river_fox9', 'riverfox9']]) {
      await database.admin(`INSERT INTO person_identifier (id, person_id, kind, value, folded, borough, recorded_at, recorded_by, entry_id) VALUES (gen_random_uuid(), $1, $2, $3, $4, 'bromley', $5, $6, gen_random_uuid())`,
        [person?.id, kind, value, folded, MONDAY_NINE, bromley.accountId])
    }
    expect((await findPeople(lewisham, { q: 'qx12zzz' }, MONDAY_NINE)).map((hit) => [hit.card.name, hit.reasons])).toEqual([['Wojciech Quillkowski', ['same vehicle']]])
    expect((await findPeople(lewisham, { q: 'River_fox9' }, MONDAY_NINE))[0]?.reasons).toContain('same name online')
  })
})

describe('page by page, and while somebody types', () => {
  beforeAll(async () => {
    await database.admin(`INSERT INTO person (id, reference, given_name, family_name, born_on, created_at, health, restricted)
      SELECT gen_random_uuid(), 'P-PAGE-' || n, 'Tamsin', 'Pagewell', date '2010-01-01' + n, $1, '{}', n = 7 FROM generate_series(1, 47) AS n`, [MONDAY_NINE])
    await database.admin(`INSERT INTO person_reach (person_id, borough, why, since) SELECT id, 'bromley', 'referred', $1 FROM person WHERE family_name = 'Pagewell'`, [MONDAY_NINE])
  })

  it('shows each of forty-seven once, the restricted one last, and logs whom it showed and nobody else', async () => {
    const actor = await aMashOfficer(database, 'lewisham')
    const seen: string[] = []
    let after: string | null = null
    for (let page = 0; page < 5; page += 1) {
      const found: Awaited<ReturnType<typeof peoplePage>> = await peoplePage(actor, { q: 'Tamsin Pagewell', after }, MONDAY_NINE)
      seen.push(...found.hits.map((hit) => hit.card.id))
      after = found.next
      if (page === 2) expect(found.hits.at(-1)?.card.masked).toBe(true)
      if (after === null) break
    }
    expect(seen).toHaveLength(47)
    expect(new Set(seen).size).toBe(47)
    const [{ many } = { many: 0 }] = await database.admin<{ many: number }>('SELECT count(*)::int AS many FROM reading_log WHERE account_id = $1', [actor.accountId])
    expect(many).toBe(47)
    // An address somebody made up begins at the beginning.
    expect((await peoplePage(actor, { q: 'Tamsin Pagewell', after: 'x;y' }, MONDAY_NINE)).hits).toHaveLength(20)
  })

  it('finds names that go on like this, and another spelling of one half typed', async () => {
    const found = await suggestPeople(lewisham, 'Tamsin Pagew', MONDAY_NINE)
    expect(found).toHaveLength(8)
    expect(new Set(found.map((hit) => hit.card.name))).toEqual(new Set(['Tamsin Pagewell']))
    expect(names([...await suggestPeople(lewisham, 'otto', MONDAY_NINE)])).toEqual(['Ottoline Brackwater'])
    expect(await suggestPeople(lewisham, 'ot', MONDAY_NINE)).toEqual([])
    expect(await suggestPeople(await aTeacher(database), 'ottoline', MONDAY_NINE)).toEqual([])
  })
})

describe('among very many names', () => {
  it('looks for likely words by the index over words, under the policy', async () => {
    await database.admin(`INSERT INTO person (id, reference, given_name, family_name, created_at, health)
      SELECT gen_random_uuid(), 'P-' || n, substr(md5(n::text), 1, 8), substr(md5((-n)::text), 1, 8), $1, '{}' FROM generate_series(1, 20000) AS n`, [MONDAY_NINE])
    await database.admin('ANALYZE name_word')
    const client = new pg.Client({ connectionString: database.urls.admin })
    await client.connect()
    try {
      await client.query('SET ROLE holdfast_search')
      const plan = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN SELECT word FROM name_word WHERE word % 'brackwater'`)
      expect(plan.rows.map((row) => row['QUERY PLAN']).join(' ')).toContain('Bitmap Index Scan on name_word_like')
      // Who is restricted is looked for by an index of their own: by that of all names a common name would be read whole for each of them.
      await client.query('RESET ROLE; ANALYZE person_search; SET ROLE holdfast_search')
      const barred = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN SELECT s.person_id FROM person_search s WHERE s.restricted AND s.keys && key_numbers(ARRAY['=marguerite', '=hiddenham', '@muhammad'])`)
      expect(barred.rows.map((row) => row['QUERY PLAN']).join(' ')).toMatch(/person_search_restricted/)
    } finally {
      await client.end()
    }
    // Among them all, a slip of the finger still finds one.
    expect(names(await findPeople(lewisham, { q: 'Otoline Brackwtaer' }, MONDAY_NINE))).toEqual(['Ottoline Brackwater'])
  })
})

describe('one box of text', () => {
  it.each([
    ['Ottoline Brackwater', { words: 'Ottoline Brackwater' }],
    ['p-2cd4-xy79', { reference: 'P-2CD4-XY79' }],
    ['Brackwater 1.3.2007', { words: 'Brackwater', born_on: '2007-03-01' }],
    ['31 2 2007', {}],
    ['020 7946 0111', { telephone: '020 7946 0111' }],
    ['Brackwater br1 9zz', { words: 'Brackwater', postcode: 'br1 9zz' }],
    ['Brackwater 12 Thornbeam Road', { words: 'Brackwater', address: '12 Thornbeam Road' }], ['Flat 2, 14a High Street', { address: 'Flat 2, 14a High Street' }], ['Brackwater 1st March 2007', { words: 'Brackwater', born_on: '2007-03-01' }],
    ['QX12 ZZZ', { words: 'QX12 ZZZ', identifier: 'QX12 ZZZ' }],
    // Half the names in P that have eight letters more: a reference holds no vowel I, no O, S, U, V, L or B; one without a digit may be a name all the same.
    ['Priya Shah', { words: 'Priya Shah' }], ['Patterson', { words: 'Patterson' }], ['Pritchard', { words: 'Pritchard' }], ['Peter King 3.5.2007', { words: 'Peter King', born_on: '2007-05-03' }],
    ['Peter Kane', { reference: 'P-ETER-KANE', words: 'Peter Kane' }], ['P-ETER-KANE', { reference: 'P-ETER-KANE' }], ['p7k2m9q4x', { reference: 'P-7K2M-9Q4X' }],
    ['Wren Ashgrove 3/5/07', { words: 'Wren Ashgrove', born_on: '2007-05-03' }], ['3.5.68', { born_on: '1968-05-03' }], ['1 Mar 09', { born_on: '2009-03-01' }], ['Wren 1st of March 2009', { words: 'Wren', born_on: '2009-03-01' }],
    ['Wren born 01.03.09', { words: 'Wren', born_on: '2009-03-01' }], ['Wren DOB: 01/03/2009', { words: 'Wren', born_on: '2009-03-01' }], ['31/02/2009 Wren', { words: '31/02/2009 Wren', identifier: '31/02/2009 Wren' }],
    ['7700 900123', { telephone: '07700 900123' }], ['447700900123', { telephone: '447700900123' }], ['+49 30 1234567', { telephone: '+49 30 1234567' }],
    ['14 Thornbeam Road, Bromley', { address: '14 Thornbeam Road' }], ['Flat B, 14 Thornbeam Road', { address: 'Flat B, 14 Thornbeam Road' }], ['Brackwater, flat 3a 14 St. Mary’s Road, London SE13 6AB', { words: 'Brackwater,', address: 'flat 3a 14 St. Mary’s Road', postcode: 'SE13 6AB' }],
    ['', {}], ['%_\\', {}], ["'; DROP TABLE person; --", { words: "'; DROP TABLE person; --" }],
  ])('%s', (typed, criteria) => expect(readQuery(typed)).toEqual(criteria))
})
