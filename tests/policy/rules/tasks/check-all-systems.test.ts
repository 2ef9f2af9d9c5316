import { describe, expect, it } from 'vitest'
import { london, open, owed, type Line } from '@/tests/support/story'

const SYSTEMS = 'systems-not-checked'
const line = (what: Line['what'], more: Record<string, unknown> = {}, when = '2016-05-16 09:00'): Line => ({ when, what, with: more })

describe('all systems are checked', () => {
  it.each<[Line, number]>([
    [line('contact-received', { concern: 'neglect' }), 1], [line('information-received', { concern: 'indecent-images' }), 1], [line('referral-made', { suspect: 'unidentified' }), 1],
    [line('missing-reported'), 1], [line('offender-registered'), 1], [line('detained'), 1], [line('contact-received'), 0], [line('child-seen', { concern: 'neglect' }), 0],
  ])('%j: %s task', (start, tasks) => expect(owed(SYSTEMS, [start]).filter((duty) => duty.rule.task === 'check-all-systems')).toHaveLength(tasks))

  it('in a day by default, done by the check, and asked again for another concern only', () => {
    const told = line('contact-received', { concern: 'neglect' })
    const checked = line('intelligence-checked', {}, '2016-05-16 12:00')
    expect(owed(SYSTEMS, [told])[0]?.dueAt).toEqual(london('2016-05-17 09:00'))
    expect(open(SYSTEMS, [told, checked])).toEqual([])
    expect(owed(SYSTEMS, [told, line('referral-decided', { outcome: 'nfa' }, '2016-05-16 12:00')])[0]?.ended?.why).toBe('threshold-not-met')
    expect(open(SYSTEMS, [told, line('referral-decided', { outcome: 's47' }, '2016-05-16 12:00')])).toHaveLength(1)
    expect(open(SYSTEMS, [told, checked, line('information-received', { concern: 'neglect' }, '2016-05-20 09:00')])).toEqual([])
    expect(open(SYSTEMS, [told, checked, line('information-received', { concern: 'cse' }, '2016-05-20 09:00')])).toHaveLength(1)
  })
})
