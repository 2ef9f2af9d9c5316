import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { peoplePage, suggestPeople, type PersonHit } from '@/lib/people/search'
import { aMashOfficer, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
let bromley: Actor

const SURE = ['possible', 'likely', 'strong'] as const
/** How sure each hit is said to be, in the order shown; who is masked says nothing and comes last. */
const sureness = (hits: readonly PersonHit[]): number[] => hits.map(({ confidence }) => (confidence === null ? -1 : SURE.indexOf(confidence)))
const falling = (row: readonly number[]): number[] => [...row].sort((a, b) => b - a)

const GIVEN = ['Muhammad', 'Mohamed', 'Muhamad', 'Mahmoud', 'Siobhan', 'Chevonne', 'Keeva', 'Caoimhe', 'Agnieszka', 'Agnes', 'Ottoline', 'Otoline']
const FAMILY = ['Aly', 'Alley', 'Ali', 'Allie', 'Kowalska', 'Kovalski', 'Brackwater', 'Brakwotter', 'Adeyemi', 'Adeyemo']
const BORN = ['2009-01-03', '2009-01-04', '2009-03-01', '2010-01-03', '2009-01-13', '2004-08-19']
const LINES = ['12 Thornbeam Road', '14 Thornbeam Road', '9 Quillet Close']
const CODES = ['ZZ1 9ZZ', 'ZZ2 8YY']

beforeAll(async () => {
  bromley = await aMashOfficer(database, 'bromley')
})

describe('the order and the confidence', () => {
  it('shows who is strong over who is likely, however many letters the likely one shares', async () => {
    await aReferral(bromley, { children: [{ givenName: 'Muhammad', familyName: 'Aly', bornOn: '2009-01-04' }, { givenName: 'Mohamed', familyName: 'Alley', bornOn: '2009-01-03' }] })
    const { hits } = await peoplePage(bromley, { q: 'Muhamad Ali 3.1.2009' }, MONDAY_NINE)
    expect(hits.map(({ card, confidence }) => [card.name, confidence])).toEqual([['Mohamed Alley', 'strong'], ['Muhammad Aly', 'likely']])
  })

  it('never contradict each other, on any page, whatever is typed', async () => {
    const person = fc.record({ given: fc.constantFrom(...GIVEN), family: fc.constantFrom(...FAMILY), born: fc.option(fc.constantFrom(...BORN)), line: fc.option(fc.constantFrom(...LINES)), code: fc.option(fc.constantFrom(...CODES)), restricted: fc.nat(14).map((n) => n === 0) })
    const crowd = fc.sample(person, 220).map((one) => ({ ...one, id: randomUUID() }))
    const rows = JSON.stringify(crowd)
    const from = 'FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, given text, family text, born date, line text, code text, restricted boolean)'
    await database.admin(`INSERT INTO person (id, reference, given_name, family_name, born_on, restricted, created_at, health) SELECT id, 'P-' || id, given, family, born, restricted, $2, '{}' ${from}`, [rows, MONDAY_NINE])
    await database.admin(`INSERT INTO person_reach (person_id, borough, why, since) SELECT id, 'bromley', 'referred', $2 ${from}`, [rows, MONDAY_NINE])
    await database.admin(`INSERT INTO person_address (id, person_id, line, postcode, created_at) SELECT gen_random_uuid(), id, coalesce(line, ''), code, $2 ${from} WHERE line IS NOT NULL OR code IS NOT NULL`, [rows, MONDAY_NINE])
    const seen = new Set<number>()
    const question = fc.record({ given: fc.constantFrom(...GIVEN, ''), family: fc.constantFrom(...FAMILY), born: fc.option(fc.constantFrom(...BORN)), line: fc.constantFrom(...LINES, '', ''), code: fc.constantFrom(...CODES, '', '') })
    await fc.assert(fc.asyncProperty(question, async ({ given, family, born, line, code }) => {
      const q = [given, family, born ?? '', line, code].filter((part) => part !== '').join(' ')
      const all: PersonHit[] = []
      let after: string | null = null
      for (let page = 0; page < 6; page += 1) {
        const found: Awaited<ReturnType<typeof peoplePage>> = await peoplePage(bromley, { q, after }, MONDAY_NINE)
        all.push(...found.hits)
        after = found.next
        if (after === null) break
      }
      expect([q, sureness(all)]).toEqual([q, falling(sureness(all))])
      expect(new Set(all.map(({ card }) => card.id)).size).toBe(all.length)
      for (const one of sureness(all)) seen.add(one)
      const offered = sureness(await suggestPeople(bromley, `${given} ${family.slice(0, 3)}`, MONDAY_NINE))
      expect(offered).toEqual(falling(offered))
    }), { numRuns: 40 })
    // Rows of one kind only would be in order whatever the order is.
    expect([...seen].sort()).toEqual([-1, 0, 1, 2])
  }, 120_000)
})
