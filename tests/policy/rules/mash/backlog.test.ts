import { describe, expect, it } from 'vitest'
import { backlogOf } from '@/lib/policy/backlog'
import { receivedOutOfHours } from '@/lib/policy/calendar/mash-hours'
import { LEVEL_OF_NEED } from '@/lib/policy/levels'
import { BASELINE } from '@/lib/policy/packs'
import { london } from '@/tests/support/story'

describe('the MASH backlog', () => {
  it('is breached by any past the time of its rating, or by more than twice a mean day’s intake', () => {
    expect(backlogOf({ waiting: 0, overdue: 0 }, 5, BASELINE)).toEqual({ late: false, tooMany: false })
    expect(backlogOf({ waiting: 2, overdue: 1 }, 5, BASELINE)).toEqual({ late: true, tooMany: false })
    expect(backlogOf({ waiting: 2, overdue: 0 }, 1, BASELINE), 'twice is not more than twice').toEqual({ late: false, tooMany: false })
    expect(backlogOf({ waiting: 3, overdue: 0 }, 1, BASELINE)).toEqual({ late: false, tooMany: true })
    expect(backlogOf({ waiting: 300, overdue: 0 }, null, BASELINE), 'intake not known').toEqual({ late: false, tooMany: false })
  })

  it.each([
    ['2016-05-16 08:59', true], ['2016-05-16 09:00', false], ['2016-05-16 16:59', false], ['2016-05-16 17:00', true], ['2016-05-21 12:00', true],
    ['2016-05-30 12:00', true], ['2016-12-26 12:00', true], ['2016-01-04 09:00', false], ['2016-07-01 09:00', false],
  ])('received %s, out of hours: %s', (when, late) => expect(receivedOutOfHours(london(when))).toBe(late))

  it('ratings follow the continuum of need', () => {
    expect(LEVEL_OF_NEED).toEqual({ blue: 'none', green: 'early-help', amber: 'complex', red: 'child-protection' })
  })
})
