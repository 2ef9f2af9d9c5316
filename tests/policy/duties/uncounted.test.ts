import { describe, expect, it } from 'vitest'
import { isOpen } from '@/lib/policy/duties'
import { london, owed } from '@/tests/support/story'

describe('a clock whose working days lie outside the bank holidays held', () => {
  it.each([['2008-02-28 10:00', 'before them'], ['2028-12-27 10:00', 'past them']])('that starts on %s is due at once and says why, and the child is on record', (when) => {
    const [standard] = owed('strategy-discussion-overdue/standard', [{ when, what: 'referral-made', with: { concern: 'neglect' } }])
    expect(standard).toMatchObject({ dueAt: london(when), dayEnd: false, days: [] })
    expect(standard && isOpen(standard)).toBe(true)
    expect(standard?.because.at(-1)).toMatch(/bank holidays.*due at once/)
    // Hours need no holiday: the target beside it is counted as ever.
    const [target] = owed('strategy-discussion-overdue/force-24h', [{ when, what: 'referral-made', with: { concern: 'neglect' } }])
    expect(target?.dueAt).toEqual(new Date(london(when).getTime() + 24 * 3_600_000))
    expect(target?.because.join()).not.toMatch(/bank holidays/)
  })
})
