import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { perform } from '@/lib/acts/perform'
import { takeReferral } from '@/lib/referrals/take-referral'
import { aMashOfficer, aTeacher, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral, referralOf } from '@/tests/support/referrals'

const database = useDatabase()

describe('taking a referral', () => {
  it('starts the strategy-discussion clocks of its concern by itself', async () => {
    const officer = await aMashOfficer(database)
    const { referralId } = await aReferral(officer, { concern: 'serious-neglect' })
    const rows = await database.admin<{ rule: string; due_at: Date }>(
      `SELECT rule, due_at FROM deadline WHERE referral_id = $1 AND alert = 'strategy-discussion-overdue' ORDER BY due_at`, [referralId])
    expect(rows.map((row) => [row.rule, row.due_at.toISOString()])).toEqual([
      ['strategy-discussion/same-day', '2016-05-16T23:00:00.000Z'],
      ['strategy-discussion/force-24h', '2016-05-17T08:00:00.000Z'],
      ['strategy-discussion/standard', '2016-05-19T23:00:00.000Z'],
    ])
  })

  it('notices a recent rape that an agency wrote about instead of ringing 999, and no call, relative or member of the public', async () => {
    const officer = await aMashOfficer(database)
    const raised = async (more: Record<string, unknown>): Promise<number> => {
      const { referralId } = await aReferral(officer, { concern: 'penetrative-abuse', channel: 'email', ...more })
      return (await database.admin(`SELECT 1 FROM deadline WHERE referral_id = $1 AND alert = 'referral-wrong-route'`, [referralId])).length
    }
    expect(await raised({})).toBe(1)
    expect(await raised({ fromAgency: 'csc', fromWords: 'social worker', toAgency: 'police' })).toBe(1)
    expect(await raised({ channel: 'telephone' })).toBe(0)
    expect(await raised({ suspectRelationship: 'stepfather' })).toBe(0)
    expect(await raised({ fromAgency: 'public', fromWords: 'neighbour' })).toBe(0)
  })

  it('police told of a child owe a Merlin checklist; social care told do not', async () => {
    const officer = await aMashOfficer(database)
    const owed = async (toAgency: string): Promise<{ due_at: Date }[]> => {
      const { referralId } = await aReferral(officer, { form: 'contact', toAgency })
      return database.admin<{ due_at: Date }>(`SELECT due_at FROM deadline WHERE referral_id = $1 AND alert = 'pac-not-submitted'`, [referralId])
    }
    expect((await owed('police')).map((row) => row.due_at.toISOString())).toEqual(['2016-05-17T08:00:00.000Z'])
    expect(await owed('csc')).toEqual([])
  })

  it('posted twice is one referral, and a changed form with the same key is an error', async () => {
    const officer = await aMashOfficer(database)
    const key = randomUUID()
    const input = referralOf({ children: [{ givenName: 'Twice', familyName: 'Posted' }] })
    const both = await Promise.all([perform(takeReferral, officer, input, { key, now: MONDAY_NINE }), perform(takeReferral, officer, input, { key, now: MONDAY_NINE })])
    expect(both.map((outcome) => outcome.ok)).toEqual([true, true])
    expect(both[0]?.ok && both[0].result.ids).toEqual(both[1]?.ok && both[1].result.ids)
    expect(await database.admin(`SELECT 1 FROM person WHERE given_name = 'Twice'`)).toHaveLength(1)
    const other = await perform(takeReferral, officer, { ...input, narrative: 'Other words' }, { key, now: MONDAY_NINE })
    expect(other).toEqual({ ok: false, kind: 'key-reused' })
  })

  it('with an error beside its field writes nothing, and the same key goes through once corrected', async () => {
    const officer = await aMashOfficer(database)
    const key = randomUUID()
    const before = await database.admin(`SELECT count(*)::int AS n FROM referral`)
    const wrong = await perform(takeReferral, officer, referralOf({ narrative: ' ', children: [{}] }), { key, now: MONDAY_NINE })
    expect(wrong).toEqual({ ok: false, kind: 'invalid', problems: [
      { field: 'children.0.givenName', message: 'Enter the child’s name, or describe the child if the name is not known' },
      { field: 'narrative', message: 'Say what happened and what is alleged' },
    ] })
    expect(await database.admin(`SELECT count(*)::int AS n FROM referral`)).toEqual(before)
    expect((await perform(takeReferral, officer, referralOf(), { key, now: MONDAY_NINE })).ok).toBe(true)
  })

  it('puts the household on record at the child’s address, tied to each child; no clock of theirs starts but that of a child who lives with a suspect', async () => {
    const officer = await aMashOfficer(database)
    const { referralId } = await aReferral(officer, {
      children: [{ givenName: 'Una', familyName: 'Homebody', address: '4 Wharf Court', postcode: 'zz9 1ab' }, { givenName: 'Ugo', familyName: 'Homebody' }],
      adults: [{ role: 'suspect', relationship: 'Step-father', livesWith: 'yes', givenName: 'Seth', familyName: 'Homebody' }],
      household: [{ kin: 'grandparent', grown: 'adult', givenName: 'Old', familyName: 'Homebody' }, { kin: 'sibling', grown: 'child', givenName: 'Baby', familyName: 'Homebody', age: 2 }],
    })
    const ties = await database.admin<{ who: string; kind: string; n: number }>(
      `SELECT p.given_name AS who, r.kind, count(*)::int AS n FROM relationship r JOIN person p ON p.id = r.person_id WHERE r.other_id IN (SELECT person_id FROM referral_person WHERE referral_id = $1 AND role = 'child')
       GROUP BY 1, 2 ORDER BY 1, 2`, [referralId])
    expect(ties.map(({ who, kind, n }) => `${who} ${kind} ${n}`).filter((tie) => !tie.includes('named with'))).toEqual([
      'Baby lives-with 2', 'Baby sibling 2', 'Old grandparent 2', 'Old lives-with 2', 'Seth lives-with 2', 'Seth step-parent 2', 'Seth suspect 2',
    ])
    const members = await database.admin<{ given_name: string; description: string | null; line: string; postcode: string }>(
      `SELECT p.given_name, p.description, a.line, a.postcode FROM referral_person rp JOIN person p ON p.id = rp.person_id JOIN person_address a ON a.person_id = p.id WHERE rp.referral_id = $1 AND rp.role = 'household' ORDER BY 1`, [referralId])
    expect(members).toEqual([
      { given_name: 'Baby', description: null, line: '4 Wharf Court', postcode: 'ZZ9 1AB' }, { given_name: 'Old', description: 'Adult, age not known', line: '4 Wharf Court', postcode: 'ZZ9 1AB' },
    ])
    expect(await database.admin(`SELECT d.alert FROM deadline d JOIN person p ON p.id = d.child_id WHERE p.given_name = 'Baby' AND p.family_name = 'Homebody'`)).toEqual([{ alert: 'household-child-unassessed' }])
  })

  it('asks of everybody in the household who they are and whose name it is', async () => {
    const officer = await aMashOfficer(database)
    const outcome = await perform(takeReferral, officer, referralOf({ household: [{ kin: '', givenName: 'Nameless' }, { kin: 'friend' }] }), { key: randomUUID(), now: MONDAY_NINE })
    expect(outcome).toEqual({ ok: false, kind: 'invalid', problems: [
      { field: 'household.0.kin', message: 'Say who this is to the child' }, { field: 'household.1.givenName', message: 'Enter the name, or describe who lives there' },
    ] })
    expect(await database.admin(`SELECT 1 FROM person WHERE given_name = 'Nameless'`)).toEqual([])
  })

  it('from a teacher never matches, and the teacher cannot read the person it made', async () => {
    const officer = await aMashOfficer(database)
    await aReferral(officer, { children: [{ givenName: 'Known', familyName: 'Already' }] })
    const [known] = await database.admin<{ id: string }>(`SELECT id FROM person WHERE given_name = 'Known'`)
    const teacher = await aTeacher(database)
    const matched = await perform(takeReferral, teacher, referralOf({ children: [{ personId: known?.id }] }), { key: randomUUID(), now: MONDAY_NINE })
    expect(matched).toMatchObject({ ok: false, kind: 'invalid' })
    const own = await perform(takeReferral, teacher, referralOf(), { key: randomUUID(), now: MONDAY_NINE })
    expect(own.ok).toBe(true)
  })
})
