import { describe, expect, it } from 'vitest'
import { backlogOf } from '@/lib/policy/backlog'
import { receivedOutOfHours } from '@/lib/policy/calendar/mash-hours'
import { LEVEL_OF_NEED } from '@/lib/policy/levels'
import { BASELINE } from '@/lib/policy/packs'
import { london, plus } from '@/tests/support/story'

const now = london('2016-05-18 12:00')
const waiting = (hoursLeft: number) => ({ receivedAt: london('2016-05-17 09:00'), dueAt: plus(now, hoursLeft * 60), dayEnd: false })

describe('the MASH backlog', () => {
  it('is breached by any that is late, or by more than twice a mean day’s intake', () => {
    expect(backlogOf([], 5, BASELINE, now)).toEqual({ waiting: 0, oldest: null, overdue: 0, breached: false })
    expect(backlogOf([waiting(1), waiting(-1)], 5, BASELINE, now)).toMatchObject({ waiting: 2, overdue: 1, breached: true, oldest: london('2016-05-17 09:00') })
    expect(backlogOf([waiting(1), waiting(0)], 1, BASELINE, now).breached, 'at the instant still in time; twice is not more than twice').toBe(false)
    expect(backlogOf([waiting(1), waiting(1), waiting(1)], 1, BASELINE, now).breached).toBe(true)
    expect(backlogOf([waiting(1), waiting(1), waiting(1)], null, BASELINE, now).breached, 'intake not known').toBe(false)
  })

  it.each([
    ['2016-05-16 08:59', true], ['2016-05-16 09:00', false], ['2016-05-16 16:59', false], ['2016-05-16 17:00', true], ['2016-05-21 12:00', true],
    ['2016-05-30 12:00', true], ['2016-12-26 12:00', true], ['2016-01-04 09:00', false], ['2016-07-01 09:00', false],
  ])('received %s, out of hours: %s', (when, late) => expect(receivedOutOfHours(london(when))).toBe(late))

  it('ratings follow the continuum of need', () => {
    expect(LEVEL_OF_NEED).toEqual({ blue: 'none', green: 'early-help', amber: 'complex', red: 'child-protection' })
  })
})
