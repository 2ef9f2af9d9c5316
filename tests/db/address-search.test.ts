import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { findMatches, findPeople } from '@/lib/people/search'
import { aMashOfficer, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
let bromley: Actor
let lewisham: Actor
const at = async (q: string): Promise<string[]> => (await findPeople(lewisham, { q }, MONDAY_NINE)).map((hit) => hit.card.name)
const nobody = { givenName: null, familyName: null, bornOn: null, age: null, postcode: null, address: null }

const HOMES = [
  ['Tarn', 'Flat 3, 12 Quayling Court', 'ZE8 3QQ'], ['Brae', 'Flat 4, 12 Quayling Court', 'ZE8 3QQ'], ['Fell', 'Flat 31, 2 Quayling Court', null], ['Moss', '12 Sallow Gardens, Deptford', null], ['Reed', 'Flat 7, Ottery House, 40 Pilgrim Road', 'ZE8 4QQ'],
  ['Sedge', 'Flat 9, Harrier Mansions', null], ['Teal', '5 St Osyth’s Crescent', 'ZE8 5QQ'], ['Lark', '18/2 Dunlin Block', null], ['Wick', '21a Saint Osyth Terrace', null],
] as const

beforeAll(async () => {
  bromley = await aMashOfficer(database, 'bromley')
  lewisham = await aMashOfficer(database, 'lewisham')
  for (const [family, address, postcode] of HOMES) await aReferral(bromley, { children: [{ givenName: 'Addy', familyName: `${family}holm`, bornOn: '2008-08-08', address, postcode }] })
})

describe('an address as people say it', () => {
  it.each([
    ['12 quayling court', ['Braeholm', 'Tarnholm']], ['12, Quayling Crt', ['Braeholm', 'Tarnholm']], ['no 12 quayling ct', ['Braeholm', 'Tarnholm']], ['flat 3 quayling court', ['Tarnholm']], ['3/12 quayling court', ['Tarnholm']], ['Flat 3, 12 Quayling Ct, Deptford', ['Tarnholm']],
    ['apt 3 12 quayling court ze83qq', ['Tarnholm', 'Braeholm']], ['flat 31, 2 quayling court', ['Fellholm']], ['2 Quayling Court', ['Fellholm']], ['12 Sallow Gdns', ['Mossholm']], ['12 sallow garden', ['Mossholm']],
    ['40 pilgrim rd', ['Reedholm']], ['flat 7 ottery hse', ['Reedholm']], ['Flat 7, Ottery House, 40 Pilgrim Road', ['Reedholm']], ['9 harrier mans', ['Sedgeholm']], ['5 Saint Osyth’s Cres', ['Tealholm']], ['flat 18, 2 Dunlin Blk', ['Larkholm']], ['2 dunlin block', ['Larkholm']], ['21A st osyth terr', ['Wickholm']],
    ['13 quayling court', []], ['flat 5, 12 quayling court', []], ['flat 3, 14 quayling court', []],
  ])('%s', async (typed, families) => expect((await at(typed)).map((name) => name.replace('Addy ', '')).sort()).toEqual([...families].sort()))

  it.each(['ZE8 3QQ', 'ze83qq', 'Ze8  3qq'])('and a postcode with its space or without: %s', async (typed) => expect((await at(typed)).sort()).toEqual(['Addy Braeholm', 'Addy Tarnholm']))

  it('takes no other flat of the house for the same home', async () => {
    const hits = await findMatches(lewisham, { ...nobody, address: 'Flat 3, 12 Quayling Court' }, MONDAY_NINE)
    expect(hits.map((hit) => [hit.card.name, hit.reasons])).toEqual([['Addy Tarnholm', ['same address']]])
  })

  it('goes by the index over doors, among very many addresses, and not by reading the table', async () => {
    await database.admin(`INSERT INTO person (id, reference, given_name, created_at, health) SELECT gen_random_uuid(), 'P-DOOR-' || n, 'Doorling', $1, '{}' FROM generate_series(1, 6000) AS n`, [MONDAY_NINE])
    await database.admin(`INSERT INTO person_address (id, person_id, line, created_at) SELECT gen_random_uuid(), id, 'Flat ' || substr(reference, 8) || ', ' || length(reference) || ' Plain Street', $1 FROM person WHERE given_name = 'Doorling'`, [MONDAY_NINE])
    await database.admin('ANALYZE person_address')
    const client = new pg.Client({ connectionString: database.urls.admin })
    await client.connect()
    try {
      const plan = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN SELECT x.person_id FROM person_address x WHERE address_doors(x.line) && doors_asked('12 quayling court') AND address_doors(x.line) IS NOT NULL LIMIT 300`)
      expect(plan.rows.map((row) => row['QUERY PLAN']).join(' ')).toContain('Bitmap Index Scan on person_address_doors')
    } finally {
      await client.end()
    }
    expect(await at('12 quayling court')).toHaveLength(2)
  })
})
