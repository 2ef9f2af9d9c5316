import { describe, expect, it } from 'vitest'
import { discussion, london, open, owed, QUORATE, type Line } from '@/tests/support/story'

const STRATEGY = 'strategy-discussion-overdue/same-day'
const MASH = 'mash-assessment-overdue'
const referred = (when: string, more: Record<string, unknown> = {}): Line => ({ when, what: 'referral-made', with: { concern: 'serious-injury', ...more } })
const assessed = (when: string): Line => ({ when, what: 'risk-assessed' })

describe('what was done before does not answer', () => {
  const first = [referred('2016-05-16 09:00', { suspect: 'known', suspect_ids: ['alph'] }), discussion('2016-05-16 12:00'), { when: '2016-05-16 13:00', what: 'case-allocated', with: { team: 'cait' } } as Line]

  it.each([
    ['another suspect', { suspect: 'known', suspect_ids: ['beth'] }],
    ['another suspect beside the first', { suspect_ids: ['alph', 'beth'] }],
    ['a new incident', { suspect_ids: ['alph'], new_incident: true }],
    ['a new place', { new_place: true }],
  ])('%s', (_what, facts) => {
    const again = [...first, referred('2016-05-26 09:00', facts)]
    for (const alert of [STRATEGY, MASH, 'allocation-overdue']) expect(open(alert, again), alert).toHaveLength(1)
  })

  it('and the same matter told again is answered', () => {
    for (const facts of [{ suspect: 'known', suspect_ids: ['alph'] }, { suspect: 'unidentified' }, {}, { new_incident: false }]) {
      const again = [...first, referred('2016-05-26 09:00', facts)]
      for (const alert of [STRATEGY, MASH, 'allocation-overdue']) expect(open(alert, again), alert).toEqual([])
    }
  })
})

describe('an assessment in the MASH', () => {
  const neglect = [referred('2016-05-16 09:00', { concern: 'neglect' }), assessed('2016-05-16 10:00')]
  it('says nothing of another concern', () => {
    const [clock] = open(MASH, [...neglect, referred('2016-05-26 09:00', { rag: 'red' })])
    expect(clock?.dueAt).toEqual(london('2016-05-26 13:00'))
  })
  it('says nothing of the same concern when it is rated red now', () => {
    expect(open(MASH, [...neglect, referred('2016-05-26 09:00', { concern: 'neglect', rag: 'red' })])).toHaveLength(1)
    expect(open(MASH, [...neglect, referred('2016-05-26 09:00', { concern: 'neglect', rag: 'amber' })])).toEqual([])
  })
  it('is not met by the decision on another referral that waits', () => {
    const two: Line[] = [
      { ...referred('2016-05-16 09:00', { concern: 'neglect' }), referral: 'r1' }, { ...referred('2016-05-16 09:30', { rag: 'red' }), referral: 'r2' },
      { when: '2016-05-16 10:00', what: 'referral-decided', referral: 'r1', with: { outcome: 's17', by_role: 'MASH decision maker' } },
    ]
    expect(open(MASH, two).map((duty) => duty.startedBy.referralId)).toEqual(['r2'])
    expect(open(MASH, [...two, { when: '2016-05-16 11:00', what: 'referral-decided', referral: 'r2', with: { outcome: 's47', by_role: 'MASH decision maker' } }])).toEqual([])
  })
})

it('an allocation answers for ninety days, and no longer', () => {
  const given: Line = { when: '2016-01-04 09:00', what: 'case-allocated', with: { team: 'cait' } }
  const contact = (when: string): Line => ({ when, what: 'contact-received', with: { concern: 'neglect' } })
  expect(owed('allocation-overdue', [given, contact('2016-04-03 10:00')])).toEqual([])
  expect(owed('allocation-overdue', [given, contact('2016-04-03 10:01')])).toHaveLength(1)
})

it('a discussion that nothing says what it was about answers what is written down in its days, and no later', () => {
  const held = discussion('2016-05-16 12:00')
  expect(owed(STRATEGY, [held, referred('2016-05-19 23:59')])).toEqual([])
  expect(owed(STRATEGY, [held, referred('2016-05-20 00:01')])).toHaveLength(1)
})

describe('the agency that referred', () => {
  const school = (when: string): Line => ({ when, what: 'referral-made', with: { concern: 'neglect', referrer: 'school' } })
  const later = referred('2016-05-16 09:00', { concern: 'cse' })
  const without = discussion('2016-05-16 14:00')
  it('long ago, and heard then, is not asked for at every later discussion', () => {
    expect(owed('strategy-discussion-quorum', [school('2015-07-20 09:00'), discussion('2015-07-21 09:00', [...QUORATE, 'education']), later, without])).toEqual([])
  })
  it('is asked for where it was never heard, or referred lately', () => {
    expect(owed('strategy-discussion-quorum', [school('2015-07-20 09:00'), later, without])).toHaveLength(1)
    expect(owed('strategy-discussion-quorum', [school('2016-04-20 09:00'), discussion('2016-04-21 09:00', [...QUORATE, 'education']), later, without])).toHaveLength(1)
  })
})
