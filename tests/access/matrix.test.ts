import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { TypedPassword } from '@/lib/access/openings/typed-password'
import { ROLES, type Role } from '@/lib/access/roles'
import { perform } from '@/lib/acts/perform'
import { formActs } from '@/lib/forms/registry'
import { recordEntry } from '@/lib/chronology/record-entry'
import { anActor, aDecisionMaker, aMashOfficer, aSocialWorker, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { fingerprint } from '@/tests/support/fingerprint'
import { aRecordedDiscussion, childrenOf, discussionOf } from '@/tests/support/recorded-discussions'
import { aReferral, referralOf } from '@/tests/support/referrals'
import { COLUMNS, ORACLE } from './oracle'

const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 3_600_000)
const acts = [...new Map([...formActs().map((form) => form.act), recordEntry].map((act) => [act.name, act])).values()]

/** What every form would send about one referral in Bromley, its child, its discussion and its action. */
let inputs: Record<string, unknown>
const rivals = new Map<Role, Actor>()
const strangers = new Map<Role, Actor>()

beforeAll(async () => {
  const officer = await aMashOfficer(database)
  const { referralId } = await aReferral(officer)
  const [childId = ''] = await childrenOf(database, referralId)
  const other = await aReferral(await aDecisionMaker(database), { children: [{ givenName: 'Peregrine', familyName: 'Ashgrove' }] })
  const [otherId = ''] = await childrenOf(database, other.referralId)
  const { meetingId, actionId } = await aRecordedDiscussion(await aSocialWorker(database), [otherId], other.referralId, now)
  const deadlines = await database.admin<{ id: string }>('SELECT id FROM deadline WHERE referral_id = $1 AND met_at IS NULL', [referralId])
  const openingId = randomUUID()
  await database.admin(`INSERT INTO record_opening (id, account_id, person_id, depth, purpose, reason, break_glass, opened_at, ends_at) VALUES ($1, $2, $3, 'narrative', 'safeguarding', 'A reason', true, $4, $5)`,
    [openingId, officer.accountId, childId, now, new Date(now.getTime() + 3 * 3_600_000)])
  const duties = { deadlineIds: deadlines.map(({ id }) => id), note: 'Rang the team manager.', to: 'csc', assignee: `account:${officer.accountId}` }
  const about = { referralId, reason: 'A reason', note: 'A note' }
  const person = { personId: childId, reason: 'A reason that says enough to be judged by.', purpose: 'safeguarding', seen: 'x' }
  inputs = {
    'take-referral': referralOf(), 'claim-referral': about, 'release-referral': about, 'set-rag': { ...about, rag: 'red' },
    'add-facts': { ...about, what: 'A bruise', concern: 'serious-injury', knownAt: now.toISOString() }, 'acknowledge-referrer': about, 'tell-referrer': about,
    'confirm-in-writing': about, 'decide-referral': { ...about, outcome: 's47' }, 'give-second-line': { ...about, agrees: 'yes' },
    'allocate-referral': { ...about, worker: 'Ms Adeyemi', team: 'Assessment' },
    chase: duties, 'police-challenge': duties, escalate: duties, reassign: duties, 'acknowledge-duty': duties, 'annul-duty': duties,
    'record-strategy-discussion': discussionOf([childId], referralId, now, { borough: 'bromley' }), 'give-position': { meetingId, agrees: 'yes' }, 'circulate-record': { meetingId },
    'complete-record': { meetingId, decisionReason: 'Reasonable cause.', riskAnalysis: 'Likely harm.' },
    'set-action': { what: 'See the child', ownerAgency: 'csc', ownerName: 'Ms Adeyemi', dueOn: '2016-05-20', childId, borough: 'bromley' },
    'complete-action': { actionId, evidence: 'Seen' }, 'carry-action': { actionId, reason: 'Ill', dueOn: '2016-06-01' },
    'correct-person': { ...person, givenName: 'Other', familyName: 'Name' }, 'set-circumstances': { ...person, lookedAfter: 'no' },
    'add-flag': { ...person, flag: 'cse-risk' }, 'link-people': { ...person, otherId, kind: 'sibling' }, 'set-address': { ...person, line: '1 Any Street', borough: 'bromley' },
    'open-with-reason': person, 'break-glass': { ...person, password: new TypedPassword('wrong') }, 'review-break-glass': { openingId, verdict: 'justified', review: 'It was.' },
    'record-entry': { kind: 'child-seen', borough: 'bromley', subjects: [childId], occurredAt: now.toISOString(), detail: { spoken_to: true } },
  }
  for (const [role, agency] of COLUMNS) {
    rivals.set(role, await anActor(database, { role, agency, boroughs: ['bromley'], rank: 'inspector' }))
    strangers.set(role, await anActor(database, { role, agency, boroughs: ['sutton'], rank: 'inspector' }))
  }
}, 120_000)

const cell = (right: string, role: Role): string => ORACLE[right]?.[COLUMNS.findIndex(([column]) => column === role)] ?? '-'

describe('every act that can be asked for, by every role', () => {
  it('has something to be asked with, and its right is in the table', () => {
    expect(acts.map((act) => act.name).filter((name) => inputs[name] === undefined)).toEqual([])
    for (const act of acts) expect(ORACLE[act.right], act.name).toBeDefined()
  })

  it.each(acts.map((act) => [act.name, act] as const))('%s: the roles refused get the one answer, and no row is touched', async (name, act) => {
    const refused = ROLES.filter((role) => cell(act.right, role) === '-')
    expect(refused.length).toBeGreaterThan(0)
    const before = await fingerprint(database)
    for (const role of refused) {
      const actor = rivals.get(role)
      if (actor === undefined) throw new Error(role)
      // Twice: with what could be done, and with nothing that can be read. The answer tells nothing of either.
      for (const input of [inputs[name], undefined]) expect(await perform(act, actor, input, { key: randomUUID(), now }), role).toMatchObject({ ok: false, kind: 'forbidden' })
    }
    expect(await fingerprint(database)).toEqual(before)
  })

  // Sent to any borough by whoever may refer; opened across London with a reason, which is the point of it.
  const acrossLondon = ['take-referral', 'open-with-reason', 'break-glass']
  it.each(acts.filter((act) => !acrossLondon.includes(act.name)).map((act) => [act.name, act] as const))('%s: in another borough there is nothing to be done', async (name, act) => {
    const allowed = ROLES.filter((role) => cell(act.right, role) !== '-')
    const before = await fingerprint(database)
    for (const role of allowed) {
      const actor = strangers.get(role)
      if (actor === undefined) throw new Error(role)
      const outcome = await perform(act, actor, inputs[name], { key: randomUUID(), now })
      expect(outcome, `${role}: ${JSON.stringify(outcome)}`).toMatchObject({ ok: false })
      if (!outcome.ok) expect(['not-found', 'forbidden'], `${role}: ${JSON.stringify(outcome)}`).toContain(outcome.kind)
    }
    expect(await fingerprint(database)).toEqual(before)
  })

  it('somebody of no membership may do nothing', async () => {
    const officer = rivals.get('mash-officer')
    if (officer === undefined) throw new Error('no officer')
    for (const act of acts) {
      expect(await perform(act, { ...officer, memberships: [] }, inputs[act.name], { key: randomUUID(), now })).toMatchObject({ ok: false, kind: 'forbidden' })
    }
  })
})
