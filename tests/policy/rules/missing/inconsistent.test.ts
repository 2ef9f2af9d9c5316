import { describe, expect, it } from 'vitest'
import { switchesOf } from '@/lib/policy/missing/class'
import { back, before, classed, reported, SIXTEEN } from '@/tests/support/away'
import { discussion, historyOf, open, owed, type Line } from '@/tests/support/story'

const ALERT = 'classification-inconsistent'
const away = (day: string, as: 'missing' | 'absent'): Line[] => [reported({}, `${day} 09:00`), classed(as, `${day} 09:05`), back(`${day} 15:00`)]
const raised = (...lines: Line[]) => owed(ALERT, lines, SIXTEEN)

describe('a class without a pattern', () => {
  it('changed three times in 90 days, raised at the third', () => {
    const [a, b, c, d] = [away('2016-03-01', 'missing'), away('2016-03-10', 'absent'), away('2016-04-01', 'missing'), away('2016-04-20', 'absent')]
    expect(raised(...a, ...b, ...c)).toEqual([])
    expect(raised(...a, ...b, ...c, ...d).map((duty) => duty.startedBy.at.toISOString())).toEqual(['2016-04-20T08:05:00.000Z'])
    expect(raised(...away('2015-12-01', 'missing'), ...away('2015-12-10', 'absent'), ...away('2016-03-20', 'missing'), ...d)).toEqual([])
  })

  it('the change at 24 hours is none, nor a class said again', () => {
    const overnight = [reported({}, '2016-04-01 09:00'), classed('absent', '2016-04-01 09:05'), classed('missing', '2016-04-02 09:10'), back('2016-04-02 15:00')]
    expect(switchesOf(historyOf(overnight, SIXTEEN))).toEqual([])
    expect(switchesOf(historyOf([...overnight, ...away('2016-04-10', 'missing')], SIXTEEN))).toHaveLength(1)
    const [first, second, third] = [away('2016-03-01', 'missing'), away('2016-03-10', 'absent'), away('2016-03-20', 'missing')]
    expect(raised(...first, ...second, ...third)).toEqual([])
    expect(raised(reported(), classed('missing'), classed('missing', '2016-05-16 10:00'), classed('missing', '2016-05-16 11:00'), classed('missing', '2016-05-16 12:00'))).toEqual([])
  })

  it('five of each known from before without dates', () => {
    expect(raised(before({ missing: 30, absent: 16 }), reported())).toHaveLength(1)
    expect(raised(before({ missing: 5, absent: 5 }), reported())).toHaveLength(1)
    expect(raised(before({ missing: 22, absent: 4 }), reported())).toEqual([])
  })

  it('absent against what was on record then, and not against what was written down later', () => {
    const flagged: Line = { when: '2016-05-10 09:00', what: 'flag-changed', with: { flag: 'cse-risk', change: 'added' } }
    const fact: Line = { when: '2016-05-10 09:00', what: 'contact-received', with: { concern: 'cse' } }
    expect(raised(flagged, reported(), classed('absent'))[0]?.because).toEqual(['the child was classed absent though the child is flagged at risk of exploitation'])
    expect(raised(fact, reported(), classed('absent'))).toHaveLength(1)
    expect(raised({ ...fact, recorded: '2016-05-18 09:00' }, reported(), classed('absent'))).toEqual([])
    expect(raised(reported(), classed('absent'))).toEqual([])
    // A plan made since says nothing of that day.
    expect(owed(ALERT, [reported(), classed('absent')], { child: { age: 16, planCategory: 'neglect', health: ['asthma'] } })).toEqual([])
  })

  it('a supervisor’s review or a discussion answers it', () => {
    const lines = [before({ missing: 9, absent: 9 }), reported()]
    expect(open(ALERT, [...lines, discussion('2016-05-17 09:00')], SIXTEEN)).toEqual([])
    expect(open(ALERT, [...lines, { when: '2016-05-17 09:00', what: 'supervisor-review', with: { rank: 'sergeant' } }], SIXTEEN)).toEqual([])
    expect(open(ALERT, [...lines, { when: '2016-05-17 09:00', what: 'supervisor-review', with: { rank: 'constable' } }], SIXTEEN)).toHaveLength(1)
  })
})
