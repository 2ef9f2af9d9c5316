import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { circulateRecord } from '@/lib/meetings/acts/circulate-record'
import { givePosition } from '@/lib/meetings/acts/give-position'
import { completeRecord } from '@/lib/strategy/complete-record'
import { recordStrategyDiscussion } from '@/lib/strategy/record-strategy-discussion'
import { aCaitSupervisor, aDecisionMaker, aMashOfficer, anActor, aSocialWorker, aTeacher } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aRecordedDiscussion, childrenOf, discussionOf, HEALTH, MANAGER, POLICE, SCHOOL, SOCIAL_WORKER } from '@/tests/support/recorded-discussions'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
const TEN = new Date('2016-05-16T09:00:00.000Z')
const NOON = new Date('2016-05-16T11:00:00.000Z')

const duties = (referralId: string) => database.admin<{ child_id: string; rule: string; met_at: Date | null; ended_at: Date | null }>(
  `SELECT child_id, rule, met_at, ended_at FROM deadline WHERE child_id IN (SELECT person_id FROM referral_person WHERE referral_id = $1) AND superseded_at IS NULL ORDER BY rule, child_id`, [referralId])
const state = async (referralId: string, rule: string): Promise<string[]> =>
  (await duties(referralId)).filter((row) => row.rule === `strategy-discussion/${rule}`).map((row) => (row.met_at ? 'met' : row.ended_at ? 'ended' : 'open'))
const rows = async (): Promise<number[]> => {
  const [counts] = await database.admin<{ n: number[] }>(`SELECT ARRAY[(SELECT count(*) FROM meeting), (SELECT count(*) FROM action), (SELECT count(*) FROM meeting_position),
    (SELECT count(*) FROM entry WHERE kind <> 'act-refused')]::int[] AS n`)
  return counts?.n ?? []
}
const record = (actor: Actor, input: unknown, now = NOON, key: string = randomUUID()) => perform(recordStrategyDiscussion, actor, input, { key, now })

/** Two siblings referred by their school for serious neglect. */
async function siblings(actor: Actor): Promise<{ referralId: string; children: string[] }> {
  const { referralId } = await aReferral(actor, { concern: 'serious-neglect', children: [
    { givenName: 'Ottoline', familyName: 'Brackwater', bornOn: '2007-03-01' }, { givenName: 'Casper', familyName: 'Brackwater', bornOn: '2010-09-12' }] })
  return { referralId, children: await childrenOf(database, referralId) }
}

describe('recording a strategy discussion', () => {
  it('that is quorate meets every clock of both siblings in one act, and starts the clock of its action', async () => {
    const officer = await aMashOfficer(database)
    const { referralId, children } = await siblings(officer)
    const { meetingId, actionId } = await aRecordedDiscussion(officer, children, referralId, TEN)
    for (const band of ['same-day', 'force-24h', 'standard']) expect(await state(referralId, band)).toEqual(['met', 'met'])
    const entries = await database.admin<{ kind: string; subject_ids: string[]; body: Record<string, unknown> }>(
      `SELECT e.kind, e.subject_ids, p.body FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE e.referral_id = $1 AND e.kind LIKE ANY (ARRAY['strategy%', 'action%']) ORDER BY e.seq`, [referralId])
    expect(entries.map((entry) => [entry.kind, entry.subject_ids.length])).toEqual([['strategy-discussion-held', 2], ['action-set', 2]])
    expect(entries[0]?.body).toMatchObject({ participants: ['social-worker', 'social-work-manager', 'health', 'police', 'education'], plan_recorded: true, meeting_id: meetingId, quorate: true })
    expect(await database.admin(`SELECT due_at, day_end, count(*)::int AS n FROM deadline WHERE rule = 'action/own-date' AND item_id = $1 GROUP BY 1, 2`, [actionId]))
      .toEqual([{ due_at: new Date('2016-05-18T23:00:00Z'), day_end: true, n: 2 }])
    expect(await database.admin(`SELECT quorate, missing FROM meeting WHERE id = $1`, [meetingId])).toEqual([{ quorate: true, missing: [] }])
  })

  it('by police and social care alone is held and not quorate: the 24-hour target stops, the procedure runs on and the full meeting is asked for', async () => {
    const worker = await aSocialWorker(database)
    const { referralId, children } = await siblings(worker)
    const { meetingId, says } = await aRecordedDiscussion(worker, children, referralId, TEN, { mode: 'telephone', participants: [SOCIAL_WORKER, POLICE] })
    expect(says).toContain('not quorate')
    expect(await state(referralId, 'force-24h')).toEqual(['met', 'met'])
    for (const open of ['same-day', 'standard', 'two-agency-followup', 'quorum']) expect(await state(referralId, open)).toEqual(['open', 'open'])
    expect(await database.admin(`SELECT quorate, missing, quorum_pack FROM meeting WHERE id = $1`, [meetingId]))
      .toEqual([{ quorate: false, missing: ['social-work-manager', 'health', 'referrer:education'], quorum_pack: 'mps-2016' }])
    await aRecordedDiscussion(worker, children, referralId, NOON)
    for (const met of ['same-day', 'standard', 'two-agency-followup', 'quorum']) expect(await state(referralId, met)).toEqual(['met', 'met'])
  })

  it('counts the referring agency by its own name: a referrer from elsewhere does not stand in for the school', async () => {
    const worker = await aSocialWorker(database)
    const { referralId, children } = await siblings(worker)
    const { meetingId } = await aRecordedDiscussion(worker, children, referralId, TEN, { participants: [SOCIAL_WORKER, MANAGER, HEALTH, POLICE, { ...SCHOOL, agency: 'probation' }] })
    expect(await database.admin(`SELECT missing FROM meeting WHERE id = $1`, [meetingId])).toEqual([{ missing: ['referrer:education'] }])
  })

  it('needs fostering for the one child who is looked after, and is not quorate for both then', async () => {
    const worker = await aSocialWorker(database)
    const { referralId, children } = await siblings(worker)
    await database.admin(`UPDATE person SET looked_after = true WHERE id = $1`, [children[0]])
    const { meetingId } = await aRecordedDiscussion(worker, children, referralId, TEN)
    expect(await database.admin(`SELECT quorate, missing FROM meeting WHERE id = $1`, [meetingId])).toEqual([{ quorate: false, missing: ['fostering'] }])
    const standard = (await duties(referralId)).filter((row) => row.rule === 'strategy-discussion/standard')
    expect(Object.fromEntries(standard.map((row) => [row.child_id, row.met_at !== null]))).toEqual({ [children[0] ?? '']: false, [children[1] ?? '']: true })
  })

  it('that is not complete is taken, and says what is missing until an action is set', async () => {
    const worker = await aSocialWorker(database)
    const { referralId, children } = await siblings(worker)
    await aRecordedDiscussion(worker, children, referralId, TEN, { decision: '', decisionReason: '', enquiry: '', actions: [{}], informationShared: '' })
    expect(await state(referralId, 'plan-missing')).toEqual(['open', 'open'])
  })

  it('held yesterday and written down today counts from when it was held', async () => {
    const worker = await aSocialWorker(database)
    const { referralId, children } = await siblings(worker)
    await aRecordedDiscussion(worker, children, referralId, new Date('2016-05-18T09:00:00Z'), { heldAt: TEN.toISOString() })
    const [sameDay] = (await duties(referralId)).filter((row) => row.rule === 'strategy-discussion/same-day')
    expect(sameDay?.met_at).toEqual(TEN)
  })

  it('posted twice is one discussion', async () => {
    const worker = await aSocialWorker(database)
    const { referralId, children } = await siblings(worker)
    const key = randomUUID()
    const input = discussionOf(children, referralId, TEN)
    const both = await Promise.all([record(worker, input, NOON, key), record(worker, input, NOON, key)])
    expect(both.map((outcome) => outcome.ok && outcome.result.ids['meetingId'])[0]).toBe(both.map((outcome) => outcome.ok && outcome.result.ids['meetingId'])[1])
    expect(await database.admin(`SELECT 1 FROM meeting WHERE referral_id = $1`, [referralId])).toHaveLength(1)
  })

  it('refuses a joint enquiry that names no police officer, and keeps the attempt on record', async () => {
    const worker = await aSocialWorker(database)
    const { referralId, children } = await siblings(worker)
    const before = await rows()
    const outcome = await record(worker, discussionOf(children, referralId, TEN, { policeOfficer: ' ' }))
    expect(outcome).toMatchObject({ ok: false, kind: 'refused', refusals: [{ rule: 'joint-enquiry-without-officer', clause: 'sd-police-role', field: 'policeOfficer' }] })
    expect(await rows()).toEqual(before)
    expect(await database.admin(`SELECT kind FROM entry WHERE referral_id = $1 AND kind = 'act-refused'`, [referralId])).toHaveLength(1)
  })

  it.each([
    ['in the future', { heldAt: '2016-05-16T11:00:01Z' }, 'heldAt'],
    ['before any calendar', { heldAt: '1990-01-01T11:00:00Z' }, 'heldAt'],
    ['without a time', { heldAt: 'yesterday' }, 'heldAt'],
    ['of one voice', { participants: [POLICE] }, 'participants'],
    ['with a nameless part', { participants: [POLICE, { part: 'health', agency: 'health', name: ' ' }] }, 'participants.1.name'],
    ['with one person as worker and as manager', { participants: [SOCIAL_WORKER, { ...MANAGER, name: 'saffron oyelaran' }, POLICE] }, 'participants.1.name'],
    ['with a decision and no reason', { decisionReason: '' }, 'decisionReason'],
    ['with a section 47 enquiry by nobody', { enquiry: '' }, 'enquiry'],
    ['with an unknown decision', { decision: 'whatever' }, 'decision'],
    ['with an action due before it', { actions: [{ what: 'See the child', ownerAgency: 'csc', ownerName: 'S', dueOn: '2016-05-15' }] }, 'actions.0.dueOn'],
    ['with an action of nobody', { actions: [{ what: 'See the child', dueOn: '2016-05-18' }] }, 'actions.0.ownerAgency'],
    ['with an action on no day', { actions: [{ what: 'See', ownerAgency: 'csc', ownerName: 'S', dueOn: '2016-02-30' }] }, 'actions.0.dueOn'],
    ['about nobody', { children: [] }, 'children'],
    ['with signs that cannot be kept', { riskAnalysis: 'a\u0000b' }, 'riskAnalysis'],
  ])('%s is an error beside its field and writes nothing', async (_, wrong, field) => {
    const worker = await aSocialWorker(database)
    const { referralId, children } = await siblings(worker)
    const before = await rows()
    const outcome = await record(worker, discussionOf(children, referralId, TEN, wrong))
    expect(outcome).toMatchObject({ ok: false, kind: 'invalid' })
    expect(outcome.ok === false && outcome.kind === 'invalid' && outcome.problems.map((problem) => problem.field)).toContain(field)
    expect(await rows()).toEqual(before)
  })

  it('is for those who may, of a borough of theirs, about children within their reach', async () => {
    const worker = await aSocialWorker(database)
    const { referralId, children } = await siblings(worker)
    const before = await rows()
    const input = discussionOf(children, referralId, TEN)
    for (const role of ['borough-manager', 'auditor', 'mase-chair', 'exploitation-assessor', 'despatch-supervisor', 'london-lead', 'administrator'] as const) {
      const other = await anActor(database, { role, agency: 'csc', boroughs: ['bromley'] })
      expect(await record(other, input)).toMatchObject({ ok: false, kind: 'forbidden' })
    }
    expect(await record(await aTeacher(database), input)).toMatchObject({ ok: false, kind: 'forbidden' })
    const elsewhere = await aSocialWorker(database, 'hackney')
    expect(await record(elsewhere, input)).toEqual({ ok: false, kind: 'not-found' })
    expect(await record(elsewhere, { ...input, referralId: null, borough: 'hackney' })).toEqual({ ok: false, kind: 'not-found' })
    expect(await record(elsewhere, { ...input, referralId: null, borough: 'bromley' })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await rows()).toEqual(before)
  })

  it('about a restricted child goes through the referral in hand, and not by knowing the id', async () => {
    const worker = await aSocialWorker(database)
    const { referralId, children } = await siblings(worker)
    await database.admin(`UPDATE person SET restricted = true WHERE id = ANY ($1)`, [children])
    expect(await record(worker, discussionOf(children, null, TEN, { borough: 'bromley' }))).toEqual({ ok: false, kind: 'not-found' })
    expect((await record(worker, discussionOf(children, referralId, TEN))).ok).toBe(true)
  })

  it('carried over from another system keeps what is not known as not known', async () => {
    const worker = await aSocialWorker(database)
    const { referralId, children } = await siblings(worker)
    const { meetingId } = await aRecordedDiscussion(worker, children, referralId, TEN, { participants: [], decision: null, decisionReason: null, actions: [], carriedOver: { detail: { concern: 'neglect' } } })
    expect(await database.admin(`SELECT missing FROM meeting WHERE id = $1`, [meetingId])).toEqual([{ missing: ['not-known'] }])
    expect(await state(referralId, 'quorum')).toEqual([])
    expect(await state(referralId, 'plan-missing')).toEqual([])
  })
})

describe('the record of a discussion', () => {
  it('is sent once: the second is told when', async () => {
    const supervisor = await aCaitSupervisor(database)
    const { referralId, children } = await siblings(supervisor)
    const { meetingId } = await aRecordedDiscussion(supervisor, children, referralId, TEN)
    expect(await state(referralId, 'circulation')).toEqual(['open', 'open'])
    const send = (actor: Actor) => perform(circulateRecord, actor, { meetingId }, { key: randomUUID(), now: NOON })
    const answers = await Promise.all([send(supervisor), send(supervisor)])
    expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true])
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ kind: 'conflict' })
    expect(await state(referralId, 'circulation')).toEqual(['met', 'met'])
    expect(await send(await aSocialWorker(database, 'hackney'))).toEqual({ ok: false, kind: 'not-found' })
    expect(await send(await aTeacher(database))).toMatchObject({ ok: false, kind: 'forbidden' })
  })

  it('carries each agency’s position, said by that agency alone', async () => {
    const officer = await aMashOfficer(database)
    const worker = await aSocialWorker(database)
    const { referralId, children } = await siblings(officer)
    const { meetingId } = await aRecordedDiscussion(officer, children, referralId, TEN, { participants: [SOCIAL_WORKER, HEALTH] })
    const position = (actor: Actor, agrees: string, says = '') => perform(givePosition, actor, { meetingId, agrees, says }, { key: randomUUID(), now: NOON })
    expect(await position(worker, 'no')).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'says' }] })
    expect((await position(worker, 'no', 'The threshold was met: this is section 47.')).ok).toBe(true)
    const before = await rows()
    // Police took no part: nothing to agree to or dissent from.
    expect(await position(officer, 'yes')).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await position(await aDecisionMaker(database, 'hackney'), 'yes')).toEqual({ ok: false, kind: 'not-found' })
    expect(await rows()).toEqual(before)
    expect(await database.admin(`SELECT agency, agrees FROM meeting_position WHERE meeting_id = $1`, [meetingId])).toEqual([{ agency: 'csc', agrees: false }])
    expect(await database.admin(`SELECT heading, agency FROM entry WHERE kind = 'position-given' AND referral_id = $1`, [referralId])).toEqual([{ heading: 'Children\'s social care dissents', agency: 'csc' }])
  })

  it('is open to the teacher who took part, and to no other teacher', async () => {
    const worker = await aSocialWorker(database)
    const teacher = await anActor(database, { role: 'partner', agency: 'education', boroughs: ['bromley'], name: 'Ms Rowan Teal' })
    const { referralId, children } = await siblings(worker)
    const { meetingId } = await aRecordedDiscussion(worker, children, referralId, TEN)
    const position = (actor: Actor) => perform(givePosition, actor, { meetingId, agrees: 'yes' }, { key: randomUUID(), now: NOON })
    expect((await position(teacher)).ok).toBe(true)
    expect(await position(await aTeacher(database))).toEqual({ ok: false, kind: 'not-found' })
    expect(await database.admin(`SELECT said_by FROM meeting_position WHERE meeting_id = $1`, [meetingId])).toEqual([{ said_by: teacher.accountId }])
  })
})

describe('a record left incomplete', () => {
  const fill = (actor: Actor, meetingId: string, more: object) => perform(completeRecord, actor, { meetingId, ...more }, { key: randomUUID(), now: NOON })

  it('is filled in once, and a decision that asks for nothing more answers the missing plan', async () => {
    const worker = await aSocialWorker(database)
    const { referralId, children } = await siblings(worker)
    const { meetingId } = await aRecordedDiscussion(worker, children, referralId, TEN, { decision: '', decisionReason: '', enquiry: '', actions: [] })
    expect(await state(referralId, 'plan-missing')).toEqual(['open', 'open'])
    expect(await fill(worker, meetingId, {})).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await fill(worker, meetingId, { decision: 's47', decisionReason: 'Likely harm.', enquiry: 'joint' })).toMatchObject({ ok: false, kind: 'refused', refusals: [{ rule: 'joint-enquiry-without-officer' }] })
    expect(await fill(await aSocialWorker(database, 'hackney'), meetingId, { decision: 'nfa', decisionReason: 'x' })).toEqual({ ok: false, kind: 'not-found' })
    expect(await fill(await aTeacher(database), meetingId, { decision: 'nfa', decisionReason: 'x' })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await state(referralId, 'plan-missing')).toEqual(['open', 'open'])
    expect((await fill(worker, meetingId, { decision: 'nfa', decisionReason: 'The mark was a birthmark.' })).ok).toBe(true)
    expect(await state(referralId, 'plan-missing')).toEqual(['met', 'met'])
    expect(await fill(worker, meetingId, { decision: 's17', decisionReason: 'Other.' })).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await database.admin(`SELECT decision, decision_reason FROM meeting WHERE id = $1`, [meetingId])).toEqual([{ decision: 'nfa', decision_reason: 'The mark was a birthmark.' }])
  })

  it('cannot be rewritten or deleted, even by hand within the database', async () => {
    const worker = await aSocialWorker(database)
    const { referralId, children } = await siblings(worker)
    const { meetingId } = await aRecordedDiscussion(worker, children, referralId, TEN)
    await expect(database.admin(`UPDATE meeting SET quorate = false WHERE id = $1`, [meetingId])).rejects.toThrow(/never edited/)
    await expect(database.admin(`UPDATE meeting SET risk_analysis = NULL WHERE id = $1`, [meetingId])).rejects.toThrow(/never edited/)
    await expect(database.admin(`DELETE FROM meeting WHERE id = $1`, [meetingId])).rejects.toThrow(/never deleted/)
  })
})
