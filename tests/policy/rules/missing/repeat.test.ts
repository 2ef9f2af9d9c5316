import { describe, expect, it } from 'vitest'
import { BASELINE, withOverlay } from '@/lib/policy/packs'
import { back, before, classed, reported, SIXTEEN } from '@/tests/support/away'
import { discussion, open, owed, QUORATE, type Line } from '@/tests/support/story'

const ALERT = 'repeat-missing'
const times = (lines: readonly Line[], child: Record<string, unknown> = {}): number => owed(ALERT, lines, { child: { age: 16, ...child } }).length
const away = (day: string): Line[] => [reported({}, `${day} 09:00`), back(`${day} 15:00`)]

describe('missing again and again', () => {
  it('the third time away in 90 days, absent counted in', () => {
    expect(times([...away('2016-03-01'), ...away('2016-04-01')])).toBe(0)
    expect(times([...away('2016-03-01'), ...away('2016-04-01'), ...away('2016-05-01')])).toBe(1)
    expect(times([...away('2016-03-01'), reported({}, '2016-04-01 09:00'), classed('absent', '2016-04-01 09:00'), back('2016-04-01 12:00'), ...away('2016-05-01')])).toBe(1)
  })

  it('90 days to the minute: at their end the first is no longer counted', () => {
    const first = away('2016-02-01')
    const third = (when: string): Line[] => [...first, ...away('2016-03-01'), reported({}, when)]
    // 1 February 09:00 in winter and 90 times 24 hours: 1 May 10:00 in summer.
    expect(times(third('2016-05-01 09:59'))).toBe(1)
    expect(times(third('2016-05-01 10:00'))).toBe(0)
  })

  it('counts known from before without dates', () => {
    expect(times([before({ missing: 2 }), reported()])).toBe(1)
    expect(times([before({ missing: 1 }), reported()])).toBe(0)
    expect(times([before({ missing: 1, absent: 1 }), reported()])).toBe(1)
    expect(times([before({ missing: 1 }), ...away('2016-05-10'), reported()])).toBe(1)
  })

  it('an earlier time away of 24 hours or more, any link to exploitation, or so reported', () => {
    const long = (until: string): Line[] => [reported({}, '2016-05-01 09:00'), back(until), reported()]
    expect(times(long('2016-05-02 08:59'))).toBe(0)
    expect(times(long('2016-05-02 09:00'))).toBe(1)
    expect(times([reported()], { flags: ['cse-risk'] })).toBe(1)
    expect(times([reported({ answers: { cse_risk: true } })])).toBe(1)
    expect(times([reported({ concern: 'repeat-missing' })])).toBe(1)
    expect(times([reported()])).toBe(0)
  })

  it('a second caller is not a second time away, a return not written down is', () => {
    const callers = [...away('2016-05-10'), reported(), reported({ by: 'mother' }, '2016-05-16 20:00'), reported({ by: 'school' }, '2016-05-17 19:00')]
    expect(times(callers)).toBe(0)
    expect(times([reported({}, '2016-05-01 09:00'), reported({}, '2016-05-05 09:00'), reported()])).toBe(1)
  })

  it('is answered for 28 days by a quorate discussion or a plan review, unless it brings something new', () => {
    const known = before({ missing: 5 })
    const held = (participants = QUORATE): Line => discussion('2016-05-02 09:00', participants)
    expect(times([known, held(), reported()])).toBe(0)
    expect(times([known, held(['social-worker', 'police']), reported()])).toBe(1)
    expect(times([known, discussion('2016-04-18 08:59'), reported()])).toBe(1)
    expect(times([known, discussion('2016-04-18 09:00'), reported()])).toBe(0)
    expect(times([known, held(), reported({ new_place: true })])).toBe(1)
    expect(times([known, held(), reported({ suspect: 'suspect-7' })])).toBe(1)
    expect(times([known, { when: '2016-05-02 09:00', what: 'conference-held', with: { type: 'review' } }, reported()])).toBe(0)
    expect(open(ALERT, [known, reported(), discussion('2016-05-17 09:00')], SIXTEEN)).toEqual([])
    expect(open(ALERT, [known, reported(), { when: '2016-05-17 09:00', what: 'trigger-plan-made' }], SIXTEEN)).toHaveLength(1)
  })

  it('the threshold is configuration: a borough may set it lower', () => {
    const pack = withOverlay(BASELINE, { id: 'bromley', version: '1', values: { 'repeat-missing': 2 } })
    expect(owed(ALERT, [...away('2016-05-01'), reported()], { ...SIXTEEN, pack })).toHaveLength(1)
    expect(owed(ALERT, [...away('2016-05-01'), reported()], SIXTEEN)).toHaveLength(0)
  })

  it('opens the strategy discussion, and the trigger plan', () => {
    const lines = [before({ missing: 2 }), reported()]
    expect(open('strategy-discussion-overdue/force-24h', lines, SIXTEEN)).toHaveLength(1)
    expect(open('strategy-discussion-overdue/standard', lines, SIXTEEN)).toHaveLength(1)
    expect(open('trigger-plan-outstanding', lines, SIXTEEN)).toHaveLength(1)
    expect(open('strategy-discussion-overdue/standard', [reported()], SIXTEEN)).toEqual([])
    // A second caller starts none of it again.
    expect(owed('strategy-discussion-overdue/standard', [...lines, reported({ by: 'mother' }, '2016-05-16 10:00')], SIXTEEN)).toHaveLength(1)
  })
})
