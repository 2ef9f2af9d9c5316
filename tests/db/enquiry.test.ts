import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import type { Act } from '@/lib/acts/act'
import type { Outcome } from '@/lib/acts/outcome'
import { perform } from '@/lib/acts/perform'
import { answerRequest } from '@/lib/enquiry/acts/answer-request'
import { askAgencies } from '@/lib/enquiry/acts/ask-agencies'
import { chaseRequest } from '@/lib/enquiry/acts/chase-request'
import { passToCsc } from '@/lib/enquiry/acts/pass-to-csc'
import { recordConsent } from '@/lib/enquiry/acts/record-consent'
import { recordDisclosure } from '@/lib/enquiry/acts/record-disclosure'
import { recordResearch } from '@/lib/enquiry/acts/record-research'
import { takeDownAnswer } from '@/lib/enquiry/acts/take-down-answer'
import { withdrawRequest } from '@/lib/enquiry/acts/withdraw-request'
import { askedOfUs, askedPage } from '@/lib/enquiry/asked'
import { enquiryOf } from '@/lib/enquiry/queries'
import { sharingLedger } from '@/lib/enquiry/shared-lines'
import type { z } from 'zod'
import { aDecisionMaker, aMashOfficer, anActor, aSocialWorker, aTeacher, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aQuestion, questionOf, teamOf } from '@/tests/support/enquiries'
import { fingerprint } from '@/tests/support/fingerprint'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 3_600_000)
const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000)

let officer: Actor, worker: Actor, decider: Actor, teacher: Actor, otherTeacher: Actor, nurse: Actor, auditor: Actor
beforeAll(async () => {
  [officer, worker, decider, teacher, otherTeacher] = [await aMashOfficer(database), await aSocialWorker(database), await aDecisionMaker(database), await aTeacher(database), await aTeacher(database)]
  nurse = await anActor(database, { role: 'partner', agency: 'health', boroughs: ['sutton'], name: 'Nurse Ingrid Mallowfield' })
  auditor = await anActor(database, { role: 'auditor', agency: 'other', boroughs: [] })
})

const send = (act: Act<z.ZodType>, actor: Actor, input: unknown, at = now): Promise<Outcome> => perform(act, actor, input, { key: randomUUID(), now: at })
/** Refused, and no row touched: asked before and after. */
async function leavesEverything(act: Act<z.ZodType>, actor: Actor, input: unknown, expected: object, except: string[] = [], at = now): Promise<void> {
  const before = await fingerprint(database, except)
  expect(await send(act, actor, input, at)).toMatchObject(expected)
  expect(await fingerprint(database, except)).toEqual(before)
}
const invalid = (field: string) => ({ ok: false, kind: 'invalid', problems: [expect.objectContaining({ field })] })
const held = { kind: 'held', answer: 'Absent nine days since Easter.', basis: 'public-task' }
const duties = (requestId: string) => database.admin('SELECT met_at, ended_at, ended_why, due_at, owed_by, borough FROM deadline WHERE item_id = $1 AND superseded_at IS NULL', [requestId])

describe('asking agencies', () => {
  it('puts the question to each team, starts its clock, says what was told to whom, and records consent once', async () => {
    const { referralId } = await aReferral(officer)
    const outcome = await send(askAgencies, officer, questionOf(referralId, [teamOf(teacher), teamOf(nurse)], now, { otherAgency: 'voluntary', otherName: 'Saturday club' }))
    expect(outcome).toMatchObject({ ok: true, result: { goTo: `/referrals/${referralId}`, says: '3 agencies asked.' } })
    const rows = await database.admin('SELECT id, agency, team_id, to_words, asked_agency FROM information_request WHERE referral_id = $1 ORDER BY agency', [referralId])
    expect(rows.map((row) => [row['agency'], row['team_id'], row['to_words'], row['asked_agency']])).toEqual([
      ['education', teamOf(teacher), null, 'police'], ['health', teamOf(nurse), null, 'police'], ['voluntary', null, 'Saturday club', 'police']])
    for (const row of rows) expect(await duties(String(row['id']))).toMatchObject([{ due_at: later(4), owed_by: 'asked-agency', borough: 'bromley', met_at: null }])
    const view = await enquiryOf(decider, referralId, now)
    expect(view).toMatchObject({ summary: '3 agencies asked: 3 have time left.', consent: { words: 'Consent dispensed with', why: 'To ask the mother would put the child at risk.' } })
    expect(view?.shared).toHaveLength(3)
    expect(await database.admin('SELECT 1 FROM disclosure d JOIN entry e ON e.id = d.entry_id AND e.referral_id = d.referral_id WHERE d.referral_id = $1', [referralId])).toHaveLength(3)
    // What stands is taken for the next question.
    expect(await send(askAgencies, officer, questionOf(referralId, [teamOf(teacher)], now, { consent: '', consentWhy: '' }))).toMatchObject({ ok: true })
    expect((await enquiryOf(decider, referralId, now))?.earlierConsent).toEqual([])
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['nobody to ask', { teams: [] }, 'teams'], ['a team that is none', { teams: [randomUUID()] }, 'teams'], ['no question', { question: ' ' }, 'question'], ['no purpose', { purpose: '' }, 'purpose'],
    ['no basis', { basis: 'because' }, 'basis'], ['a time that is past', { dueAt: now.toISOString() }, 'dueAt'], ['a time beyond all enquiry', { dueAt: later(24 * 29).toISOString() }, 'dueAt'],
    ['consent left open', { consent: '' }, 'consent'], ['dispensed with and no why', { consentWhy: '' }, 'consentWhy'], ['given by nobody', { consent: 'given' }, 'consentWhose'],
    ['an agency without a name', { otherAgency: 'health' }, 'otherName'], ['a name without an agency', { otherName: 'Somebody' }, 'otherAgency'],
  ])('%s: told beside the field, nothing written', async (_what, wrong, field) => {
    const { referralId } = await aReferral(officer)
    await leavesEverything(askAgencies, officer, questionOf(referralId, [teamOf(teacher)], now, wrong), invalid(field))
  })

  it('consent is no basis where nobody gave it: refused with the way forward, and recorded', async () => {
    const { referralId } = await aReferral(officer)
    const input = questionOf(referralId, [teamOf(teacher)], now, { basis: 'consent' })
    for (const _ of [1, 2]) {
      await leavesEverything(askAgencies, officer, input, { ok: false, kind: 'refused', refusals: [{ rule: 'basis-without-consent', clause: 'mash-consent' }] }, ['entry', 'entry_payload', 'entry_subject', 'ledger_head', 'figure_fact'])
    }
    expect(await database.admin(`SELECT 1 FROM entry WHERE referral_id = $1 AND kind = 'act-refused'`, [referralId])).toHaveLength(2)
    expect(await send(askAgencies, officer, { ...input, consent: 'given', consentWhose: 'Her mother' })).toMatchObject({ ok: true })
  })

  it('an office of audit is asked nothing; one key asks once', async () => {
    const { referralId } = await aReferral(officer)
    const central = randomUUID()
    await database.admin(`INSERT INTO team (id, code, name, agency, kind, boroughs) VALUES ($1, $2, 'Audit', 'other', 'central', '{}')`, [central, central])
    await leavesEverything(askAgencies, officer, questionOf(referralId, [central], now), invalid('teams'))
    const key = randomUUID()
    const twice = await Promise.all([1, 2].map(() => perform(askAgencies, officer, questionOf(referralId, [teamOf(teacher)], now), { key, now })))
    expect(twice.map((one) => one.ok)).toEqual([true, true])
    expect(await database.admin('SELECT 1 FROM information_request WHERE referral_id = $1', [referralId])).toHaveLength(1)
  })
})

describe('the agency that was asked', () => {
  it('answers for itself: the clock is met, the words are before the decision maker, what it shared is in the ledger', async () => {
    const { referralId } = await aReferral(officer)
    const requestId = await aQuestion(officer, referralId, teacher, now)
    expect(await send(answerRequest, teacher, { requestId, ...held }, later(1))).toMatchObject({ ok: true, result: { goTo: `/asked/${requestId}` } })
    expect(await duties(requestId)).toMatchObject([{ met_at: later(1) }])
    const view = await enquiryOf(decider, referralId, later(2))
    expect(view?.requests[0]).toMatchObject({ state: 'held', answers: [{ says: 'Answered', words: 'Absent nine days since Easter.', basis: 'on the basis of safeguarding a child at risk' }] })
    expect(view?.shared[0]).toMatchObject({ from: 'Education', to: 'Police', shared: true })
    const [entry] = await database.admin<{ agency: string; recorded_by: string }>(`SELECT agency, recorded_by FROM entry WHERE referral_id = $1 AND kind = 'information-answered'`, [referralId])
    expect(entry).toEqual({ agency: 'education', recorded_by: teacher.accountId })
  })

  it('refuses with its reason: it is an answer, a line of what was not shared, and may be added to', async () => {
    const { referralId } = await aReferral(officer)
    const requestId = await aQuestion(officer, referralId, teacher, now)
    expect(await send(answerRequest, teacher, { requestId, kind: 'refused', reason: 'The parent objects.', answer: 'not kept' }, later(5))).toMatchObject({ ok: true })
    let view = await enquiryOf(decider, referralId, later(6))
    expect(view).toMatchObject({ summary: '1 agency asked: 1 refused to share.', requests: [{ state: 'refused', answers: [{ words: 'The parent objects.' }] }] })
    expect(view?.requests[0]?.answers[0]?.when).toContain('late by 1 h')
    expect(view?.shared[0]).toMatchObject({ shared: false, why: 'The parent objects.' })
    expect(await database.admin('SELECT answer FROM information_answer WHERE request_id = $1', [requestId])).toEqual([{ answer: null }])
    expect(await send(answerRequest, teacher, { requestId, ...held }, later(7))).toMatchObject({ ok: true })
    view = await enquiryOf(decider, referralId, later(8))
    expect(view?.requests[0]).toMatchObject({ state: 'held', answers: [{ kind: 'refused' }, { kind: 'held' }] })
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['holds something and says nothing', { kind: 'held', basis: 'public-task' }, 'answer'], ['shares on no basis', { kind: 'held', answer: 'x' }, 'basis'], ['refuses without a reason', { kind: 'refused' }, 'reason'], ['says neither', { kind: '' }, 'kind'],
  ])('%s: told beside the field', async (_what, wrong, field) => {
    const { referralId } = await aReferral(officer)
    const requestId = await aQuestion(officer, referralId, teacher, now)
    await leavesEverything(answerRequest, teacher, { requestId, ...wrong }, invalid(field))
  })

  it('sees that question and its own answer, and nothing else', async () => {
    const { referralId } = await aReferral(officer, { narrative: 'PLANTED narrative', adults: [{ givenName: 'Planted', familyName: 'Adultname', role: 'suspect' }] })
    const requestId = await aQuestion(officer, referralId, teacher, now)
    const elsewhere = await aQuestion(officer, referralId, nurse, now, { question: 'PLANTED question to health' })
    await send(answerRequest, nurse, { requestId: elsewhere, kind: 'held', answer: 'PLANTED answer of health', basis: 'public-task' })
    const seen = JSON.stringify([await askedPage(teacher, requestId, now), await askedOfUs(teacher, { answered: false }, now), await askedOfUs(teacher, { answered: true }, now)])
    expect(seen).toContain('How has she been at school')
    for (const planted of ['PLANTED', 'Adultname', referralId, 'risk at home', 'put the child at risk', teamOf(nurse)]) expect(seen, planted).not.toContain(planted)
    expect(await askedPage(teacher, elsewhere, now)).toBeNull()
    expect(await askedPage(otherTeacher, requestId, now)).toBeNull()
    expect(await enquiryOf(teacher, referralId, now)).toBeNull()
    expect(await database.admin(`SELECT 1 FROM reading_log WHERE account_id = $1 AND person_id IS NOT NULL AND page = 'a question to our agency'`, [teacher.accountId])).not.toEqual([])
  })

  it('answers no question of another team, twice over; and none that was withdrawn', async () => {
    const { referralId } = await aReferral(officer)
    const requestId = await aQuestion(officer, referralId, teacher, now)
    for (const stranger of [otherTeacher, nurse, officer]) await leavesEverything(answerRequest, stranger, { requestId, ...held }, { ok: false, kind: 'not-found' })
    expect(await send(withdrawRequest, officer, { requestId, why: 'Asked of the wrong school' })).toMatchObject({ ok: true })
    expect(await duties(requestId)).toMatchObject([{ ended_why: 'withdrawn' }])
    for (const _ of [1, 2]) await leavesEverything(answerRequest, teacher, { requestId, ...held }, { ok: false, kind: 'conflict' })
    expect((await enquiryOf(decider, referralId, now))?.requests[0]).toMatchObject({ state: 'withdrawn', withdrawn: expect.stringContaining('Asked of the wrong school') })
  })
})

describe('the mail', () => {
  it('goes to those who may answer, when they are asked and when they are chased, with a reference and a link and no word that was typed', async () => {
    const { referralId } = await aReferral(officer)
    const requestId = await aQuestion(officer, referralId, teacher, now)
    await send(chaseRequest, officer, { requestId })
    const mails = await database.admin('SELECT kind, to_account, path, row_to_json(mail)::text AS row FROM mail WHERE about_id = $1 ORDER BY kind', [requestId])
    expect(mails.map((mail) => [mail['kind'], mail['to_account'], mail['path']])).toEqual([['question', teacher.accountId, `/asked/${requestId}`], ['question-chased', teacher.accountId, `/asked/${requestId}`]])
    for (const mail of mails) expect(String(mail['row'])).not.toMatch(/Ottoline|Brackwater|Easter|risk|neglect/i)
  })

  it('tells who asked that an answer is there, and nobody who wrote it down themselves', async () => {
    const { referralId } = await aReferral(officer)
    const [requestId, ownId] = [await aQuestion(officer, referralId, teacher, now), await aQuestion(officer, referralId, teacher, now)]
    const told = () => database.admin(`SELECT about_id, to_account, path, row_to_json(mail)::text AS row FROM mail WHERE about_id = ANY ($1) AND kind = 'question-answered'`, [[requestId, ownId]])
    expect(await send(takeDownAnswer, officer, { requestId: ownId, kind: 'nothing-held', saidBy: 'The head teacher' })).toMatchObject({ ok: true })
    expect(await told()).toEqual([])
    expect(await send(answerRequest, teacher, { requestId, ...held })).toMatchObject({ ok: true })
    const mails = await told()
    expect(mails).toMatchObject([{ about_id: requestId, to_account: officer.accountId, path: `/referrals/${referralId}` }])
    for (const mail of mails) expect(String(mail['row'])).not.toMatch(/Ottoline|Brackwater|Easter|risk|neglect|school/i)
  })
})

describe('who does not answer', () => {
  it('is chased in one press, on record with the duty; answered, there is nothing to chase', async () => {
    const { referralId } = await aReferral(officer)
    const requestId = await aQuestion(officer, referralId, teacher, now)
    for (const at of [later(5), later(6)]) expect(await send(chaseRequest, worker, { requestId }, at)).toMatchObject({ ok: true, result: { says: 'Education chased.' } })
    const view = await enquiryOf(decider, referralId, later(7))
    expect(view).toMatchObject({ summary: '1 agency asked: 1 silent past its time, by 3 h.', requests: [{ state: 'late', chased: expect.stringContaining('Chased twice') }] })
    expect((await askedPage(teacher, requestId, later(7)))?.chased).toContain('Chased twice')
    expect(await database.admin(`SELECT 1 FROM entry e JOIN entry_payload p ON p.entry_id = e.id JOIN deadline d ON p.body->>'of' = d.id::text WHERE e.kind = 'duty-chased' AND d.item_id = $1`, [requestId])).toHaveLength(2)
    await send(answerRequest, teacher, { requestId, ...held }, later(8))
    for (const _ of [1, 2]) await leavesEverything(chaseRequest, worker, { requestId }, { ok: false, kind: 'conflict' }, [], later(9))
    await leavesEverything(withdrawRequest, worker, { requestId, why: 'x' }, { ok: false, kind: 'conflict' }, [], later(9))
  })

  it('may say it by telephone: taken down under the name of who said it', async () => {
    const { referralId } = await aReferral(officer)
    const outcome = await send(askAgencies, officer, questionOf(referralId, [], now, { otherAgency: 'health', otherName: 'Dr Aurelie Stone, Northgate Surgery' }))
    const requestId = outcome.ok ? outcome.result.ids['requestId0'] : undefined
    await leavesEverything(takeDownAnswer, worker, { requestId, ...held, saidBy: '' }, invalid('saidBy'))
    expect(await send(takeDownAnswer, worker, { requestId, ...held, saidBy: 'Dr Stone' }, later(1))).toMatchObject({ ok: true })
    const view = await enquiryOf(decider, referralId, later(2))
    expect(view?.requests[0]).toMatchObject({ to: 'Dr Aurelie Stone, Northgate Surgery', onItsPage: false, state: 'held' })
    expect(view?.requests[0]?.answers[0]?.when).toContain('Dr Stone, taken down by')
  })
})

describe('consent, research and sharing', () => {
  it.each<[Record<string, unknown>, string]>([
    [{ consent: 'given' }, 'whose'], [{ consent: 'refused' }, 'whose'], [{ consent: 'dispensed-with' }, 'why'], [{ consent: 'not-sought' }, 'why'], [{ consent: 'maybe' }, 'consent'],
  ])('consent %j is not whole', async (said, field) => {
    const { referralId } = await aReferral(officer)
    await leavesEverything(recordConsent, officer, { referralId, ...said }, invalid(field))
  })

  it('the newest consent stands and the earlier stay', async () => {
    const { referralId } = await aReferral(officer)
    await send(recordConsent, officer, { referralId, consent: 'not-sought', why: 'The mother cannot be reached' })
    await send(recordConsent, worker, { referralId, consent: 'given', whose: 'Her mother' }, later(1))
    expect(await enquiryOf(decider, referralId, later(2))).toMatchObject({ consent: { words: 'Consent given by Her mother' }, earlierConsent: [{ words: 'Consent not sought', why: 'The mother cannot be reached' }] })
  })

  it('research says which system was searched, for whom, and what is there; the last of them closes the task', async () => {
    const { referralId } = await aReferral(officer)
    const check = { referralId, systems: ['merlin', 'pnc'], held: 'no', consent: 'not-sought', consentWhy: 'An unexplained injury' }
    await leavesEverything(recordResearch, officer, { ...check, consent: '' }, invalid('consent'))
    await leavesEverything(recordResearch, officer, { ...check, systems: [] }, invalid('systems'))
    await leavesEverything(recordResearch, officer, { ...check, held: 'yes' }, invalid('found'))
    await leavesEverything(recordResearch, officer, { ...check, personId: randomUUID() }, invalid('personId'))
    expect(await send(recordResearch, officer, check)).toMatchObject({ ok: true, result: { says: '2 checks on record.' } })
    expect(await send(recordResearch, officer, { referralId, systems: ['health'], held: 'yes', found: 'Two missed appointments', all: true }, later(1))).toMatchObject({ ok: true })
    expect((await enquiryOf(decider, referralId, later(2)))?.research.map((row) => [row.system, row.held, row.found])).toEqual([
      ['Merlin', false, null], ['Police National Computer', false, null], ['Health record', true, 'Two missed appointments']])
    const kinds = (await database.admin<{ kind: string }>(`SELECT kind FROM entry WHERE referral_id = $1 ORDER BY seq`, [referralId])).map(({ kind }) => kind)
    expect(kinds.filter((kind) => ['research-recorded', 'intelligence-checked'].includes(kind))).toEqual(['research-recorded', 'intelligence-checked'])
  })

  it('what is shared has a basis, what is not shared a reason; the auditor reads both, and each is an entry', async () => {
    const { referralId } = await aReferral(officer)
    await leavesEverything(recordDisclosure, officer, { referralId, shared: 'yes', toAgency: 'housing', what: 'The address' }, invalid('basis'))
    await leavesEverything(recordDisclosure, officer, { referralId, shared: 'no', toAgency: 'housing', what: 'The medical findings' }, invalid('why'))
    expect(await send(recordDisclosure, officer, { referralId, shared: 'yes', toAgency: 'housing', toWords: 'Ms Quinella Hart', what: 'The address', basis: 'public-task' })).toMatchObject({ ok: true })
    expect(await send(recordDisclosure, officer, { referralId, shared: 'no', toAgency: 'family', what: 'Who made the referral', why: 'It would put the referrer at risk' }, later(1))).toMatchObject({ ok: true })
    const ledger = await sharingLedger(auditor, { withheld: false }, later(2))
    expect(ledger?.lines.filter((line) => line.referral?.id === referralId).map((line) => [line.shared, line.to, line.what, line.basis ?? line.why])).toEqual([
      [false, 'The family', 'Who made the referral', 'It would put the referrer at risk'], [true, 'Housing, Ms Quinella Hart', 'The address', 'safeguarding a child at risk']])
    expect((await sharingLedger(auditor, { withheld: true }, later(2)))?.lines.every((line) => !line.shared)).toBe(true)
    for (const other of [officer, decider, teacher]) expect(await sharingLedger(other, { withheld: false }, later(2))).toBeNull()
    expect((await database.admin<{ kind: string }>(`SELECT e.kind FROM disclosure d JOIN entry e ON e.id = d.entry_id WHERE d.referral_id = $1 ORDER BY e.seq`, [referralId])).map(({ kind }) => kind)).toEqual(['information-shared', 'information-withheld'])
  })

  it('the words are shut where a child of it is restricted, to the auditor too; that there was sharing is not', async () => {
    const { referralId } = await aReferral(officer)
    const requestId = await aQuestion(officer, referralId, teacher, now)
    await send(answerRequest, teacher, { requestId, ...held })
    await database.admin(`UPDATE person SET restricted = true WHERE id IN (SELECT person_id FROM referral_person WHERE referral_id = $1)`, [referralId])
    const view = await enquiryOf(decider, referralId, later(1))
    expect(JSON.stringify(view)).not.toMatch(/Absent nine days|since Easter|Brackwater|put the child/)
    expect(view?.requests[0]).toMatchObject({ state: 'held', question: null })
    const lines = (await sharingLedger(auditor, { withheld: false }, later(1)))?.lines.filter((line) => line.referral?.id === referralId)
    expect(lines?.map((line) => line.what)).toEqual([null, null])
    // Its own question is still the school's.
    expect((await askedPage(teacher, requestId, later(1)))?.question).toContain('since Easter')
  })
})

describe('passing to children’s social care', () => {
  it('is recorded once, with who took it, and is a line of the ledger', async () => {
    const { referralId } = await aReferral(officer, { toAgency: 'police', concern: 'cse' })
    const input = { referralId, to: 'Ms Adeyemi, duty manager', basis: 'public-task' }
    expect((await enquiryOf(officer, referralId, now))?.may.pass).toBe(true)
    expect((await enquiryOf(worker, referralId, now))?.may.pass).toBe(false)
    expect(await send(passToCsc, officer, input)).toMatchObject({ ok: true })
    for (const _ of [1, 2]) await leavesEverything(passToCsc, officer, input, { ok: false, kind: 'conflict' })
    expect(await enquiryOf(officer, referralId, later(1))).toMatchObject({ passed: expect.stringContaining('Passed to children’s social care'), may: { pass: false }, shared: [{ to: 'Children\'s social care, Ms Adeyemi, duty manager' }] })
  })
})

describe('the rows themselves', () => {
  it.each(['information_answer', 'consent_record', 'research_check', 'disclosure'])('%s is added to and never changed', async (table) => {
    await expect(database.admin(`UPDATE ${table} SET id = id`)).rejects.toThrow(/append-only/)
    await expect(database.admin(`DELETE FROM ${table}`)).rejects.toThrow(/append-only/)
  })

  it('a question is chased or withdrawn, never edited', async () => {
    const { referralId } = await aReferral(officer)
    const requestId = await aQuestion(officer, referralId, teacher, now)
    await expect(database.admin(`UPDATE information_request SET question = 'x' WHERE id = $1`, [requestId])).rejects.toThrow(/never edited/)
    await expect(database.admin('DELETE FROM information_request WHERE id = $1', [requestId])).rejects.toThrow(/never deleted/)
  })
})
