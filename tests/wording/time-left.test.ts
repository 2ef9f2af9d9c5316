import { describe, expect, it } from 'vitest'
import { endOfLondonDay, plainDate } from '@/lib/policy/calendar/london'
import { lastDay, timeLeft } from '@/lib/wording/time-left'

const at = (iso: string): Date => new Date(iso)
const dayEnd = (day: string) => ({ dueAt: endOfLondonDay(plainDate(day)), dayEnd: true })
const now = at('2026-11-22T04:17:00Z')

describe('the time left of an elapsed duty', () => {
  it('says by how much it is late, and when it was due', () => {
    expect(timeLeft({ dueAt: at('2026-11-22T03:05:00Z'), dayEnd: false }, now)).toMatchObject({
      words: 'Overdue by 1 h 12 min', detail: 'due 03:05 today', tone: 'late', used: 1, dateTime: '2026-11-22T03:05:00.000Z',
    })
    expect(timeLeft({ dueAt: at('2026-11-21T21:50:00Z'), dayEnd: false }, now)).toMatchObject({ words: 'Overdue by 6 h 27 min', detail: 'due 21:50 yesterday' })
    expect(timeLeft({ dueAt: at('2026-11-20T01:00:00Z'), dayEnd: false }, now)).toMatchObject({ words: 'Overdue by 2 days 3 h', detail: 'due Fri 20 Nov, 01:00' })
    expect(timeLeft({ dueAt: at('2025-11-20T01:00:00Z'), dayEnd: false }, now)).toMatchObject({ words: 'Overdue by 367 days', detail: 'due Thu 20 Nov 2025, 01:00' })
  })

  it('says how long is left', () => {
    const left = timeLeft({ dueAt: at('2026-11-22T04:55:00Z'), dayEnd: false, startsAt: at('2026-11-22T00:55:00Z') }, now)
    expect(left).toMatchObject({ words: '38 min left', detail: 'due 04:55 today', tone: 'soon' })
    expect(left.used).toBeCloseTo(0.8417, 3)
    expect(timeLeft({ dueAt: at('2026-11-22T10:37:00Z'), dayEnd: false }, now)).toMatchObject({ words: '6 h 20 min left', detail: 'due 10:37 today', tone: 'calm', used: null })
    expect(timeLeft({ dueAt: at('2026-11-23T05:17:00Z'), dayEnd: false }, now)).toMatchObject({ words: '1 day 1 h left', detail: 'due 05:17 tomorrow' })
    expect(timeLeft({ dueAt: at('2026-12-20T04:17:00Z'), dayEnd: false }, now)).toMatchObject({ words: '28 days left', detail: 'due Sun 20 Dec, 04:17' })
  })

  it('is still in time at its due instant and late one millisecond on', () => {
    const dueAt = at('2026-11-22T04:17:00Z')
    expect(timeLeft({ dueAt, dayEnd: false }, dueAt)).toMatchObject({ words: 'Due now', tone: 'soon' })
    expect(timeLeft({ dueAt, dayEnd: false }, new Date(dueAt.getTime() + 1))).toMatchObject({ words: 'Overdue by less than a minute', tone: 'late' })
    expect(timeLeft({ dueAt, dayEnd: false }, new Date(dueAt.getTime() - 30_000)).words).toBe('Less than a minute left')
  })

  it('never gives a minute that is not there', () => {
    expect(timeLeft({ dueAt: at('2026-11-22T04:55:59Z'), dayEnd: false }, now).words).toBe('38 min left')
    expect(timeLeft({ dueAt: at('2026-11-22T05:17:00Z'), dayEnd: false }, now).words).toBe('1 h left')
  })

  it('runs short in its last quarter, but a week of four is not short', () => {
    const started = at('2026-11-01T04:17:00Z')
    expect(timeLeft({ dueAt: at('2026-11-29T04:17:00Z'), dayEnd: false, startsAt: started }, now).tone).toBe('calm')
    expect(timeLeft({ dueAt: at('2026-11-23T04:16:00Z'), dayEnd: false, startsAt: started }, now).tone).toBe('soon')
    expect(timeLeft({ dueAt: at('2026-11-23T02:17:00Z'), dayEnd: false, startsAt: at('2026-11-22T02:17:00Z') }, now).tone).toBe('calm')
  })
})

describe('the time left of a duty that ends with a day', () => {
  it('names the day and never the midnight after it', () => {
    expect(timeLeft(dayEnd('2026-11-23'), now)).toMatchObject({ words: 'Tomorrow', detail: 'by the end of Mon 23 Nov', tone: 'calm' })
    expect(timeLeft(dayEnd('2026-11-25'), now)).toMatchObject({ words: 'In 3 days', detail: 'by the end of Wed 25 Nov' })
    expect(timeLeft(dayEnd('2026-11-22'), now)).toMatchObject({ words: '19 h 43 min left', detail: 'by the end of today', tone: 'soon' })
    expect(timeLeft(dayEnd('2027-01-04'), now)).toMatchObject({ words: 'In 43 days', detail: 'by the end of Mon 4 Jan 2027' })
  })

  it('is late from the midnight itself', () => {
    const due = dayEnd('2026-11-21')
    expect(timeLeft(due, new Date(due.dueAt.getTime() - 1))).toMatchObject({ words: 'Less than a minute left', tone: 'soon', detail: 'by the end of today' })
    expect(timeLeft(due, due.dueAt)).toMatchObject({ words: 'Overdue by less than a minute', tone: 'late', detail: 'by the end of Sat 21 Nov' })
    expect(timeLeft(due, now)).toMatchObject({ words: 'Overdue by 4 h 17 min' })
  })

  it('counts days in London, in summer too', () => {
    // 23:30 UTC on the 9th is already the 10th in London.
    const summer = at('2026-06-09T23:30:00Z')
    expect(timeLeft(dayEnd('2026-06-10'), summer)).toMatchObject({ words: '23 h 30 min left', detail: 'by the end of today' })
    expect(timeLeft(dayEnd('2026-06-11'), summer)).toMatchObject({ words: 'Tomorrow' })
    expect(lastDay(endOfLondonDay(plainDate('2026-06-10')))).toBe('2026-06-10')
  })
})

describe('across a clock change', () => {
  it('keeps 24 hours 24 hours', () => {
    // From 12:00 BST on Saturday 24 October 2026 to 11:00 GMT on Sunday.
    const start = at('2026-10-24T11:00:00Z')
    expect(timeLeft({ dueAt: at('2026-10-25T11:00:00Z'), dayEnd: false, startsAt: start }, start)).toMatchObject({ words: '1 day left', detail: 'due 11:00 tomorrow', used: 0 })
  })

  it('tells the two half past ones of the autumn night apart', () => {
    const night = at('2026-10-25T00:10:00Z')
    expect(timeLeft({ dueAt: at('2026-10-25T00:30:00Z'), dayEnd: false }, night).detail).toBe('due 01:30 BST today')
    expect(timeLeft({ dueAt: at('2026-10-25T01:30:00Z'), dayEnd: false }, night).detail).toBe('due 01:30 GMT today')
    expect(timeLeft({ dueAt: at('2026-10-25T02:00:00Z'), dayEnd: false }, night).detail).toBe('due 02:00 today')
  })

  it('gives the long Sunday its 25 hours', () => {
    expect(timeLeft(dayEnd('2026-10-25'), at('2026-10-24T23:00:00Z')).words).toBe('1 day 1 h left')
  })
})
