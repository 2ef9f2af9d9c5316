import { describe, expect, it } from 'vitest'
import { midnightClosing, owed, type Line } from '@/tests/support/story'

const claim = { concern: 'organised-abuse', complex: true, reason: 'Seven children, two schools', manager: 'Ms Idris' }
const line = (when: string, detail: Record<string, unknown>): Line => ({ when, what: 'referral-made', with: detail })
const bases = (lines: Line[]) => owed('strategy-discussion-overdue', lines).map((duty) => duty.rule.form === 'clock' && duty.rule.basis)

describe('strategy discussion, particularly complex', () => {
  it('stands in place of the three days when claimed at the start with a reason and a manager', () => {
    const duties = owed('strategy-discussion-overdue', [line('2016-05-16 09:00', claim)])
    expect(duties.map((duty) => [duty.rule.id, duty.dueAt])).toEqual([
      ['strategy-discussion/force-24h', new Date('2016-05-17T08:00:00Z')], ['strategy-discussion/complex', midnightClosing('2016-05-23')],
    ])
    expect(duties[1]).toMatchObject({ clause: 'sd-complex' })
    expect(duties[1]?.because.join()).toContain('particularly complex')
    expect(duties[1]?.because.join(), 'what was typed stays among the words').not.toContain('Ms Idris')
  })

  it('an allegation against staff may be complex too, whatever the concern', () => {
    expect(bases([line('2016-05-16 09:00', { ...claim, concern: 'sexual-abuse', staff_concerned: true })])).toEqual(['force-24h', 'complex'])
  })

  it('an organised group may be complex too, whatever the concern', () => {
    expect(bases([line('2016-05-16 09:00', { ...claim, concern: 'cse', organised: true })])).toEqual(['force-24h', 'complex'])
    expect(bases([line('2016-05-16 09:00', { ...claim, concern: 'cse', organised: false })])).toEqual(['force-24h', 'standard'])
  })

  it.each([
    ['without a reason', { ...claim, reason: null }], ['without a manager', { ...claim, manager: '' }], ['not claimed', { ...claim, complex: null }],
    ['of another concern', { ...claim, concern: 'neglect' }],
  ])('%s it is the three days', (_what, detail) => {
    expect(bases([line('2016-05-16 09:00', detail)])).toEqual(['force-24h', 'standard'])
  })

  it('claimed later it delays nothing: the three days run on', () => {
    const lines = [line('2016-05-16 09:00', { concern: 'organised-abuse' }), line('2016-05-17 09:00', claim)]
    const standard = owed('strategy-discussion-overdue/standard', lines)
    expect(standard).toHaveLength(1)
    expect(standard[0]).toMatchObject({ dueAt: midnightClosing('2016-05-19'), met: null, ended: null, shortenedBy: null })
  })

  it('never against a faster band', () => {
    expect(bases([line('2016-05-16 09:00', { ...claim, concern: 'serious-injury', staff_concerned: true })])).toEqual(['same-day', 'force-24h', 'complex'])
    expect(bases([line('2016-05-16 09:00', { ...claim, immediate_action: true })])).toEqual(['force-24h', 'immediate-action', 'complex'])
  })
})
