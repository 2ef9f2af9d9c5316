import { describe, expect, it } from 'vitest'
import { open, type Line } from '@/tests/support/story'

const measured = (detail: Record<string, unknown>, when = '2016-05-16 09:00'): Line => ({ when, what: 'measurement', with: detail })
const raised = (...lines: Line[]) => open('queue-breach', lines)

describe('a MASH queue', () => {
  it.each([
    ['more than twice a day’s intake', { value: 45, daily_intake: 22 }, true], ['twice a day’s intake', { value: 44, daily_intake: 22 }, false],
    ['a small borough’s own intake', { value: 13, daily_intake: 6 }, true], ['no intake said: that of a mean borough', { value: 44 }, false], ['one more', { value: 45 }, true],
    ['a range: its lower end', { value: '40-140' }, false], ['a range above', { value: '120-140', oldest: null }, true],
    ['one past its time', { value: 3, overdue: 1 }, true], ['none past its time', { value: 3, overdue: 0 }, false],
    ['the oldest of a week', { value: 2, oldest: '15 days' }, true], ['over a month', { value: 1, oldest: 'over a month' }, true], ['within the slowest rating', { value: 2, oldest: '4 days' }, false],
    ['an empty queue', { value: 0, oldest: '15 days' }, false], ['not known', { value: null }, false],
  ])('%s', (_what, detail, breach) => {
    expect(raised(measured({ metric: 'mash-queue', ...detail }))).toHaveLength(breach ? 1 : 0)
  })
})

describe('what one worker carries', () => {
  it.each([
    ['offenders-per-manager', { value: 60 }, false], ['offenders-per-manager', { value: 61 }, true], ['offenders-per-manager', { value: 55, target: 50 }, true],
    ['protection-plans', { value: 250, staff: 5 }, false], ['protection-plans', { value: 251, staff: 5 }, true], ['protection-plans', { value: 252 }, false], ['plans-per-worker', { value: 51 }, true],
    ['rso-visits-overdue', { value: 1 }, true], ['rso-visits-overdue', { value: 0 }, false],
    ['bellona-cases', { value: 31, target: 50, inflow: 400 }, true], ['bellona-cases', { value: 31, target: 50 }, false], ['bellona-cases', { value: 50, target: 50, inflow: 400 }, false],
    ['bellona-cases', { value: 31, target: 50, inflow: 50 }, false],
  ])('%s %j', (metric, detail, breach) => {
    expect(raised(measured({ metric, ...detail }))).toHaveLength(breach ? 1 : 0)
  })
})

it('stands until the same figure is within its limit again, and another figure answers nothing', () => {
  const first = measured({ metric: 'mash-queue', value: 132 })
  expect(raised(first, measured({ metric: 'rso-visits-overdue', value: 0 }, '2016-05-20 09:00'))).toHaveLength(1)
  expect(raised(first, measured({ metric: 'mash-queue', value: 100 }, '2016-05-20 09:00'))).not.toEqual([])
  expect(raised(first, measured({ metric: 'mash-queue', value: 20 }, '2016-05-20 09:00'))).toEqual([])
})
