import { describe, expect, it } from 'vitest'
import { rungsReached } from '@/lib/policy/ladder'
import { BASELINE } from '@/lib/policy/packs'
import { london, metInTime, open, owed, plus, type Line } from '@/tests/support/story'

const ANSWER = 'information-request-overdue'
const due = london('2016-05-16 13:00')
const asked = (more: Record<string, unknown> = {}): Line => ({ when: '2016-05-16 09:00', what: 'information-requested', with: { request_id: 'q1', agency: 'youth-offending', due: due.toISOString(), ...more }, referral: 'r1' })
const answered = (id = 'q1', when: string | Date = '2016-05-16 12:00'): Line => ({ when, what: 'information-answered', with: { request_id: id, answer: 'refused' }, referral: 'r1' })

describe('the answer of an agency that was asked', () => {
  it('is due when the question says, at that instant still in time; it cites its clause and tells nothing of the question', () => {
    expect(owed(ANSWER, [asked({ what: 'Is he at school?' })])[0]).toMatchObject({ dueAt: due, dayEnd: false, clause: 'mash-info-return', because: ['youth offending was asked for what it holds', 'the question gives its own time'] })
    expect([0, 60_000].map((ms) => metInTime(owed(ANSWER, [asked(), answered('q1', plus(due, ms / 60_000))])[0]))).toEqual([true, false])
  })

  it('without a time nothing is due', () => {
    for (const wrong of [null, 'soon', '']) expect(owed(ANSWER, [asked({ due: wrong })])).toEqual([])
  })

  it('is met by its own answer, a refusal too, and by nobody else’s', () => {
    expect(open(ANSWER, [asked(), answered('q2')])).toHaveLength(1)
    expect(open(ANSWER, [asked(), answered()])).toEqual([])
    expect(open(ANSWER, [asked(), asked({ request_id: 'q2' }), answered()])).toHaveLength(1)
  })

  it('ends when the question is withdrawn', () => {
    expect(owed(ANSWER, [asked(), { when: '2016-05-16 10:00', what: 'information-request-withdrawn', with: { request_id: 'q1' } }])[0]?.ended?.why).toBe('withdrawn')
    expect(open(ANSWER, [asked(), { when: '2016-05-16 10:00', what: 'information-request-withdrawn', with: { request_id: 'q2' } }])).toHaveLength(1)
  })

  it('ends when its own matter is closed; a decision that goes on to protection still waits for it', () => {
    const decided = (outcome: string, referral: string): Line => ({ when: '2016-05-16 11:00', what: 'referral-decided', with: { outcome, by_role: 'mash-decision-maker' }, referral })
    expect(owed(ANSWER, [asked(), decided('nfa', 'r1')])[0]?.ended?.why).toBe('matter-closed')
    expect(open(ANSWER, [asked(), decided('nfa', 'r2')])).toHaveLength(1)
    expect(open(ANSWER, [asked(), decided('s47', 'r1')])).toHaveLength(1)
  })

  it('climbs from those who asked to the decision maker, the manager and no further by itself', () => {
    const told = rungsReached({ form: 'clock', owedBy: 'asked-agency', alert: ANSWER, startsAt: london('2016-05-16 09:00'), dueAt: due }, BASELINE, plus(due, 3 * 24 * 60))
    expect(told.map(({ rung, roles }) => [rung, ...roles])).toEqual([
      ['warning', 'mash-officer', 'mash-social-worker'], ['breach', 'mash-officer', 'mash-social-worker'], ['supervisor', 'mash-decision-maker'], ['manager', 'borough-manager'],
    ])
  })
})
