import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { board } from '@/lib/deadlines/board'
import { confirmReceipt } from '@/lib/meetings/acts/confirm-receipt'
import { chaseReceipts } from '@/lib/meetings/acts/chase-receipts'
import { circulateRecord } from '@/lib/meetings/acts/circulate-record'
import { sendAgain } from '@/lib/meetings/acts/send-again'
import { answerInvitation } from '@/lib/meetings/calls/answer-invitation'
import { callDiscussion } from '@/lib/meetings/calls/call-discussion'
import { callOffDiscussion, moveDiscussion } from '@/lib/meetings/calls/change-call'
import { callPage, discussionsCalled } from '@/lib/meetings/calls/queries'
import { meetingPage } from '@/lib/meetings/queries'
import { newDiscussion } from '@/lib/strategy/queries'
import { aCaitSupervisor, anActor, aSocialWorker } from '@/tests/support/actors'
import { aCalledDiscussion, callOf } from '@/tests/support/called-discussions'
import { useDatabase } from '@/tests/support/database'
import { aRecordedDiscussion, childrenOf, HEALTH, MANAGER, POLICE, SCHOOL, SOCIAL_WORKER } from '@/tests/support/recorded-discussions'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
const TEN = new Date('2016-05-16T09:00:00.000Z')
const ELEVEN = new Date('2016-05-16T10:00:00.000Z')
const act = <T extends Parameters<typeof perform>[0]>(which: T, actor: Actor, input: unknown, now = ELEVEN) => perform(which, actor, input, { key: randomUUID(), now })
const mails = (aboutId: string) => database.admin<{ kind: string; to: string; reference: string; path: string }>(
  'SELECT m.kind, a.name AS to, m.reference, m.path FROM mail m JOIN account a ON a.id = m.to_account WHERE m.about_id = $1 ORDER BY m.written_at, a.name', [aboutId])
const rows = async (): Promise<number[]> => (await database.admin<{ n: number[] }>(`SELECT ARRAY[(SELECT count(*) FROM meeting_call), (SELECT count(*) FROM meeting_answer), (SELECT count(*) FROM mail), (SELECT count(*) FROM entry),
  (SELECT count(*) FROM meeting_copy WHERE received_at IS NOT NULL)]::int[] AS n`))[0]?.n ?? []
const fail = { ok: false }

/** A doctor and a school with accounts of the names that are asked, and the referral of one child. */
async function situation(childName = 'Ottoline') {
  const worker = await aSocialWorker(database)
  const suffix = randomUUID().slice(0, 8)
  const doctor = await anActor(database, { role: 'partner', agency: 'health', boroughs: ['bromley'], name: `Dr Mabel Nkemelu ${suffix}` })
  const teacher = await anActor(database, { role: 'partner', agency: 'education', boroughs: ['bromley'], name: `Ms Rowan Teal ${suffix}` })
  const { referralId } = await aReferral(worker, { concern: 'serious-neglect', children: [{ givenName: childName, familyName: `Brackwater ${suffix}`, bornOn: '2007-03-01' }] })
  const children = await childrenOf(database, referralId)
  const health = { ...HEALTH, name: doctor.name }
  const school = { ...SCHOOL, name: teacher.name }
  const invited = [SOCIAL_WORKER, MANAGER, POLICE, health, school].map(({ part, agency, name }) => ({ part, agency, name }))
  return { worker, doctor, teacher, referralId, children, invited, participants: [SOCIAL_WORKER, MANAGER, POLICE, health, school], family: `Brackwater ${suffix}` }
}

describe('calling a strategy discussion', () => {
  it('asks everybody by name, writes to those with an account, and goes on the child’s record', async () => {
    const { worker, doctor, teacher, referralId, children, invited } = await situation()
    const { callId } = await aCalledDiscussion(database, worker, children, referralId, ELEVEN, { invited })
    expect((await mails(callId)).map((mail) => [mail.kind, mail.to, mail.path])).toEqual([doctor, teacher].map((one) => ['invitation', one.name, `/discussions/called/${callId}`]))
    expect(await database.admin(`SELECT heading, subject_ids FROM entry WHERE kind = 'discussion-called' AND referral_id = $1`, [referralId]))
      .toEqual([{ heading: expect.stringMatching(/^Strategy discussion called for /) as string, subject_ids: children }])
    expect(await database.admin('SELECT part, required FROM meeting_invitation WHERE call_id = $1 ORDER BY part', [callId])).toEqual([
      { part: 'health', required: true }, { part: 'police', required: true }, { part: 'referrer', required: true }, { part: 'social-work-manager', required: true }, { part: 'social-worker', required: true }])
    // Calling one meets nothing: only holding it does.
    expect(await database.admin(`SELECT 1 FROM deadline WHERE referral_id = $1 AND alert = 'strategy-discussion-overdue' AND met_at IS NOT NULL`, [referralId])).toEqual([])
  })

  it('says when it comes after the time by which it is due', async () => {
    const { worker, referralId, children, invited } = await situation()
    const { callId, says } = await aCalledDiscussion(database, worker, children, referralId, ELEVEN, { invited, meetsAt: '2016-05-25T09:00:00Z' })
    expect(says).toContain('after the time by which it is due')
    expect((await callPage(worker, callId, ELEVEN))?.late).not.toBeNull()
  })

  it('says too that one is due before it in another borough, and whom to ask; by when is told where it is owed', async () => {
    const worker = await aSocialWorker(database)
    const { referralId } = await aReferral(worker, { form: 'contact', concern: 'offender-risk', urgency: 'normal', children: [{ givenName: 'Ottoline', familyName: `Brackwater ${randomUUID().slice(0, 8)}` }] }, TEN)
    const children = await childrenOf(database, referralId)
    const camden = await aSocialWorker(database, 'camden')
    await aReferral(camden, { borough: 'camden', concern: 'serious-neglect', children: [{ personId: children[0] }] }, TEN)
    expect(await database.admin(`SELECT DISTINCT borough FROM deadline WHERE child_id = ANY ($1) AND alert = 'strategy-discussion-overdue'`, [children])).toEqual([{ borough: 'camden' }])
    const invited = [SOCIAL_WORKER, MANAGER, POLICE, HEALTH].map(({ part, agency, name }) => ({ part, agency, name }))
    const { callId, says } = await aCalledDiscussion(database, worker, children, referralId, ELEVEN, { invited, meetsAt: '2016-05-25T09:00:00Z' })
    const words = 'One is due before then in Camden: ask Children’s social care there by when.'.replace('’', "'")
    expect(says).toBe(`Called. It comes after the time by which it is due. ${words}`)
    expect((await callPage(worker, callId, ELEVEN))?.late).toBe(words)
    const theirs = await aCalledDiscussion(database, camden, children, null, ELEVEN, { invited, borough: 'camden', meetsAt: '2016-05-25T09:00:00Z' })
    expect(theirs.says).toMatch(/^Called\. It comes after the time by which it is due\. Due by [^.]+\.$/)
  })

  it.each([
    ['in the past', { meetsAt: '2016-05-16T09:59:00Z' }, 'meetsAt'], ['without a place', { place: ' ' }, 'place'], ['of nobody', { invited: [] }, 'invited'],
    ['with a nameless part', { invited: [{ part: 'health', agency: 'health', name: '' }] }, 'invited.0.name'], ['about nobody', { children: [] }, 'children'],
    ['with an unticked name', { invited: [{ ask: false, part: 'health', agency: 'health', name: 'Dr Ames' }, { part: 'police', name: 'DC Farrant' }] }, 'invited.0.ask'],
    ['in ten years', { meetsAt: '2026-05-16T09:59:00Z' }, 'meetsAt'],
  ])('%s is an error beside its field and writes nothing', async (_, wrong, field) => {
    const { worker, referralId, children } = await situation()
    const before = await rows()
    const outcome = await act(callDiscussion, worker, callOf(children, referralId, ELEVEN, wrong))
    expect(outcome.ok === false && outcome.kind === 'invalid' && outcome.problems.map((problem) => problem.field)).toContain(field)
    expect(await rows()).toEqual(before)
  })

  it('about a child of another borough finds nobody', async () => {
    const { referralId, children } = await situation()
    const before = await rows()
    expect(await act(callDiscussion, await aSocialWorker(database, 'sutton'), callOf(children, referralId, ELEVEN))).toMatchObject({ ...fail, kind: 'not-found' })
    expect(await rows()).toEqual(before)
  })
})

describe('answering', () => {
  it('who is asked sees when, where, whom it is about and who is asked, and nothing of the record; others of their agency see nothing', async () => {
    const { worker, doctor, referralId, children, invited, family } = await situation()
    const { callId } = await aCalledDiscussion(database, worker, children, referralId, ELEVEN, { invited })
    const seen = await callPage(doctor, callId, ELEVEN)
    expect(seen).toMatchObject({ place: 'Civic centre, room 4', about: expect.stringContaining(family) as string, children: [], referral: null, gaps: [], may: { change: false, record: false } })
    expect(await database.admin(`SELECT depth FROM reading_log WHERE account_id = $1 AND person_id = $2`, [doctor.accountId, children[0]])).toEqual([{ depth: 'index' }])
    expect((await discussionsCalled(doctor, ELEVEN)).lines.map((line) => [line.id, line.waits])).toEqual([[callId, true]])
    expect(await callPage(await anActor(database, { role: 'partner', agency: 'health', boroughs: ['bromley'] }), callId, ELEVEN)).toBeNull()
    expect(await callPage(await aSocialWorker(database, 'sutton'), callId, ELEVEN)).toBeNull()
    // The meeting gave them no way to the child.
    expect(await newDiscussion(doctor, { child: children[0] ?? '' }, ELEVEN)).toBeNull()
  })

  it('what nobody recorded takes no place from what is to come', async () => {
    const { worker, doctor, referralId, children, invited } = await situation()
    const { callId } = await aCalledDiscussion(database, worker, children, referralId, ELEVEN, { invited })
    await database.admin(`INSERT INTO meeting_call (id, kind, reference, borough, mode, meets_at, names_shared, called_at, called_by, sequence)
      SELECT gen_random_uuid(), kind, 'D-OLD-' || n, borough, mode, meets_at - n * interval '1 hour' - interval '3 hours', names_shared, called_at - interval '9 days', called_by, 0 FROM meeting_call, generate_series(1, 120) AS n WHERE id = $1`, [callId])
    const seen = await discussionsCalled(worker, ELEVEN)
    expect([seen.lines.map((line) => line.id).includes(callId), seen.more, seen.lines.length]).toEqual([true, true, expect.any(Number)])
    expect((await discussionsCalled(doctor, ELEVEN)).lines.map((line) => line.id)).toContain(callId)
    await database.admin(`UPDATE meeting_call SET called_off_at = called_at, called_off_by = called_by WHERE reference LIKE 'D-OLD-%'`)
  })

  it('is told no name where the convener shares none, nor of a restricted child', async () => {
    const { worker, doctor, referralId, children, invited, family } = await situation()
    const shut = await aCalledDiscussion(database, worker, children, referralId, ELEVEN, { invited, namesShared: false })
    expect(JSON.stringify(await callPage(doctor, shut.callId, ELEVEN))).not.toContain(family)
    const open = await aCalledDiscussion(database, worker, children, referralId, ELEVEN, { invited })
    await database.admin('UPDATE person SET restricted = true WHERE id = ANY ($1)', [children])
    expect(JSON.stringify(await callPage(doctor, open.callId, ELEVEN))).not.toContain(family)
    await database.admin('UPDATE person SET restricted = false WHERE id = ANY ($1)', [children])
  })

  it('a required agency that stays away is seen before the meeting: on its page, on the board, and by whoever decides', async () => {
    const { worker, doctor, referralId, children, invited } = await situation()
    const supervisor = await aCaitSupervisor(database)
    const { callId, invitationOf } = await aCalledDiscussion(database, worker, children, referralId, ELEVEN, { invited })
    expect((await callPage(worker, callId, ELEVEN))?.gaps.every((gap) => !gap.sure)).toBe(true)
    expect(await act(answerInvitation, doctor, { invitationId: invitationOf(doctor.name), coming: 'no' })).toMatchObject({ ok: true })
    expect((await callPage(worker, callId, ELEVEN))?.gaps).toContainEqual({ words: 'Health: nobody is coming', sure: true })
    const row = (await board(supervisor, { borough: null, band: null, when: null, mine: false, after: null }, ELEVEN))?.rows.find((one) => one.child.id === children[0])
    expect(row?.standing).toEqual([expect.stringMatching(/^Called for /) as string, 'Health: nobody is coming'])
    expect(await database.admin(`SELECT n.to_role, n.says FROM notification n JOIN deadline d ON d.id = n.deadline_id WHERE d.child_id = $1 AND n.rung LIKE 'not-coming%'`, [children[0]]))
      .toEqual([{ to_role: 'mash-decision-maker', says: 'Health is not coming to the discussion and sends nobody.' }])
    // Who convened is told by mail, again without a word of it.
    expect((await mails(callId)).map((mail) => mail.kind)).toContain('invitation-answered')
    expect(await act(answerInvitation, doctor, { invitationId: invitationOf(doctor.name), coming: 'no', insteadName: 'Dr Ames' }, new Date(ELEVEN.getTime() + 60_000))).toMatchObject({ ok: true })
    expect((await callPage(worker, callId, ELEVEN))?.gaps.map((gap) => gap.words)).not.toContain('Health: nobody is coming')
    expect(await database.admin('SELECT coming, instead_name FROM meeting_answer WHERE invitation_id = $1 ORDER BY at, instead_name NULLS FIRST', [invitationOf(doctor.name)]))
      .toEqual([{ coming: false, instead_name: null }, { coming: false, instead_name: 'Dr Ames' }])
  })

  it('whoever comes instead is asked in turn, and sees the meeting', async () => {
    const { worker, doctor, referralId, children, invited } = await situation()
    const colleague = await anActor(database, { role: 'partner', agency: 'health', boroughs: ['bromley'], name: `Dr Ames ${randomUUID().slice(0, 6)}` })
    const { callId, invitationOf } = await aCalledDiscussion(database, worker, children, referralId, ELEVEN, { invited })
    expect(await callPage(colleague, callId, ELEVEN)).toBeNull()
    await act(answerInvitation, doctor, { invitationId: invitationOf(doctor.name), coming: 'no', insteadName: colleague.name })
    expect((await callPage(colleague, callId, ELEVEN))?.invitations.find((one) => one.mine)?.standing).toBe('instead')
    expect((await mails(callId)).filter((mail) => mail.to === colleague.name).map((mail) => mail.kind)).toEqual(['invitation'])
  })

  it('is for who is asked, or for whoever convenes; never for a colleague of another agency', async () => {
    const { worker, doctor, teacher, referralId, children, invited } = await situation()
    const { callId, invitationOf } = await aCalledDiscussion(database, worker, children, referralId, ELEVEN, { invited })
    const before = await rows()
    expect(await act(answerInvitation, teacher, { invitationId: invitationOf(doctor.name), coming: 'yes' })).toMatchObject({ ...fail, kind: 'forbidden' })
    expect(await act(answerInvitation, await aSocialWorker(database, 'sutton'), { invitationId: invitationOf(doctor.name), coming: 'yes' })).toMatchObject({ ...fail, kind: 'not-found' })
    expect(await act(answerInvitation, doctor, { invitationId: invitationOf(doctor.name) })).toMatchObject({ ...fail, kind: 'invalid' })
    expect(await rows()).toEqual(before)
    expect(await act(answerInvitation, worker, { invitationId: invitationOf(SOCIAL_WORKER.name), coming: 'yes' })).toMatchObject({ ok: true })
    await act(callOffDiscussion, worker, { callId, reason: 'Held by telephone at once' })
    expect(await act(answerInvitation, doctor, { invitationId: invitationOf(doctor.name), coming: 'yes' })).toMatchObject({ ...fail, kind: 'conflict' })
  })
})

describe('moving, calling off and holding', () => {
  it('everybody asked is told of another time; called off once, and then nothing more', async () => {
    const { worker, referralId, children, invited } = await situation()
    const { callId } = await aCalledDiscussion(database, worker, children, referralId, ELEVEN, { invited })
    const to = { callId, meetsAt: '2016-05-16T14:00:00Z', mode: 'telephone', place: '020 7946 0000' }
    expect(await act(moveDiscussion, worker, { ...to, meetsAt: '2016-05-16T08:00:00Z' })).toMatchObject({ ...fail, kind: 'invalid' })
    expect(await act(moveDiscussion, worker, to)).toMatchObject({ ok: true })
    expect(await act(callOffDiscussion, worker, { callId, reason: 'Held by telephone at once' })).toMatchObject({ ok: true })
    expect((await mails(callId)).map((mail) => mail.kind).sort()).toEqual(['invitation', 'invitation', 'meeting-called-off', 'meeting-called-off', 'meeting-moved', 'meeting-moved'])
    expect(await act(callOffDiscussion, worker, { callId, reason: 'Again' })).toMatchObject({ ...fail, kind: 'conflict' })
    expect(await act(moveDiscussion, worker, to)).toMatchObject({ ...fail, kind: 'conflict' })
    await expect(database.admin('UPDATE meeting_call SET place = $2 WHERE id = $1', [callId, 'elsewhere'])).rejects.toThrow('stays as it was called')
  })

  it('the form of its record starts from who came and what they bring, and the call is held once', async () => {
    const { worker, doctor, referralId, children, invited, participants } = await situation()
    const { callId, invitationOf } = await aCalledDiscussion(database, worker, children, referralId, ELEVEN, { invited })
    await act(answerInvitation, doctor, { invitationId: invitationOf(doctor.name), coming: 'yes', brings: 'Weight below the second centile' })
    const form = await newDiscussion(worker, { referral: referralId, call: callId }, ELEVEN)
    expect(form?.callId).toBe(callId)
    expect(form?.expected.find((one) => one.part === 'health')).toMatchObject({ took: true, name: doctor.name, brought: 'Weight below the second centile' })
    expect(form?.expected.find((one) => one.part === 'police')).toMatchObject({ took: false, name: POLICE.name })
    const { meetingId } = await aRecordedDiscussion(worker, children, referralId, ELEVEN, { callId, participants })
    expect(await callPage(worker, callId, ELEVEN)).toMatchObject({ state: 'held', meetingId })
    await expect(aRecordedDiscussion(worker, children, referralId, ELEVEN, { callId, participants })).rejects.toThrow('conflict')
    expect(await database.admin('SELECT 1 FROM meeting WHERE referral_id = $1', [referralId])).toHaveLength(1)
  })

  it('what an agency brings opens with the words of the record, and to whoever said it', async () => {
    const { worker, doctor, teacher, referralId, children, invited } = await situation()
    const { callId, invitationOf } = await aCalledDiscussion(database, worker, children, referralId, ELEVEN, { invited })
    await act(answerInvitation, doctor, { invitationId: invitationOf(doctor.name), coming: 'yes', brings: 'PLANTEDWORD' })
    const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['bromley'] })
    for (const [actor, opens] of [[worker, true], [doctor, true], [teacher, false], [manager, false]] as const) {
      expect(JSON.stringify(await callPage(actor, callId, ELEVEN)).includes('PLANTEDWORD')).toBe(opens)
    }
  })
})

describe('the record goes out', () => {
  async function recorded() {
    const made = await situation()
    const { meetingId } = await aRecordedDiscussion(made.worker, made.children, made.referralId, TEN, { participants: made.participants })
    const ids = new Map((await database.admin<{ id: string; name: string }>('SELECT id, name FROM meeting_participant WHERE meeting_id = $1', [meetingId])).map((row) => [row.name, row.id]))
    return { ...made, meetingId, idOf: (name: string): string => ids.get(name) ?? '' }
  }

  it('to those who took part: by mail to those with an account, and a receipt is owed by each', async () => {
    const { worker, doctor, teacher, meetingId, idOf, referralId } = await recorded()
    expect(await act(circulateRecord, worker, { meetingId })).toMatchObject({ ok: true, result: { says: expect.stringContaining('2 other people') as string } })
    expect((await mails(meetingId)).map((mail) => [mail.kind, mail.to, mail.path])).toEqual([doctor, teacher].map((one) => ['record-sent', one.name, `/discussions/${meetingId}`]))
    const copies = (await meetingPage(worker, meetingId, ELEVEN))?.copies ?? []
    expect(copies.filter((copy) => copy.hasAccount).map((copy) => copy.name).sort()).toEqual([doctor.name, teacher.name])
    expect(copies.map((copy) => copy.received)).toEqual([null, null, null, null, null])
    expect((await meetingPage(doctor, meetingId, ELEVEN))?.myCopy).toBe(idOf(doctor.name))
    expect(await act(confirmReceipt, doctor, { meetingId, participantId: idOf(doctor.name) })).toMatchObject({ ok: true })
    expect((await meetingPage(doctor, meetingId, ELEVEN))?.myCopy).toBeNull()
    expect(await database.admin(`SELECT agency FROM entry WHERE kind = 'minutes-received' AND referral_id = $1`, [referralId])).toEqual([{ agency: 'health' }])
    // The clock of the circulation is met (sd-record).
    expect(await database.admin(`SELECT met_at IS NOT NULL AS met FROM deadline WHERE alert = 'strategy-record-not-circulated' AND referral_id = $1`, [referralId])).toEqual([{ met: true }])
  })

  it('a receipt is given by who received it, once; for somebody without an account by whoever sends it', async () => {
    const { worker, doctor, teacher, meetingId, idOf } = await recorded()
    expect(await act(confirmReceipt, doctor, { meetingId, participantId: idOf(doctor.name) })).toMatchObject({ ...fail, kind: 'conflict' })
    await act(circulateRecord, worker, { meetingId })
    const before = await rows()
    expect(await act(confirmReceipt, teacher, { meetingId, participantId: idOf(doctor.name) })).toMatchObject({ ...fail, kind: 'forbidden' })
    expect(await act(confirmReceipt, worker, { meetingId, participantId: idOf(doctor.name) })).toMatchObject({ ...fail, kind: 'forbidden' })
    expect(await act(confirmReceipt, teacher, { meetingId, participantId: idOf(POLICE.name) })).toMatchObject({ ...fail, kind: 'forbidden' })
    expect(await rows()).toEqual(before)
    expect(await act(confirmReceipt, worker, { meetingId, participantId: idOf(POLICE.name) })).toMatchObject({ ok: true })
    expect(await act(confirmReceipt, worker, { meetingId, participantId: idOf(POLICE.name) })).toMatchObject({ ...fail, kind: 'conflict' })
  })

  it('who has not confirmed is chased in one step, and nobody else', async () => {
    const { worker, doctor, teacher, meetingId, idOf } = await recorded()
    expect(await act(chaseReceipts, worker, { meetingId })).toMatchObject({ ...fail, kind: 'conflict' })
    await act(circulateRecord, worker, { meetingId })
    await act(confirmReceipt, doctor, { meetingId, participantId: idOf(doctor.name) })
    expect(await act(chaseReceipts, worker, { meetingId })).toMatchObject({ ok: true, result: { says: expect.stringContaining('1 mail') as string } })
    expect((await mails(meetingId)).filter((mail) => mail.kind === 'record-chased').map((mail) => mail.to)).toEqual([teacher.name])
    expect(await database.admin(`SELECT count(*)::int AS n FROM entry WHERE kind = 'minutes-chased'`)).toEqual([{ n: 1 }])
  })

  it('a mail that failed is written again by a person, to the address that stands now, and only once', async () => {
    const { worker, doctor, teacher, meetingId } = await recorded()
    await act(circulateRecord, worker, { meetingId })
    const [mail] = await database.admin<{ id: string }>('SELECT id FROM mail WHERE about_id = $1 AND to_account = $2', [meetingId, doctor.accountId])
    expect(await act(sendAgain, worker, { mailId: mail?.id })).toMatchObject({ ...fail, kind: 'conflict' })
    await database.admin(`UPDATE mail SET failed_at = $2, problem = 'address', answer = '550 No such mailbox' WHERE id = $1`, [mail?.id, ELEVEN])
    const copy = (await meetingPage(worker, meetingId, ELEVEN))?.copies.find((one) => one.name === doctor.name)
    expect(copy?.mail).toMatchObject({ state: 'failed', says: expect.stringContaining('550 No such mailbox') as string, todo: expect.stringContaining('address') as string })
    await database.admin('UPDATE account SET email = $2 WHERE id = $1', [doctor.accountId, `new-${doctor.accountId}@surgery.example`])
    expect(await act(sendAgain, teacher, { mailId: mail?.id })).toMatchObject({ ...fail, kind: 'forbidden' })
    expect(await act(sendAgain, await aSocialWorker(database, 'sutton'), { mailId: mail?.id })).toMatchObject({ ...fail, kind: 'not-found' })
    const later = new Date(ELEVEN.getTime() + 60_000)
    const both = await Promise.all([act(sendAgain, worker, { mailId: mail?.id }, later), act(sendAgain, worker, { mailId: mail?.id }, later)])
    expect(both.map((outcome) => outcome.ok).sort()).toEqual([false, true])
    expect(await database.admin('SELECT to_address FROM mail WHERE about_id = $1 AND to_account = $2 AND failed_at IS NULL', [meetingId, doctor.accountId])).toEqual([{ to_address: `new-${doctor.accountId}@surgery.example` }])
  })
})

describe('no word of the file in any mail', () => {
  it('whatever is typed anywhere, a mail holds kind, reference and path', async () => {
    const PLANTED = 'Xanthippe'
    const { worker, doctor, referralId, children, participants } = await situation(PLANTED)
    const invited = participants.map(({ part, agency, name }) => ({ part, agency, name }))
    const { callId, invitationOf } = await aCalledDiscussion(database, worker, children, referralId, ELEVEN, { invited, place: `${PLANTED}’s school` })
    await act(answerInvitation, doctor, { invitationId: invitationOf(doctor.name), coming: 'no', insteadName: PLANTED, brings: PLANTED })
    await act(moveDiscussion, worker, { callId, meetsAt: '2016-05-16T14:00:00Z', mode: 'telephone', place: PLANTED })
    await act(callOffDiscussion, worker, { callId, reason: PLANTED })
    const { meetingId } = await aRecordedDiscussion(worker, children, referralId, TEN, { participants, informationShared: PLANTED, riskAnalysis: PLANTED })
    await act(circulateRecord, worker, { meetingId, note: PLANTED })
    await act(chaseReceipts, worker, { meetingId })
    const { mailWords } = await import('@/lib/platform/mail/words')
    const all = await database.admin<Record<string, unknown> & { kind: string; reference: string; path: string }>('SELECT * FROM mail WHERE about_id = ANY ($1)', [[callId, meetingId]])
    expect([...new Set(all.map((mail) => mail.kind))].sort()).toEqual(['invitation', 'invitation-answered', 'meeting-called-off', 'meeting-moved', 'record-chased', 'record-sent'])
    for (const mail of all) {
      const { subject, text } = mailWords(mail.kind, mail.reference, `https://holdfast.example${mail.path}`)
      expect(JSON.stringify([mail, subject, text])).not.toMatch(/Xanthippe|Brackwater|neglect/i)
      expect(mail.reference).toMatch(/^M-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    }
  })
})
