import { describe, expect, it } from 'vitest'
import { findClause } from '@/lib/policy/clauses'
import { MEASURES, measureOf } from '@/lib/policy/measures/catalogue'
import { open, type Line } from '@/tests/support/story'

const measured = (detail: Record<string, unknown>, when = '2016-05-16 09:00'): Line => ({ when, what: 'measurement', with: detail })
const raised = (...lines: Line[]) => open('target-missed', lines)

describe('a figure against the target of its year', () => {
  it.each([
    ['2016-05-16 09:00', 'initial-conference-attendance', 99.9, true], ['2016-05-16 09:00', 'initial-conference-attendance', 100, false],
    // Ninety-five was enough until the year that asked for every one.
    ['2015-03-31 23:59', 'initial-conference-attendance', 95, false], ['2015-04-01 00:00', 'initial-conference-attendance', 95, true], ['2007-03-31 23:59', 'initial-conference-attendance', 10, false],
    ['2016-05-16 09:00', 'review-conference-attendance', 50, false], ['2016-05-16 09:00', 'review-conference-attendance', 49, true],
    ['2016-05-16 09:00', 'haven-90', 94.9, true], ['2016-05-16 09:00', 'haven-90', 95, false], ['2016-05-16 09:00', 'strategy-within-24h', 60.8, true],
    // Lower is better: fewer than 65 of 100.
    ['2016-05-16 09:00', 'bail-over-90-days', 64, false], ['2016-05-16 09:00', 'bail-over-90-days', 65, true], ['2016-05-16 09:00', 'bail-over-90-days', 70, true],
    ['2016-05-16 09:00', 'post-charge-kept', 0, false], ['2016-05-16 09:00', 'post-charge-kept', 1, true], ['2016-05-16 09:00', 'bellona-cases', 49, true], ['2016-05-16 09:00', 'bellona-cases', 50, false],
  ])('%s %s %d', (when, metric, value, missed) => {
    expect(raised(measured({ metric, value }, when))).toHaveLength(missed ? 1 : 0)
  })

  it('the target that it carries comes first, a word that no measure knows is judged by it alone', () => {
    expect(raised(measured({ metric: 'review-conference-attendance', value: 60, target: 75 }))).toHaveLength(1)
    expect(raised(measured({ metric: 'callbacks-in-time', value: 60, target: 75 }))).toHaveLength(1)
    expect(raised(measured({ metric: 'callbacks-late', value: 60, target: 75 }))).toEqual([])
    expect(raised(measured({ metric: 'callbacks-in-time', value: 60 }))).toEqual([])
    expect(raised(measured({ metric: 'something else', value: 60, target: 75 }))).toEqual([])
    expect(raised(measured({ metric: 'haven-90', value: null, target: 95 }))).toEqual([])
    expect(raised(measured({ metric: 'haven-90', value: '60-99', target: 95 }))).toHaveLength(1)
  })

  it('what waits is judged by its limit and by no target beside it', () => {
    expect(raised(measured({ metric: 'offenders-per-manager', value: 100, target: 60 }), measured({ metric: 'mash-queue', value: 100, target: 60 }))).toEqual([])
  })

  it('stands until the same figure meets it', () => {
    const first = measured({ metric: 'haven-90', value: 68 })
    expect(raised(first, measured({ metric: 'initial-conference-attendance', value: 100 }, '2016-06-01 09:00'))).toHaveLength(1)
    expect(raised(first, measured({ metric: 'haven-90', value: 95 }, '2016-06-01 09:00'))).toEqual([])
  })
})

it('every measure has a clause, and is found by its own name', () => {
  for (const measure of MEASURES) {
    expect(findClause(measure.clause), measure.id).not.toBeNull()
    expect(measureOf(measure.id)?.id).toBe(measure.id)
    expect([...measure.targets].sort((a, b) => (a.from < b.from ? -1 : 1))).toEqual(measure.targets)
  }
})
