import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { sentReferral } from '@/lib/referrals/sent'
import { completePac } from '@/lib/referrals/acts/complete-pac'
import { setRag } from '@/lib/referrals/acts/set-rag'
import { submitPac } from '@/lib/referrals/acts/submit-pac'
import { takeReferral } from '@/lib/referrals/take-referral'
import { aDecisionMaker, aMashOfficer, aSocialWorker, aTeacher, anActor, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { fingerprint } from '@/tests/support/fingerprint'
import { aChecklist, aReferral, checklistOf, referralOf } from '@/tests/support/referrals'

const database = useDatabase()
const later = new Date(MONDAY_NINE.getTime() + 3_600_000)
const fields = (outcome: Awaited<ReturnType<typeof perform>>): string[] => (!outcome.ok && outcome.kind === 'invalid' ? outcome.problems.map((problem) => problem.field) : [JSON.stringify(outcome)])
const duties = (referralId: string, alert: string) =>
  database.admin<{ due_at: Date; met_at: Date | null }>('SELECT due_at, met_at FROM deadline WHERE referral_id = $1 AND alert = $2 AND superseded_at IS NULL ORDER BY due_at', [referralId, alert])

describe('each way in asks its own parts', () => {
  const nobody = { referrerName: '', referrerContact: '', fromWords: '' }
  it.each([
    ['professional', { ...nobody, fromAgency: 'health' }, ['referrerName', 'referrerContact']],
    ['other-force', { ...nobody, fromAgency: 'police' }, ['fromWords', 'theirReference', 'referrerName', 'referrerContact']],
  ])('%s', async (way, given, missing) => {
    const officer = await aMashOfficer(database)
    const before = await fingerprint(database)
    expect(fields(await perform(takeReferral, officer, referralOf({ way, ...given }), { key: randomUUID(), now: MONDAY_NINE }))).toEqual(missing)
    expect(await fingerprint(database)).toEqual(before)
  })

  it('the public gives no name, and the way is on record', async () => {
    const officer = await aMashOfficer(database)
    const { referralId } = await aReferral(officer, { way: 'public', ...nobody, fromAgency: 'public', children: [{ description: 'Girl of about 9' }] })
    expect(await database.admin('SELECT way, borough, lacks FROM referral_way WHERE referral_id = $1', [referralId])).toEqual([{ way: 'public', borough: 'bromley', lacks: [] }])
  })

  it('another force’s reference is kept', async () => {
    const { referralId } = await aReferral(await aMashOfficer(database), {
      way: 'other-force', fromAgency: 'police', fromWords: 'Kent Police', theirReference: '46/1234/16', referrerName: 'DC Hale', referrerContact: '01622 000000', children: [{ givenName: 'Kent', familyName: 'Border' }],
    })
    expect(await database.admin('SELECT way, their_reference FROM referral_way WHERE referral_id = $1', [referralId])).toEqual([{ way: 'other-force', their_reference: '46/1234/16' }])
  })

  it('blue is of a police checklist only, and a checklist is no referral', async () => {
    const officer = await aMashOfficer(database)
    expect(fields(await perform(takeReferral, officer, referralOf({ rag: 'blue' }), { key: randomUUID(), now: MONDAY_NINE }))).toEqual(['rag'])
    expect(fields(await perform(takeReferral, officer, referralOf({ way: 'pac' }), { key: randomUUID(), now: MONDAY_NINE }))).toEqual(['way'])
  })
})

describe('a police checklist', () => {
  const complete = (actor: Actor, input: unknown, key: string = randomUUID()) => perform(completePac, actor, input, { key, now: later })
  const everything = {
    'their-reference': 'M16/77', officer: 'PC Ida Marl 123', supervisor: 'PS Noll', rating: 'red', concern: 'serious-neglect', name: 'Tam', born: 'about 8', address: '3 Osier Row', parent: 'Mrs Osier', 'child-said': 'Nobody is at home',
  }

  it('that lacks nearly everything is taken in, marked and owed', async () => {
    const { referralId } = await aChecklist(await aMashOfficer(database))
    expect(await database.admin('SELECT cardinality(lacks) AS lacks FROM referral_way WHERE referral_id = $1', [referralId])).toEqual([{ lacks: 10 }])
    expect(await duties(referralId, 'pac-incomplete')).toMatchObject([{ met_at: null }])
    expect((await duties(referralId, 'mash-assessment-overdue')).map((duty) => duty.due_at.toISOString())).toEqual(['2016-05-17T23:00:00.000Z'])
    expect(await database.admin('SELECT kind, heading FROM entry WHERE referral_id = $1', [referralId])).toEqual([{ kind: 'pac-submitted', heading: 'Police checklist (Merlin PAC) submitted, incomplete' }])
  })

  it('that is whole owes nothing more, and meets what the police owed', async () => {
    const officer = await aMashOfficer(database)
    const { referralId } = await aChecklist(officer, {
      theirReference: 'M16/78', referrerName: 'PC Ida Marl', supervisor: 'PS Noll', childSaid: 'Would not speak', rag: 'green',
      children: [{ givenName: 'Whole', familyName: 'Checklist', age: 8, postcode: 'ZZ9 1AB' }], adults: [{ role: 'parent', givenName: 'Una', familyName: 'Checklist' }],
    })
    expect(await duties(referralId, 'pac-incomplete')).toEqual([])
    expect((await duties(referralId, 'mash-assessment-overdue')).map((duty) => duty.due_at.toISOString())).toEqual(['2016-05-19T23:00:00.000Z'])
  })

  it.each([['red', '2016-05-16T12:00:00.000Z'], ['blue', undefined]])('rated %s on receipt is due %s', async (rag, due) => {
    const { referralId } = await aChecklist(await aMashOfficer(database), { rag })
    expect((await duties(referralId, 'mash-assessment-overdue'))[0]?.due_at.toISOString()).toBe(due)
  })

  it('is submitted by no partner', async () => {
    const teacher = await aTeacher(database)
    const before = await fingerprint(database)
    expect(await perform(submitPac, teacher, checklistOf(), { key: randomUUID(), now: MONDAY_NINE })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await fingerprint(database)).toEqual(before)
  })

  it('made complete, what is known now stands on the child’s own record, with what stood before', async () => {
    const officer = await aMashOfficer(database)
    const childOf = async (referralId: string) => (await database.admin<{ id: string; given_name: string | null; family_name: string | null; born: string | null; age_stated: number | null; description: string | null }>(
      `SELECT p.id, given_name, family_name, to_char(born_on, 'YYYY-MM-DD') AS born, age_stated, description FROM person p JOIN referral_person r ON r.person_id = p.id WHERE r.referral_id = $1 AND r.role = 'child' ORDER BY given_name`, [referralId]))
    const first = await aChecklist(officer)
    for (const born of ['31/2/2008', 'soon', '1/1/2030']) expect(fields(await complete(officer, { referralId: first.referralId, given: { ...everything, born } }))).toEqual(['given.born'])
    expect(await childOf(first.referralId)).toMatchObject([{ given_name: null, born: null }])
    expect(await complete(officer, { referralId: first.referralId, given: { ...everything, name: 'Tamsin Mary Osier', born: '27 March 2008', address: '3 Osier Row, ZZ9 1AB' } })).toMatchObject({ ok: true })
    const [child] = await childOf(first.referralId)
    expect(child).toMatchObject({ given_name: 'Tamsin Mary', family_name: 'Osier', born: '2008-03-27', description: 'Boy of about 8 in a red coat' })
    expect(await database.admin('SELECT line, postcode, borough FROM person_address WHERE person_id = $1', [child?.id])).toEqual([{ line: '3 Osier Row', postcode: 'ZZ9 1AB', borough: 'bromley' }])
    const [entry] = await database.admin<{ body: { changes: unknown[] } }>(`SELECT p.body FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE e.kind = 'identity-corrected' AND $1 = ANY (e.subject_ids)`, [child?.id])
    expect(entry?.body.changes).toContainEqual({ field: 'givenName', before: null, after: 'Tamsin Mary' })
    // An age is an age; what somebody else has put there since is not overwritten; of two children nobody guesses which.
    const second = await aChecklist(officer)
    const [known] = await childOf(second.referralId)
    await database.admin(`UPDATE person SET given_name = 'Corisande' WHERE id = $1`, [known?.id])
    expect(await complete(officer, { referralId: second.referralId, given: everything })).toMatchObject({ ok: true })
    expect(await childOf(second.referralId)).toMatchObject([{ given_name: 'Corisande', family_name: null, age_stated: 8, born: null }])
    const two = await aChecklist(officer, { children: [{ description: 'A girl' }, { description: 'A boy' }] })
    expect(await complete(officer, { referralId: two.referralId, given: everything })).toMatchObject({ ok: true })
    expect((await childOf(two.referralId)).map((one) => one.given_name)).toEqual([null, null])
  })

  it('made complete: nothing is lacking, the duty is met, the rating counts from the receipt and the concern starts its clocks', async () => {
    const officer = await aMashOfficer(database)
    const { referralId } = await aChecklist(officer)
    const key = randomUUID()
    expect(await complete(officer, { referralId, given: everything }, key)).toMatchObject({ ok: true, repeated: false })
    expect(await complete(officer, { referralId, given: everything }, key)).toMatchObject({ ok: true, repeated: true })
    expect(await database.admin('SELECT lacks, completed_at FROM referral_way WHERE referral_id = $1', [referralId])).toEqual([{ lacks: [], completed_at: later }])
    expect((await duties(referralId, 'pac-incomplete')).map((duty) => duty.met_at)).toEqual([later])
    expect((await duties(referralId, 'mash-assessment-overdue')).map((duty) => duty.due_at.toISOString())).toContain('2016-05-16T12:00:00.000Z')
    expect((await duties(referralId, 'strategy-discussion-overdue')).length).toBeGreaterThan(1)
    expect(await database.admin('SELECT rag, concern FROM referral WHERE id = $1', [referralId])).toEqual([{ rag: 'red', concern: 'serious-neglect' }])
    expect(await complete(officer, { referralId, given: everything })).toMatchObject({ ok: false, kind: 'conflict' })
  })

  it('a part neither given nor said to be out of reach is asked for, and why must be said', async () => {
    const officer = await aMashOfficer(database)
    const { referralId } = await aChecklist(officer)
    const before = await fingerprint(database)
    expect(fields(await complete(officer, { referralId, given: { ...everything, rating: 'purple', address: '' }, cannot: ['parent', 'born'] }))).toEqual(['given.rating', 'given.address'])
    expect(fields(await complete(officer, { referralId, given: { ...everything, parent: '' }, cannot: ['parent'] }))).toEqual(['why'])
    expect(await fingerprint(database)).toEqual(before)
    expect(await complete(officer, { referralId, given: { ...everything, parent: '' }, cannot: ['parent'], why: 'Nobody was at home' })).toMatchObject({ ok: true })
  })

  it('is completed by nobody beyond its borough, by no partner, and no referral is one', async () => {
    const officer = await aMashOfficer(database)
    const { referralId } = await aChecklist(officer)
    const plain = await aReferral(officer, { children: [{ givenName: 'Plain', familyName: 'Referral' }] })
    const before = await fingerprint(database, ['account', 'team', 'membership'])
    expect(await complete(await aMashOfficer(database, 'sutton'), { referralId, given: everything })).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await complete(await aTeacher(database), { referralId, given: everything })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await complete(await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['bromley'] }), { referralId, given: everything })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await complete(officer, { referralId: plain.referralId, given: everything })).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await fingerprint(database, ['account', 'team', 'membership'])).toEqual(before)
  })

  it('rated by a social worker after a blue one, counts from its receipt; made a referral, it is decided once', async () => {
    const officer = await aMashOfficer(database)
    const { referralId } = await aChecklist(officer, { rag: 'blue', children: [{ givenName: 'Blue', familyName: 'Skye' }] })
    expect(await perform(setRag, await aSocialWorker(database), { referralId, rag: 'red', reason: 'A second call' }, { key: randomUUID(), now: later })).toMatchObject({ ok: true })
    expect((await duties(referralId, 'mash-assessment-overdue')).map((duty) => duty.due_at.toISOString())).toEqual(['2016-05-16T12:00:00.000Z'])
    const children = await database.admin<{ person_id: string }>('SELECT person_id FROM referral_person WHERE referral_id = $1', [referralId])
    await aReferral(await aDecisionMaker(database), { contactId: referralId, fromAgency: 'police', children: [{ personId: children[0]?.person_id }] }, later)
    expect(await database.admin('SELECT 1 FROM referral WHERE id = $1 AND became_referral_id IS NOT NULL', [referralId])).toHaveLength(1)
  })
})

it('a partner who sent a live emergency is told to call 999, until an outcome is told or a day has passed', async () => {
  const teacher = await aTeacher(database)
  const sent = async (overrides: Record<string, unknown>) => (await aReferral(teacher, overrides)).referralId
  const [live, none] = [await sent({ emergency: 'danger-now', emergencyCall: 'made', callReference: 'CAD 1422' }), await sent({ emergency: 'none' })]
  expect(await sentReferral(teacher, live, later)).toMatchObject({ danger: true, fresh: true })
  expect(await sentReferral(teacher, none, later)).toMatchObject({ danger: false })
  expect(await sentReferral(teacher, live, new Date(MONDAY_NINE.getTime() + 25 * 3_600_000))).toMatchObject({ danger: true, fresh: false })
  await database.admin('UPDATE referral SET outcome_told_at = $2 WHERE id = $1', [live, later])
  expect(await sentReferral(teacher, live, later)).toMatchObject({ danger: true, fresh: false })
})
