import { describe, expect, it } from 'vitest'
import { london, open, owed, type Line } from '@/tests/support/story'

const WITHDRAWN = 'withdrawal-unreviewed'
const withdrawn = (when = '2016-05-16 09:00'): Line => ({ when, what: 'complaint-withdrawn', with: { reason: 'fear' } })
const review = (when: string): Line => ({ when, what: 'supervisor-review' })

describe('a complaint withdrawn', () => {
  it('is reviewed within 24 hours', () => expect(owed(WITHDRAWN, [withdrawn()])[0]).toMatchObject({ dueAt: london('2016-05-17 09:00'), dayEnd: false, because: ['the complaint was withdrawn: fear'] }))
  it('by a review after it, never by one before', () => {
    expect(open(WITHDRAWN, [review('2016-05-16 08:59'), withdrawn()])).toHaveLength(1)
    expect(open(WITHDRAWN, [withdrawn(), review('2016-05-16 09:00')])).toEqual([])
    expect(open(WITHDRAWN, [review('2016-05-16 09:00'), withdrawn()])).toHaveLength(1)
  })
  it('each time', () => expect(open(WITHDRAWN, [withdrawn(), review('2016-05-16 10:00'), withdrawn('2016-06-16 09:00')])).toHaveLength(1))
  it('and nothing else answers it', () => expect(open(WITHDRAWN, [withdrawn(), { when: '2016-05-16 10:00', what: 'family-contacted' }, { when: '2016-05-16 11:00', what: 'case-closed' }])).toHaveLength(1))
})
