import { describe, expect, it } from 'vitest'
import { discussion, london, midnightClosing, open, owed, type Line } from '@/tests/support/story'

const ALLOCATION = 'allocation-overdue'
const STANDARD = 'strategy-discussion-overdue/standard'
const contact = (id: string, when: string, more: Record<string, unknown> = {}): Line => ({ when, what: 'contact-received', with: { concern: 'neglect', ...more }, id })
const annulled = (of: string, when = '2016-05-16 15:00'): Line => ({ when, what: 'duty-annulled', with: { of, reason: 'entered on the wrong child' } })

describe('a start entered in error', () => {
  it('is annulled: every duty it started ends as annulled and stays to be seen', () => {
    const lines = [contact('c1', '2016-05-16 09:00'), annulled('c1')]
    for (const alert of ['strategy-discussion-overdue', ALLOCATION, 'contact-unactioned']) {
      expect(open(alert, lines)).toEqual([])
      expect(owed(alert, lines).every((duty) => duty.ended?.why === 'annulled')).toBe(true)
      expect(owed(alert, lines).length).toBeGreaterThan(0)
    }
  })

  it('annulling one leaves what another fact had asked for, from its own start', () => {
    const lines = [contact('c1', '2016-05-16 09:00'), contact('c2', '2016-05-17 09:00'), annulled('c1', '2016-05-17 12:00')]
    expect(open(STANDARD, lines).map((duty) => [duty.startedBy.id, duty.dueAt])).toEqual([['c2', midnightClosing('2016-05-20')]])
  })

  it('a wrong fact that had shortened a clock gives the former clock back', () => {
    const lines = [contact('c1', '2016-05-16 09:00'), contact('c2', '2016-05-16 10:00', { urgency: 'high' })]
    expect(open(ALLOCATION, lines).map((duty) => duty.dueAt)).toEqual([london('2016-05-17 10:00')])
    expect(open(ALLOCATION, [...lines, annulled('c2')]).map((duty) => [duty.startedBy.id, duty.dueAt])).toEqual([['c1', midnightClosing('2016-05-17')]])
  })

  it('an annulled fact that only waited is not taken up', () => {
    const lines = [contact('c1', '2016-05-16 09:00'), contact('c2', '2016-05-17 09:00'), annulled('c2', '2016-05-17 10:00'), annulled('c1', '2016-05-17 12:00')]
    expect(open(STANDARD, lines)).toEqual([])
  })

  it('a discussion meets what waited as well', () => {
    const lines = [contact('c1', '2016-05-16 09:00'), contact('c2', '2016-05-17 09:00'), discussion('2016-05-17 10:00'), annulled('c1', '2016-05-17 12:00')]
    expect(open(STANDARD, lines)).toEqual([])
  })

  it('on a record found to be of somebody known all of them end, as matched', () => {
    const lines = [contact('c1', '2016-05-16 09:00'), contact('c2', '2016-05-17 09:00'), { when: '2016-05-17 12:00', what: 'person-matched', with: { matched_to: 'known' } } satisfies Line]
    for (const alert of [STANDARD, ALLOCATION, 'contact-unactioned']) {
      expect(open(alert, lines)).toEqual([])
      expect(owed(alert, lines).filter((duty) => duty.shortenedBy === null).map((duty) => duty.ended?.why)).toContain('matched')
    }
  })

  it('of another entry changes nothing', () => {
    expect(open(STANDARD, [contact('c1', '2016-05-16 09:00'), annulled('c9')])).toHaveLength(1)
  })
})
