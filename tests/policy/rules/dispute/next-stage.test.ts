import { describe, expect, it } from 'vitest'
import { discussion, midnightClosing, open, owed, type Line } from '@/tests/support/story'

const DISPUTE = 'dispute-unresolved'
const challenge = (more: Record<string, unknown> = {}): Line => ({ when: '2016-05-20 18:00', what: 'police-challenge', with: more })
const position = (agency: string, agrees: boolean, when = '2016-05-20 18:00'): Line => ({ when, what: 'position-given', with: { agency, agrees } })

describe('a disagreement between agencies goes up the line', () => {
  it.each([[{}, '2016-05-27'], [{ unsafe: true }, '2016-05-20'], [{ concern: 'serious-injury' }, '2016-05-20'], [{ unsafe: false }, '2016-05-27']])('%j by the end of %s', (more, lastDay) => {
    expect(owed(DISPUTE, [challenge(more)])[0]).toMatchObject({ dueAt: midnightClosing(lastDay), dayEnd: true, clause: 'escalation-dispute' })
  })

  it('a challenge is answered by the discussion, by the next stage, or by threshold not met', () => {
    expect(open(DISPUTE, [challenge(), discussion('2016-05-23 09:00')])).toEqual([])
    expect(open(DISPUTE, [challenge(), discussion('2016-05-23 09:00', ['social-worker', 'police'])])).toHaveLength(1)
    expect(open(DISPUTE, [challenge(), { when: '2016-05-23 09:00', what: 'referral-decided', with: { outcome: 'nfa', by_role: 'mash-decision-maker' } }])).toEqual([])
  })

  it('only what takes up this disagreement, or the duty that was challenged, is its next stage', () => {
    const escalated = (more: Record<string, unknown>): Line => ({ when: '2016-05-23 09:00', what: 'duty-escalated', with: more })
    const asked: Line = { ...challenge({ duties: ['strategy-row'] }), id: 'c1' }
    expect(open(DISPUTE, [asked, escalated({ duties: ['dispute-row'], started_by: ['c1'] })])).toEqual([])
    expect(open(DISPUTE, [asked, escalated({ duties: ['strategy-row', 'another-row'], started_by: ['e0'] })])).toEqual([])
    expect(open(DISPUTE, [asked, escalated({ duties: ['decision-row'], started_by: ['e0'] })])).toHaveLength(1)
    expect(open(DISPUTE, [asked, escalated({})])).toHaveLength(1)
    expect(open(DISPUTE, [{ ...position('health', false), id: 'p1' }, escalated({ duties: ['dispute-row'], started_by: ['p1'] })])).toEqual([])
    expect(open(DISPUTE, [{ ...position('health', false), id: 'p1' }, escalated({ duties: ['decision-row'], started_by: ['e0'] })])).toHaveLength(1)
  })

  it('a dissent starts one, agreement does not, and the same agency may withdraw it', () => {
    expect(owed(DISPUTE, [position('health', true)])).toEqual([])
    expect(open(DISPUTE, [position('health', false)])).toHaveLength(1)
    expect(open(DISPUTE, [position('health', false), position('police', true, '2016-05-23 09:00')])).toHaveLength(1)
    expect(open(DISPUTE, [position('health', false), position('health', true, '2016-05-23 09:00')])).toEqual([])
  })
})
