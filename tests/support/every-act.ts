import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { TypedPassword } from '@/lib/access/openings/typed-password'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { recordEntry } from '@/lib/chronology/record-entry'
import { importLine } from '@/lib/referrals/import/import-line'
import { handOver } from '@/lib/handover/acts/hand-over'
import { formActs } from '@/lib/forms/registry'
import { PAC_PARTS } from '@/lib/policy/rules/merlin/parts'
import { inputsAboutProtection } from './protections'
import { inputsAboutConcerns } from './concerns'
import { inputsAboutCalls } from './calls-about-children'
import { inputsAboutExploitation } from './exploitation'
import { inputsAboutReturns } from './returns'
import { aDecisionMaker, aMashOfficer, aSocialWorker, aTeacher } from './actors'
import type { TestDatabase } from './database'
import { inputsAboutRooms } from './rooms'
import { inputsAboutAgendas } from './agenda-inputs'
import { inputsAboutIdentity } from './identities'
import { inputsAboutSearches } from './searches'
import { aCalledDiscussion, callOf } from './called-discussions'
import { aQuestion, questionOf, teamOf } from './enquiries'
import { aRecordedDiscussion, childrenOf, discussionOf, HEALTH } from './recorded-discussions'
import { aChecklist, aReferral, referralOf } from './referrals'

/** Every act that can be asked for, each once. */
export const everyAct = (): Act<z.ZodType>[] =>
  [...new Map([...formActs().map((form) => form.act), recordEntry, importLine].map((act) => [act.name, act])).values()]

/** What every form would send about one referral in Bromley, its child, its discussion and its action: good input, by act. */
export async function inputsOfEveryAct(database: TestDatabase, now: Date): Promise<Record<string, Record<string, unknown>>> {
  const officer = await aMashOfficer(database)
  const { referralId } = await aReferral(officer)
  const [childId = ''] = await childrenOf(database, referralId)
  const other = await aReferral(await aDecisionMaker(database), { children: [{ givenName: 'Peregrine', familyName: 'Ashgrove' }] })
  const [otherId = ''] = await childrenOf(database, other.referralId)
  const sent = await aReferral(await aTeacher(database), { children: [{ givenName: 'Ottilie', familyName: 'Brackwater' }] })
  const [sentId = ''] = await childrenOf(database, sent.referralId)
  const { meetingId, actionId } = await aRecordedDiscussion(await aSocialWorker(database), [otherId], other.referralId, now)
  const { callId, invitationOf } = await aCalledDiscussion(database, await aSocialWorker(database), [otherId], other.referralId, now)
  const pac = await aChecklist(officer)
  const deadlines = await database.admin<{ id: string }>('SELECT id FROM deadline WHERE referral_id = $1 AND met_at IS NULL', [referralId])
  const leaving = await perform(handOver, officer, { borough: 'bromley', items: [sent.referralId] }, { key: randomUUID(), now })
  const openingId = randomUUID()
  await database.admin(`INSERT INTO record_opening (id, account_id, person_id, depth, purpose, reason, break_glass, opened_at, ends_at) VALUES ($1, $2, $3, 'narrative', 'safeguarding', 'A reason', true, $4, $5)`,
    [openingId, officer.accountId, childId, now, new Date(now.getTime() + 3 * 3_600_000)])
  const duties = { deadlineIds: deadlines.map(({ id }) => id), note: 'Rang the team manager.', to: 'csc', assignee: `account:${officer.accountId}` }
  const teacher = await aTeacher(database)
  const requestId = await aQuestion(officer, referralId, teacher, now)
  const about = { referralId, reason: 'A reason', note: 'A note' }
  const person = { personId: childId, reason: 'A reason that says enough to be judged by.', purpose: 'safeguarding', seen: 'x' }
  const tieId = randomUUID()
  await database.admin(`INSERT INTO relationship (id, person_id, other_id, kind, since) VALUES ($1, $2, $3, 'lives-with', $4)`, [tieId, otherId, childId, now])
  const administered = { accountId: officer.accountId, reason: 'A reason' }
  const [team] = await database.admin<{ id: string; membership: string }>('SELECT team_id AS id, id AS membership FROM membership WHERE account_id = $1', [officer.accountId])
  const role = { teamId: team?.id, role: 'mash-officer', rank: 'sergeant' }
  const [adoptionId, shiftId] = [randomUUID(), randomUUID()]
  for (const table of ['shift', 'absence']) await database.admin(`INSERT INTO ${table} (id, team_id, account_id, starts_at, ends_at, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $4, $3)`, [shiftId, team?.id, officer.accountId, now, new Date(now.getTime() + 24 * 3_600_000)])
  await database.admin(`INSERT INTO measurement (id, entry_id, borough, metric, value, measured_at, source, recorded_at, recorded_by) VALUES ($1, $2, 'bromley', 'haven-90', 63, $3, 'Havens', $3, $4)`, [shiftId, randomUUID(), now, officer.accountId])
  await database.admin(`INSERT INTO local_target (id, entry_id, borough, measure, value, from_date, reason, recorded_at, recorded_by) VALUES ($1, $2, 'bromley', 'allocation', 95, '2030-01-01', 'Agreed', $3, $4)`, [shiftId, randomUUID(), now, officer.accountId])
  await database.admin(`INSERT INTO policy_adoption (id, borough, from_date, pack_id, overlay) VALUES ($1, 'bromley', '2030-01-01', 'mps-2016', 'null')`, [adoptionId])
  return {
    'record-measurement': { borough: 'bromley', metric: 'haven-90', value: '63', measuredOn: '2016-05-01', source: 'Havens, quarterly return' }, 'withdraw-measurement': { measurementId: shiftId, reason: 'Of another borough' },
    'set-local-target': { borough: 'bromley', measure: 'mash-assessment', value: '90', from: '2016-12-01', reason: 'Agreed by the partnership' }, 'withdraw-local-target': { targetId: shiftId, reason: 'Postponed' },
    'add-shift': { teamId: team?.id, accountId: officer.accountId, startsAt: now.toISOString(), endsAt: new Date(now.getTime() + 8 * 3_600_000).toISOString() }, 'end-shift': { shiftId },
    'record-absence': { teamId: team?.id, accountId: officer.accountId, startsAt: now.toISOString(), endsAt: new Date(now.getTime() + 8 * 3_600_000).toISOString() }, 'end-absence': { absenceId: shiftId },
    'add-account': { ...role, name: 'Quentin Farrow', email: 'quentin.farrow@example.invalid' }, 'rename-account': { ...administered, name: 'Quentin Farrow', email: 'quentin.farrow@example.invalid' },
    'disable-account': administered, 'enable-account': administered, 'reset-password': administered, 'add-membership': { ...administered, ...role, role: 'cait-officer' },
    'end-membership': { membershipId: team?.membership, reason: 'A reason' }, 'add-team': { name: 'A new team', agency: 'police', kind: 'mash', boroughs: ['bromley'] },
    'set-team-boroughs': { teamId: team?.id, boroughs: ['bromley', 'bexley'], reason: 'A reason' },
    'adopt-policy': { borough: 'bromley', pack: 'keep', from: '2016-06-01', reason: 'A reason', values: [] }, 'withdraw-adoption': { adoptionId, reason: 'A reason' },
    'confirm-own-call': { referralId: sent.referralId, words: 'As told on the telephone.' },
    'take-referral': referralOf(), 'submit-pac': referralOf({ fromAgency: 'police', fromWords: 'police' }), 'complete-pac': { referralId: pac.referralId, given: {}, cannot: PAC_PARTS, why: 'Not known to the officer' }, 'claim-referral': about, 'release-referral': about, 'set-rag': { ...about, rag: 'red' },
    'add-facts': { ...about, what: 'A bruise', concern: 'serious-injury', knownAt: now.toISOString() }, 'acknowledge-referrer': about, 'tell-referrer': about,
    'confirm-in-writing': about, 'decide-referral': { ...about, outcome: 's47' }, 'give-second-line': { ...about, agrees: 'yes' },
    'hand-over': { borough: 'bromley', items: [referralId] }, 'accept-handover': { handoverId: leaving.ok ? leaving.result.ids['handoverId'] : '', items: [sent.referralId] },
    'record-emergency': { ...about, emergency: 'danger-now', emergencyCall: 'made', callReference: 'CAD 1422' },
    'match-person': { referralId: sent.referralId, personId: sentId, knownId: childId, reason: 'A reason' }, 'new-person': { referralId: sent.referralId, personId: sentId },
    'allocate-referral': { ...about, worker: 'Ms Adeyemi', team: 'Assessment' },
    chase: duties, 'police-challenge': duties, escalate: duties, 'settle-dispute': { ...duties, how: 'agreed' }, reassign: duties, 'acknowledge-duty': duties, 'annul-duty': duties,
    'record-strategy-discussion': discussionOf([childId], referralId, now, { borough: 'bromley' }), 'give-position': { meetingId, agrees: 'yes' }, 'circulate-record': { meetingId }, 'confirm-receipt': { meetingId, participantId: meetingId }, 'chase-receipts': { meetingId }, 'send-again': { mailId: meetingId },
    'call-discussion': callOf([childId], referralId, now), 'move-discussion': { callId, meetsAt: '2016-06-01T09:00:00Z', mode: 'meeting', place: 'Room 4' }, 'call-off-discussion': { callId, reason: 'Held by telephone' },
    'answer-invitation': { invitationId: invitationOf(HEALTH.name), coming: 'yes' },
    'complete-record': { meetingId, decisionReason: 'Reasonable cause.', riskAnalysis: 'Likely harm.' },
    'set-action': { what: 'See the child', ownerAgency: 'csc', ownerName: 'Ms Adeyemi', dueOn: '2016-05-20', childId, borough: 'bromley' },
    'complete-action': { actionId, evidence: 'Seen' }, 'carry-action': { actionId, reason: 'Ill', dueOn: '2016-06-01' },
    'correct-person': { ...person, givenName: 'Other', familyName: 'Name' }, 'set-circumstances': { ...person, lookedAfter: 'no' },
    'add-flag': { ...person, flag: 'cse-risk' }, 'link-people': { ...person, otherId, kind: 'sibling' }, 'end-tie': { ...person, tieId }, 'set-address': { ...person, line: '1 Any Street', borough: 'bromley' },
    'open-with-reason': person, 'break-glass': { ...person, password: new TypedPassword('wrong') }, 'review-break-glass': { openingId, verdict: 'justified', review: 'It was.' },
    'restrict-person': person, 'lift-restriction': person,
    'add-entry': { personId: childId, what: 'family-contacted', occurredAt: now.toISOString(), account: 'At the door.', facts: { who: 'Mother' } },
    'ask-agencies': questionOf(referralId, [teamOf(teacher)], now), 'answer-request': { requestId, kind: 'nothing-held' }, 'chase-request': { requestId }, 'withdraw-request': { requestId, why: 'In error' },
    'take-down-answer': { requestId, kind: 'nothing-held', saidBy: 'The head teacher' }, 'record-consent': { referralId, consent: 'given', whose: 'Her mother' },
    'record-research': { referralId, systems: ['merlin'], held: 'no' }, 'record-disclosure': { referralId, shared: 'yes', toAgency: 'housing', what: 'The address', basis: 'public-task' },
    'pass-to-csc': { referralId, to: 'Ms Adeyemi', basis: 'public-task' },
    ...await inputsAboutIdentity(database, now), ...await inputsAboutConcerns(database, now), ...await inputsAboutCalls(database, now), ...await inputsAboutReturns(database, now), ...await inputsAboutSearches(database, now), ...await inputsAboutRooms(database, now), ...await inputsAboutAgendas(database, now), ...await inputsAboutExploitation(database, now),
    ...await inputsAboutProtection(database, officer, childId, otherId, now),
    'import-line': { digest: 'a'.repeat(64), notification: referralOf({ form: 'contact', fromAgency: 'police', fromWords: 'police' }) },
    'record-entry': { kind: 'child-seen', borough: 'bromley', subjects: [childId], occurredAt: now.toISOString(), detail: { spoken_to: true } },
  }
}
