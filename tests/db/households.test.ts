import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { endTie } from '@/lib/households/acts/end-tie'
import { endTieForm } from '@/lib/households/queries'
import { correctPerson } from '@/lib/people/acts/correct-person'
import { linkPeople } from '@/lib/people/acts/link-people'
import { setAddress } from '@/lib/people/acts/set-address'
import { setCircumstances } from '@/lib/people/acts/set-circumstances'
import { circumstancesOf, seenDigest } from '@/lib/people/identity'
import { personHousehold } from '@/lib/people/queries'
import { plainDate } from '@/lib/policy/calendar/london'
import { linkAdult } from '@/lib/posing-risk/acts/link-adult'
import { personNetwork } from '@/lib/posing-risk/queries'
import { decideReferral } from '@/lib/referrals/acts/decide'
import { takeReferral } from '@/lib/referrals/take-referral'
import { aDecisionMaker, aMashOfficer, anActor, aTeacher, MONDAY_NINE } from '../support/actors'
import { aChildAndAnAdult, doing } from '../support/concerns'
import { useDatabase } from '../support/database'
import { childrenOf } from '../support/recorded-discussions'
import { aReferral, referralOf } from '../support/referrals'

const database = useDatabase()
const at = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * 3_600_000)
let door = 0
/** A door of its own for each test. */
const aDoor = (): { line: string; postcode: string } => { door += 1; return { line: `Flat ${door}, 14 Thornbeam Road`, postcode: 'ZZ9 1AB' } }

async function aChild(borough = 'bromley', child: Record<string, unknown> = {}, now = at(0)): Promise<string> {
  const { referralId } = await aReferral(await aMashOfficer(database, borough), { borough, form: 'contact', concern: 'offender-risk', urgency: 'normal', children: [{ givenName: 'Wren', familyName: 'Ashgrove', bornOn: '2009-03-01', ...child }] }, now)
  return (await childrenOf(database, referralId))[0] ?? ''
}
async function says(act: Parameters<typeof doing>[0], actor: Actor, input: Record<string, unknown>, now: Date): Promise<string> {
  const outcome = await doing(act, actor, input, now)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.says
}
const moveTo = async (personId: string, home: { line: string; postcode: string | null }, now: Date, borough = 'bromley', as = borough): Promise<string> =>
  says(setAddress, await aMashOfficer(database, as), { personId, ...home, borough, reason: 'The aunt told.' }, now)
const onPlan = (id: string) => database.admin(`UPDATE person SET plan_category = 'neglect' WHERE id = $1`, [id])
const told = (id: string) => database.admin<{ heading: string; ledger: string; why: string[] }>(
  `SELECT e.heading, e.ledger, p.body->'why' AS why FROM entry_subject s JOIN entry e ON e.id = s.entry_id JOIN entry_payload p ON p.entry_id = e.id WHERE s.person_id = $1 AND e.kind = 'household-joined' ORDER BY e.recorded_at, e.seq`, [id])
const open = (id: string) => database.admin<{ alert: string; borough: string; item_id: string | null; due_at: Date }>(
  `SELECT alert, borough, item_id, due_at FROM deadline WHERE child_id = $1 AND alert IN ('linked-child-unassessed', 'household-child-unassessed') AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL ORDER BY alert`, [id])

describe('somebody comes into a household', () => {
  it('where a child of another borough is on a plan: said to whoever does it, and owed on both records, each in its borough', async () => {
    const [moved, there, home] = [await aChild(), await aChild('camden', { givenName: 'Silas', familyName: 'Murrow' }), aDoor()]
    await moveTo(there, home, at(1), 'camden')
    await onPlan(there)
    const answer = await moveTo(moved, { line: home.line.toUpperCase().replace('ROAD', 'Rd'), postcode: 'zz91ab' }, at(2))
    expect(answer).toMatch(/Look at once: a child of this household is on a child protection plan\. It stands on each record with 24 hours to assess, in Bromley and Camden/)
    expect(answer).not.toMatch(/Silas|Murrow|Wren|Ashgrove/)
    expect(await told(moved)).toEqual([{ heading: 'Lives in a household with another child who is on a child protection plan', ledger: 'bromley', why: ['plan'] }])
    expect(await told(there)).toEqual([{ heading: 'Another child lives in the household now', ledger: 'camden', why: ['joined'] }])
    expect(await open(moved)).toEqual([{ alert: 'linked-child-unassessed', borough: 'bromley', item_id: moved, due_at: at(26) }])
    expect(await open(there)).toEqual([{ alert: 'linked-child-unassessed', borough: 'camden', item_id: moved, due_at: at(26) }])
    expect(await database.admin('SELECT relation, borough, other_borough FROM other_child WHERE child_id = $1 AND other_id = $2', [there, moved])).toEqual([{ relation: 'household', borough: 'camden', other_borough: 'bromley' }])
  })

  it('a looked after child, a child under a section 47 enquiry (owed in its borough), an unborn child; a plan that ended and somebody who came of age are not told of', async () => {
    const [one, two, home] = [await aChild('camden', { lookedAfter: 'yes' }), await aChild('camden'), aDoor()]
    for (const id of [one, two]) await moveTo(id, home, at(1), 'camden')
    const { referralId } = await aReferral(await aMashOfficer(database, 'lewisham'), { borough: 'lewisham', children: [{ personId: two, givenName: 'Silas' }], concern: 'neglect' }, at(1))
    expect((await doing(decideReferral, await aDecisionMaker(database, 'lewisham'), { referralId, outcome: 's47', reason: 'Reasonable cause.' }, at(2))).ok).toBe(true)
    const unborn = await aChild('bromley', { givenName: '', familyName: '', description: 'Unborn child', bornOn: '', unborn: true })
    await moveTo(unborn, home, at(3))
    expect((await told(unborn)).map((row) => row.heading)).toEqual(['Lives in a household with another child who is looked after and under a section 47 enquiry'])
    expect((await told(two)).map((row) => row.ledger)).toContain('lewisham')
    expect(await open(two)).toEqual(expect.arrayContaining([expect.objectContaining({ borough: 'lewisham', item_id: unborn })]))
    const [ended, grown, other] = [await aChild(), await aChild('bromley', { bornOn: '1998-05-16', lookedAfter: 'yes' }), aDoor()]
    await onPlan(ended)
    await database.admin('UPDATE person SET plan_category = NULL WHERE id = $1', [ended])
    for (const id of [ended, grown]) await moveTo(id, other, at(1))
    const last = await aChild()
    expect(await moveTo(last, other, at(2))).toBe('The address is on record.')
    expect([await told(last), await told(ended), await told(grown)]).toEqual([[], [], []])
  })

  it('where an adult poses a risk to children elsewhere: the child is assessed within 24 hours, and no discussion is called by an address alone', async () => {
    const [{ adultId }, moved, home] = [await aChildAndAnAdult(database, at(0), {}, 'camden'), await aChild(), aDoor()]
    await moveTo(adultId, home, at(1), 'camden')
    expect(await moveTo(moved, home, at(2))).toMatch(/a person of concern lives in this household with a child/)
    expect(await open(moved)).toEqual([{ alert: 'household-child-unassessed', borough: 'bromley', item_id: null, due_at: at(26) }])
    expect(await told(adultId)).toMatchObject([{ heading: 'A child lives in the household now', ledger: 'camden' }])
    expect(await database.admin(`SELECT 1 FROM deadline WHERE child_id = $1 AND alert = 'strategy-discussion-overdue'`, [moved])).toEqual([])
  })

  it('and where such an adult is the newcomer, by address, by a tie, or by becoming one while living there; told once, and again after parting', async () => {
    const [{ adultId, childId }, there, home] = [await aChildAndAnAdult(database, at(0)), await aChild('camden'), aDoor()]
    await moveTo(there, home, at(1), 'camden')
    expect(await moveTo(adultId, home, at(2))).toMatch(/a person of concern/)
    expect(await open(there)).toEqual([{ alert: 'household-child-unassessed', borough: 'camden', item_id: null, due_at: at(26) }])
    // Put right, and at once again: it has been told.
    expect(await moveTo(adultId, { ...home, line: `${home.line} ` }, at(2.5))).toBe('The address is on record.')
    await moveTo(adultId, aDoor(), at(3))
    await moveTo(adultId, home, at(4))
    expect(await told(there)).toHaveLength(2)
    // The child to whom the adult is the person of concern knows: the tie was there before the home was shared.
    expect(await says(linkPeople, await aMashOfficer(database), { personId: childId, otherId: adultId, kind: 'lives-with', reason: 'A neighbour told.' }, at(5))).toMatch(/a person of concern/)
    expect(await told(childId)).toHaveLength(1)
    const [sibling, flat, second] = [await aChild('lewisham'), aDoor(), await aChildAndAnAdult(database, at(0), {}, 'bromley', { givenName: 'Silas', familyName: 'Murrow' })]
    const [{ id: lodger = '' } = {}] = await database.admin<{ id: string }>(`INSERT INTO person (id, reference, given_name, family_name, born_on, created_at, home_borough, health) VALUES (gen_random_uuid(), 'P-LODG-ER${door}', 'Orrin', 'Lathe', '1980-01-01', now(), 'bromley', '{}') RETURNING id`)
    await database.admin(`INSERT INTO person_reach (person_id, borough, why, since) VALUES ($1, 'bromley', 'lives', now())`, [lodger])
    for (const id of [sibling, lodger]) await moveTo(id, flat, at(1), 'bromley', id === sibling ? 'lewisham' : 'bromley')
    expect(await told(sibling)).toEqual([])
    expect(await says(linkAdult, await aMashOfficer(database), { adultId: lodger, childId: second.childId, how: 'suspect-found-with', why: 'Found in his car.' }, at(2))).toMatch(/a person of concern lives in this household/)
    expect((await told(sibling)).map((row) => row.why)).toEqual([['concern']])
    expect(await told(second.childId)).toEqual([])
  })

  it('who moved out before is not there; a tie whose two live apart since is overtaken; one without an address lives with whom it is said', async () => {
    const [{ adultId }, moved, home] = [await aChildAndAnAdult(database, at(0)), await aChild(), aDoor()]
    await moveTo(adultId, home, at(1))
    await moveTo(adultId, aDoor(), at(2))
    expect(await moveTo(moved, home, at(2))).toBe('The address is on record.')
    // Said to live together, and then recorded apart: the later word stands.
    await says(linkPeople, await aMashOfficer(database), { personId: moved, otherId: adultId, kind: 'lives-with', reason: 'Told.' }, at(3))
    expect(await told(moved)).toHaveLength(1)
    await moveTo(moved, aDoor(), at(4))
    const [there, mother, house] = [await aChild('camden'), await aChild('bromley', { bornOn: '1985-01-01' }), aDoor()]
    await onPlan(there)
    await moveTo(there, house, at(1), 'camden')
    await moveTo(mother, house, at(1))
    const baby = await aChild('bromley', { bornOn: '2016-05-01' })
    expect(await says(linkPeople, await aMashOfficer(database), { personId: baby, otherId: mother, kind: 'lives-with', reason: 'The ward told.' }, at(2))).toMatch(/on a child protection plan/)
    expect((await told(there)).map((row) => row.why)).toEqual([['joined']])
  })

  it('and a child without an address of its own, whose mother moves in with such an adult, or into whose mother’s home such an adult moves', async () => {
    const officer = await aMashOfficer(database)
    for (const first of ['mother', 'adult'] as const) {
      const [{ adultId }, mother, baby, home] = [await aChildAndAnAdult(database, at(0), {}, 'camden'), await aChild('bromley', { bornOn: '1985-01-01' }), await aChild('bromley', { bornOn: '2016-05-01' }), aDoor()]
      await says(linkPeople, officer, { personId: baby, otherId: mother, kind: 'lives-with', reason: 'The ward told.' }, at(1))
      const [one, two] = first === 'mother' ? [[mother, 'bromley'], [adultId, 'camden']] as const : [[adultId, 'camden'], [mother, 'bromley']] as const
      await moveTo(one[0], home, at(2), one[1])
      expect(await moveTo(two[0], home, at(3), two[1]), `${first} first`).toMatch(/a person of concern lives in this household with a child/)
      expect((await told(baby)).map((row) => row.why), `${first} first`).toEqual([['concern']])
      expect(await open(baby)).toEqual([{ alert: 'household-child-unassessed', borough: 'bromley', item_id: null, due_at: at(27) }])
      expect(await told(adultId)).toMatchObject([{ heading: 'A child lives in the household now', ledger: 'camden' }])
    }
  })

  it('and a child who is put on a plan, or becomes looked after, where others live already: once, and a brother of the same referral not', async () => {
    const [child, there, brother, home] = [await aChild(), await aChild('camden', { givenName: 'Silas', familyName: 'Murrow' }), await aChild(), aDoor()]
    for (const [id, borough] of [[child, 'bromley'], [there, 'camden'], [brother, 'bromley']] as const) await moveTo(id, home, at(1), borough, borough)
    await database.admin(`INSERT INTO relationship (id, person_id, other_id, kind, since) VALUES (gen_random_uuid(), $1, $2, 'named with', $3)`, [child, brother, at(0)])
    expect(await told(there)).toEqual([])
    const officer = await aMashOfficer(database)
    const set = async (planCategory: string, now: Date): Promise<string> => {
      const seen = seenDigest(circumstancesOf(await readAs(officer, (tx) => tx.person.findUniqueOrThrow({ where: { id: child } }))))
      return says(setCircumstances, officer, { personId: child, seen, lookedAfter: 'no', planCategory, reason: 'The conference decided.' }, now)
    }
    expect(await set('neglect', at(2))).toMatch(/Look at once: a child of this household is on a child protection plan\. It stands on each record with 24 hours to assess/)
    expect(await told(there)).toEqual([{ heading: 'Lives in a household with another child who is on a child protection plan', ledger: 'camden', why: ['plan'] }])
    expect(await open(there)).toEqual([{ alert: 'linked-child-unassessed', borough: 'camden', item_id: there, due_at: at(26) }])
    expect(await told(brother)).toEqual([])
    expect(await set('physical-abuse', at(3))).not.toMatch(/Look at once/)
    expect(await told(there)).toHaveLength(1)
  })

  it('a referral with an address, a birthday put right, and a partner’s form: the partner is told nothing, the records are', async () => {
    const [there, home] = [await aChild('camden'), aDoor()]
    await onPlan(there)
    await moveTo(there, home, at(1), 'camden')
    const taken = await doing(takeReferral, await aMashOfficer(database), referralOf({ children: [{ givenName: 'Perrin', familyName: 'Vane', bornOn: '2010-02-02', address: `${home.line}, ${home.postcode}` }], receivedAt: at(2).toISOString() }), at(2))
    expect(taken.ok && taken.result.says).toMatch(/Taken as R-.* Look at once: a child of this household is on a child protection plan/)
    const sent = await doing(takeReferral, await aTeacher(database), referralOf({ fromAgency: 'education', fromWords: 'school', channel: 'online', children: [{ givenName: 'Tamsin', familyName: 'Vane', bornOn: '2011-02-02', address: home.line, postcode: home.postcode }], receivedAt: at(3).toISOString() }), at(3))
    expect(sent.ok && sent.result.says).toMatch(/^Taken as R-\S+\.$/)
    const [{ person_id: tamsin = '' } = {}] = await database.admin<{ person_id: string }>(`SELECT person_id FROM referral_person WHERE referral_id = $1`, [sent.ok ? sent.result.ids['referralId'] : null])
    expect((await told(tamsin)).map((row) => row.why)).toEqual([['plan']])
    expect(await told(there)).toHaveLength(2)
    const elder = await aChild('bromley', { bornOn: '1990-01-01' })
    expect(await moveTo(elder, home, at(4))).toBe('The address is on record.')
    const [row] = await database.admin<{ given_name: string; family_name: string }>('SELECT given_name, family_name FROM person WHERE id = $1', [elder])
    const seen = seenDigest({ givenName: row?.given_name ?? null, familyName: row?.family_name ?? null, description: null, bornOn: '1990-01-01', ageStated: null, ageDisputed: false, sex: null, telephone: null })
    expect(await says(correctPerson, await aMashOfficer(database), { personId: elder, seen, givenName: 'Wren', familyName: 'Ashgrove', bornOn: '2009-01-01', ageDisputed: 'no', reason: 'The passport.' }, at(5))).toMatch(/Look at once/)
  })

  it('an address shared by many floods nobody: the newcomer’s record says so, names a person of concern there, and nobody else is told', async () => {
    const [home, { adultId }] = [aDoor(), await aChildAndAnAdult(database, at(0))]
    await database.admin(`WITH p AS (INSERT INTO person (id, reference, given_name, family_name, born_on, created_at, home_borough, looked_after, health)
      SELECT gen_random_uuid(), 'P-CROW-' || lpad(n::text, 4, '0'), 'Resident', 'No' || n, '2008-01-01', now(), 'camden', true, '{}' FROM generate_series(1, 180) n RETURNING id)
      INSERT INTO person_address (id, person_id, line, postcode, borough, since, created_at) SELECT gen_random_uuid(), id, $1, $2, 'camden', $3, $3 FROM p`, [home.line, home.postcode, at(0)])
    await moveTo(adultId, home, at(-1))
    const moved = await aChild()
    expect(await moveTo(moved, home, at(2))).toMatch(/shared by many people on record: they are not told one by one/)
    // He is one of a hundred and eighty-one: who poses a risk is looked for first, or sixty others would stand before him.
    expect((await told(moved)).map((row) => [...row.why].sort())).toEqual([['concern', 'crowd']])
    expect(await database.admin(`SELECT count(*)::int AS n FROM entry e JOIN entry_subject s ON s.entry_id = e.id JOIN person p ON p.id = s.person_id WHERE e.kind = 'household-joined' AND p.given_name = 'Resident'`)).toEqual([{ n: 0 }])
  })

  it('of a restricted person nothing is told on another’s record, nor to whoever types the address; its own record is told', async () => {
    const [{ adultId }, hidden, moved, home] = [await aChildAndAnAdult(database, at(0)), await aChild('camden'), await aChild(), aDoor()]
    await onPlan(hidden)
    for (const id of [adultId, hidden]) await moveTo(id, home, at(1), 'camden', id === adultId ? 'bromley' : 'camden')
    await database.admin('UPDATE person SET restricted = true WHERE id = ANY ($1)', [[adultId, hidden]])
    expect(await moveTo(moved, home, at(2))).toBe('The address is on record.')
    expect([await told(moved), await open(moved)]).toEqual([[], []])
    expect((await told(hidden)).map((row) => row.why)).toContainEqual(['joined'])
    expect(await database.admin('SELECT 1 FROM other_child WHERE other_id = $1 OR child_id = $1', [moved])).toEqual([])
  })
})

describe('one home, written this way or that', () => {
  it('is told from its neighbours', async () => {
    const same = async (a: [string, string | null], b: [string, string | null], boroughs = ['bromley', 'bromley']): Promise<boolean> =>
      (await database.admin<{ same: boolean }>('SELECT same_home($1, $2, $5, $3, $4, $6) AS same', [a[0], a[1], b[0], b[1], ...boroughs]))[0]?.same ?? false
    for (const [a, b] of [
      [['Flat 2, 14 Acre Lane', 'SW2 5SG'], ['14 Acre Ln, flat 2', 'sw25sg']], [['14a Acre Lane', 'SW2 5SG'], ['14 A, Acre Lane', 'SW2 5SG']], [['Flat B, 14 Acre Lane', 'SW2 5SG'], ['14b Acre Lane', 'SW2 5SG']],
      [['Apartment 3, St Mary’s House', 'SW2 5SG'], ["Flat 3, St. Mary's Hse", 'SW2 5SG']], [['Wharf House', 'SW2 5SG'], ['wharf house', 'SW2 5SG']], [['14 Acre Lane', null], ['14 Acre Ln', 'SW2 5SG']],
    ] as [[string, string | null], [string, string | null]][]) expect(await same(a, b), `${a[0]} | ${b[0]}`).toBe(true)
    for (const [a, b] of [
      [['Flat 2, 14 Acre Lane', 'SW2 5SG'], ['Flat 3, 14 Acre Lane', 'SW2 5SG']], [['14 Acre Lane', 'SW2 5SG'], ['14 Acre Lane', 'BR1 1AA']], [['14a Acre Lane', 'SW2 5SG'], ['14b Acre Lane', 'SW2 5SG']],
      [['Ground floor, 14 Acre Lane', 'SW2 5SG'], ['Top floor, 14 Acre Lane', 'SW2 5SG']], [['', 'SW2 5SG'], ['', 'SW2 5SG']], [['No fixed abode', null], ['No fixed abode', null]], [['Acre Lane', null], ['Acre Lane', null]],
    ] as [[string, string | null], [string, string | null]][]) expect(await same(a, b), `${a[0]} | ${b[0]}`).toBe(false)
    // Many boroughs have a High Street.
    expect(await same(['14 High Street', null], ['14 High Street', null], ['bromley', 'camden'])).toBe(false)
  })
})

describe('the household on the page', () => {
  const page = async (actor: Actor, id: string, now: Date, day: string | null = null) => {
    const person = await personHousehold(actor, id, now, day === null ? null : plainDate(day))
    if (person === null || person.shut !== null) throw new Error(`not open: ${JSON.stringify(person)}`)
    return person.more
  }

  it('is who lives there now, and who lived there at the end of any day; an address or a tie is ended and never overwritten', async () => {
    const officer = await aMashOfficer(database)
    const [{ adultId, childId }, sister, home] = [await aChildAndAnAdult(database, at(-400)), await aChild('camden', {}, at(-400)), aDoor()]
    await onPlan(sister)
    await moveTo(childId, home, at(-300))
    await moveTo(adultId, home, at(-299))
    await moveTo(sister, home, at(-200), 'camden')
    await moveTo(adultId, aDoor(), at(-100))
    const now = (await page(officer, childId, at(0))).home
    expect(now.lines.map((line) => [line.id, line.how, line.marks.map((mark) => mark.words)])).toEqual([[sister, 'At the same address', ['Child protection plan']]])
    const then = (await page(officer, childId, at(0), '2016-05-05')).home
    expect([then.day?.words, then.lines.map((line) => [line.id, line.marks])]).toEqual(['5 May 2016', [[adultId, []]]])
    expect((await page(officer, childId, at(0), '2016-04-01')).home).toMatchObject({ lines: [], nothing: true })
    // A day to come is now.
    expect((await page(officer, childId, at(0), '2016-07-01')).home.day).toBeNull()
    await says(linkPeople, officer, { personId: childId, otherId: sister, kind: 'lives-with', reason: 'Told.' }, at(-1))
    const [tie] = await database.admin<{ id: string }>(`SELECT id FROM relationship WHERE other_id = $1 AND kind = 'lives-with'`, [childId])
    const form = await endTieForm(officer, childId, sister, at(0))
    expect(form?.shut === null && form.more?.ties).toMatchObject([{ value: tie?.id, label: expect.stringMatching(/^Lives in the household, since/) }])
    const end = { personId: childId, tieId: tie?.id, reason: 'She moved to her aunt.' }
    expect(await doing(endTie, await aMashOfficer(database, 'lewisham'), end, at(0))).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await doing(endTie, await aTeacher(database), end, at(0))).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await doing(endTie, officer, { ...end, endedAt: at(1).toISOString() }, at(0))).toMatchObject({ kind: 'invalid' })
    expect(await doing(endTie, officer, { ...end, endedAt: at(-2).toISOString() }, at(0))).toMatchObject({ kind: 'invalid' })
    expect(await doing(endTie, officer, { ...end, reason: ' ' }, at(0))).toMatchObject({ kind: 'invalid' })
    expect(await database.admin('SELECT until FROM relationship WHERE id = $1', [tie?.id])).toEqual([{ until: null }])
    const [suspect] = await database.admin<{ id: string }>(`SELECT id FROM relationship WHERE other_id = $1 AND kind = 'suspect'`, [childId])
    expect(await doing(endTie, officer, { ...end, tieId: suspect?.id }, at(0))).toMatchObject({ kind: 'invalid', problems: [{ field: 'tieId' }] })
    expect(await doing(endTie, officer, end, at(0))).toMatchObject({ ok: true })
    expect(await doing(endTie, officer, end, at(1))).toMatchObject({ kind: 'conflict' })
    expect((await page(officer, childId, at(1))).ended).toMatchObject([{ id: sister, as: 'Lives in the household' }])
    // And begun anew: two rows, the first with its end.
    expect(await doing(linkPeople, officer, { personId: childId, otherId: sister, kind: 'lives-with', reason: 'She is back.' }, at(2))).toMatchObject({ ok: true })
    expect(await database.admin(`SELECT until FROM relationship WHERE other_id = $1 AND kind = 'lives-with' ORDER BY since`, [childId])).toEqual([{ until: at(0) }, { until: null }])
  })

  it('marks who is a person of concern or on a plan among the ties too, wherever they live, and says so to whoever links them', async () => {
    const officer = await aMashOfficer(database)
    const [{ adultId }, child, mother, cousin] = [await aChildAndAnAdult(database, at(0), {}, 'camden'), await aChild(), await aChild('bromley', { bornOn: '1985-01-01' }), await aChild('camden', { givenName: 'Silas' })]
    await onPlan(cousin)
    expect(await says(linkPeople, officer, { personId: child, otherId: mother, kind: 'mother', reason: 'Told.' }, at(1))).toBe('Linked.')
    expect(await says(linkPeople, officer, { personId: child, otherId: adultId, kind: 'partner-of-parent', reason: 'The nursery told.' }, at(1))).toBe('Linked. Look at once: whoever you linked is a person of concern to a child.')
    await says(linkPeople, officer, { personId: child, otherId: cousin, kind: 'relative', reason: 'Told.' }, at(1))
    const ties = (await page(officer, child, at(2))).ties
    expect(new Map(ties.map((tie) => [tie.id, tie.marks.map((mark) => mark.words)]))).toEqual(new Map([[mother, []], [adultId, ['Person of concern to a child']], [cousin, ['Child protection plan']]]))
  })

  it('names the people in the reading log; a manager learns only that there is somebody and whom to ask; a restricted person is not told by an address', async () => {
    const [child, sister, hidden, home] = [await aChild(), await aChild('camden', { givenName: 'Silas', familyName: 'Murrow' }), await aChild('camden', { givenName: 'Orla', familyName: 'Quick' }), aDoor()]
    for (const [id, borough] of [[child, 'bromley'], [sister, 'camden'], [hidden, 'camden']] as const) await moveTo(id, home, at(1), borough, borough)
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [hidden])
    const officer = await aMashOfficer(database)
    const seen = await page(officer, child, at(2))
    expect(seen.home.lines.map((line) => line.name)).toEqual(['Silas Murrow'])
    const log = await database.admin<{ person_id: string; depth: string; page: string }>('SELECT person_id, depth, page FROM reading_log WHERE account_id = $1', [officer.accountId])
    expect(log).toContainEqual({ person_id: sister, depth: 'index', page: 'linked, on people and household' })
    expect(log.map((row) => row.person_id)).not.toContain(hidden)
    const manager = await anActor(database, { role: 'borough-manager', agency: 'police', boroughs: ['bromley'], rank: 'inspector' })
    const beyond = await page(manager, child, at(2))
    expect(beyond.home.lines).toMatchObject([{ id: null, name: 'Somebody beyond your reach', age: '', marks: [], open: [], ring: 'Children\'s social care, Camden' }])
    expect(JSON.stringify(beyond)).not.toMatch(new RegExp(`Silas|Murrow|Orla|Quick|${sister}|${hidden}`))
    expect(await personHousehold(await aTeacher(database), child, at(2))).toBeNull()
    // The database says no more than the page, whoever asks.
    const asked = await readAs(await aMashOfficer(database, 'lewisham'), (tx) => tx.$queryRaw<unknown[]>`SELECT * FROM household_seen(${child}::uuid, ${at(2)}::timestamptz)`)
    expect(asked).toEqual([])
    const edges = await readAs(officer, (tx) => tx.$queryRaw<{ person_id: string; other_id: string }[]>`SELECT * FROM family_edges(${[child, sister]}::uuid[], ${at(2)}::timestamptz)`)
    expect(edges.flatMap((edge) => [edge.person_id, edge.other_id])).not.toContain(hidden)
    expect(edges.length).toBeGreaterThan(0)
  })

  it('is drawn in the network with since when, and what is over as over; the list says the same', async () => {
    const [child, mother, friend, home] = [await aChild('bromley', {}, at(-400)), await aChild('bromley', { givenName: 'Ada', bornOn: '1985-01-01' }, at(-400)), await aChild('camden', { givenName: 'Silas' }, at(-400)), aDoor()]
    const officer = await aMashOfficer(database)
    await says(linkPeople, officer, { personId: child, otherId: mother, kind: 'mother', reason: 'The birth certificate.' }, at(-300))
    await moveTo(child, home, at(-300))
    await moveTo(mother, home, at(-300))
    await moveTo(friend, home, at(-300), 'camden')
    await moveTo(friend, aDoor(), at(-200), 'camden')
    const network = await personNetwork(officer, child, at(0))
    if (network?.shut !== null) throw new Error('not open')
    const words = (one: string, other: string) => network.more.edges.filter((edge) => [edge.from, edge.to].includes(`person:${one}`) && [edge.from, edge.to].includes(`person:${other}`)).map(({ from, words: said, over }) => ({ from, said, over }))
    expect(words(mother, child)).toEqual([{ from: `person:${mother}`, said: 'lives with (since 3 May 2016); mother of', over: false }])
    expect(words(friend, child)).toMatchObject([{ said: 'lived with (3 May 2016 to 8 May 2016)', over: true }])
    expect(network.more.nodes.find((node) => node.key === `person:${mother}`)).toMatchObject({ kind: 'adult' })
  })
})
