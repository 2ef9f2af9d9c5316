import { describe, expect, it } from 'vitest'
import { open, owed, type Line } from '@/tests/support/story'

const THINK = 'wider-risk-to-check'
const line = (what: Line['what'], more: Record<string, unknown> = {}, when = '2016-05-16 09:00'): Line => ({ when, what, with: more })

describe('other children are thought of before the suspect has a name', () => {
  it.each<[Line, number]>([
    [line('contact-received', { suspect: 'unidentified' }), 1], [line('referral-made', { suspect: 'known' }), 1], [line('information-received', { indicators: ['online-contact-adult'] }), 1],
    [line('contact-received', { indicators: ['school-absence'] }), 0], [line('contact-received'), 0],
    // The clock of wider-risk asks for it: one task, not two.
    [line('contact-received', { suspect: 'known' }), 0],
  ])('%j: %s task', (start, tasks) => expect(owed(THINK, [start])).toHaveLength(tasks))

  it('whichever asks, the task is there', () => {
    for (const suspect of ['known', 'unidentified']) {
      const told = line('contact-received', { suspect })
      expect([...owed(THINK, [told]), ...owed('wider-risk-unassessed', [told])].map((duty) => duty.rule.task)).toEqual(['check-wider-risk'])
    }
  })

  it('is closed by the check, or by the clock that takes it over', () => {
    const told = line('contact-received', { suspect: 'unidentified' })
    expect(open(THINK, [told, line('wider-risk-check', {}, '2016-05-17 09:00')])).toEqual([])
    expect(open(THINK, [told, line('suspect-action', { action: 'identified' }, '2016-05-17 09:00')])).toEqual([])
    expect(open(THINK, [told, line('suspect-action', { action: 'not-arrested' }, '2016-05-17 09:00')])).toHaveLength(1)
  })
})
