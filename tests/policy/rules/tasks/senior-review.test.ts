import { describe, expect, it } from 'vitest'
import { open, owed, type Line } from '@/tests/support/story'

const SENIOR = 'senior-review-outstanding'
const line = (what: Line['what'], more: Record<string, unknown> = {}, when = '2016-05-16 09:00'): Line => ({ when, what, with: more })
const asked = (...lines: Line[]) => owed(SENIOR, lines).map((duty) => duty.startedBy.kind)

describe('an inspector looks at it', () => {
  it('a withdrawal, harm in custody', () => expect(asked(line('complaint-withdrawn'), line('self-harm-incident', {}, '2016-05-16 10:00'))).toEqual(['complaint-withdrawn', 'self-harm-incident']))

  it('a grade below what the facts propose; the grade itself not known asks for none', () => {
    const gone = line('missing-reported', { concern: 'cse', indicators: ['poses-risk-to-others'] })
    expect(asked(gone, line('missing-risk-graded', { level: 'medium' }))).toEqual(['missing-risk-graded'])
    for (const level of ['high', null, 'grave']) expect(asked(gone, line('missing-risk-graded', { level }))).toEqual([])
    expect(asked(line('missing-reported'), line('missing-risk-graded', { level: 'medium' }))).toEqual([])
  })

  it('bail renewed beyond 90 days, to the instant', () => {
    const first = line('bail-set', { count: 1 }, '2016-05-16 09:00')
    expect(asked(first, line('bail-set', { count: 2 }, '2016-08-14 09:00'))).toEqual([])
    expect(asked(first, line('bail-set', { count: 2 }, '2016-08-14 09:01'))).toEqual(['bail-set'])
    expect(asked(first)).toEqual([])
  })

  it('two visits at home that failed since the offender was last seen there', () => {
    const visit = (when: string, more: Record<string, unknown>): Line => line('rso-visit', { place: 'home', ...more }, when)
    expect(asked(visit('2016-05-16 09:00', { seen: false }))).toEqual([])
    expect(asked(visit('2016-05-16 09:00', { seen: false }), visit('2016-05-20 09:00', { seen: false }))).toEqual(['rso-visit'])
    expect(asked(visit('2016-05-16 09:00', { seen: false }), visit('2016-05-18 09:00', { seen: true }), visit('2016-05-20 09:00', { seen: false }))).toEqual([])
    expect(asked(visit('2016-05-16 09:00', { seen: false }), visit('2016-05-18 09:00', { place: 'station', seen: true }), visit('2016-05-20 09:00', { seen: false }))).toEqual(['rso-visit'])
    expect(asked(visit('2016-05-16 09:00', {}), visit('2016-05-20 09:00', {}))).toEqual([])
  })

  it('the arrest of a child at risk', () => {
    expect(asked(line('detained', { prior_risk: ['self-harm'] }))).toEqual(['detained'])
    expect(asked(line('detained', { prior_risk: [] }))).toEqual([])
    expect(asked(line('missing-reported'), line('detained', {}, '2016-05-16 10:00'))).toEqual(['detained'])
    expect(asked(line('missing-reported'), line('child-returned', {}, '2016-05-16 09:30'), line('detained', {}, '2016-05-16 10:00'))).toEqual([])
    expect(owed(SENIOR, [line('detained')], { child: { flags: ['cse-risk'] } })).toHaveLength(1)
  })

  it('is done by an inspector or above, or by whoever it was where the rank is not known; a sergeant’s is none', () => {
    const review = (rank: unknown): Line => line('supervisor-review', { rank }, '2016-05-16 10:00')
    for (const rank of ['detective inspector', 'superintendent', null, undefined]) expect(open(SENIOR, [line('complaint-withdrawn'), review(rank)])).toEqual([])
    for (const rank of ['sergeant', 'detective constable']) expect(open(SENIOR, [line('complaint-withdrawn'), review(rank)])).toHaveLength(1)
  })
})
