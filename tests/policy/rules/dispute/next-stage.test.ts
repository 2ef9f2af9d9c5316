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
    expect(owed(DISPUTE, [asked, escalated({ duties: ['dispute-row'], started_by: ['c1'] })]).map((duty) => duty.met !== null)).toEqual([true, false])
    expect(open(DISPUTE, [asked, escalated({ duties: ['strategy-row', 'another-row'], started_by: ['e0'] })])).toEqual([])
    expect(open(DISPUTE, [asked, escalated({ duties: ['decision-row'], started_by: ['e0'] })])).toHaveLength(1)
    expect(open(DISPUTE, [asked, escalated({})])).toHaveLength(1)
    expect(owed(DISPUTE, [{ ...position('health', false), id: 'p1' }, escalated({ duties: ['dispute-row'], started_by: ['p1'] })]).map((duty) => duty.met !== null)).toEqual([true, false])
    expect(open(DISPUTE, [{ ...position('health', false), id: 'p1' }, escalated({ duties: ['decision-row'], started_by: ['e0'] })])).toHaveLength(1)
  })

  it('a dissent starts one, agreement does not, and the same agency may withdraw it', () => {
    expect(owed(DISPUTE, [position('health', true)])).toEqual([])
    expect(open(DISPUTE, [position('health', false)])).toHaveLength(1)
    expect(open(DISPUTE, [position('health', false), position('police', true, '2016-05-23 09:00')])).toHaveLength(1)
    expect(open(DISPUTE, [position('health', false), position('health', true, '2016-05-23 09:00')])).toEqual([])
  })

  it('each stage has the same time again, until it is settled or at the top', () => {
    const asked: Line = { ...challenge({ duties: ['strategy-row'] }), id: 'c1' }
    const up = (id: string, of: string, when: string): Line => ({ when, what: 'duty-escalated', with: { duties: ['dispute-row'], started_by: [of] }, id })
    const twice = [asked, up('e1', 'c1', '2016-05-23 09:00'), up('e2', 'e1', '2016-05-25 09:00')]
    expect(owed(DISPUTE, twice).map((duty) => [duty.dueAt, duty.met === null, duty.because.at(1)])).toEqual([
      [midnightClosing('2016-05-27'), false, 'nothing says that the child is unsafe meanwhile'],
      // 30 May is a bank holiday.
      [midnightClosing('2016-05-31'), false, 'it was taken up: this is stage 2 of 4'], [midnightClosing('2016-06-02'), true, 'it was taken up: this is stage 3 of 4']])
    const settled = (of: string): Line => ({ when: '2016-05-26 09:00', what: 'dispute-settled', with: { of, how: 'agreed' } })
    expect(open(DISPUTE, [...twice, settled('c1')])).toEqual([])
    expect(open(DISPUTE, [...twice, settled('another')])).toHaveLength(1)
    expect(open(DISPUTE, [...twice, discussion('2016-05-26 09:00')])).toEqual([])
    const top = [...twice, up('e3', 'e2', '2016-05-26 09:00'), up('e4', 'e3', '2016-05-26 10:00')]
    expect(open(DISPUTE, top)).toEqual([])
    expect(owed(DISPUTE, top)).toHaveLength(4)
  })

  it('unsafe stays unsafe at every stage: each is due the same day', () => {
    const asked: Line = { ...challenge({ unsafe: true }), id: 'c1' }
    const next = owed(DISPUTE, [asked, { when: '2016-05-21 09:00', what: 'duty-escalated', with: { started_by: ['c1'] }, id: 'e1' }])[1]
    expect(next?.dueAt).toEqual(midnightClosing('2016-05-21'))
  })
})
