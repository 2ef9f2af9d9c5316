import { describe, expect, it } from 'vitest'
import { episodeAt, episodeDuring, episodesOf, openEpisode } from '@/lib/policy/missing/episode'
import { conflictingAnswers } from '@/lib/policy/missing/questions'
import { back, called, checked, classed, graded, interviewed, reported } from '@/tests/support/away'
import { historyOf, type Line } from '@/tests/support/story'

const shape = (...lines: Line[]): string[] => episodesOf(historyOf(lines)).map((one) => `${one.events.map((event) => event.kind).join(' ')}${one.returned === null ? '' : ', back'}`)

describe('times away, from the entries', () => {
  it('from the report to the return, and what follows it', () => {
    expect(shape(reported(), classed('absent'), back('2016-05-16 12:00'), checked('2016-05-16 13:00'), reported({}, '2016-05-16 20:00'), interviewed('2016-05-17 09:00')))
      .toEqual(['missing-reported episode-classified child-returned safe-and-well-check, back', 'missing-reported return-home-interview'])
  })

  it('a second caller within a day of the last word is no second time away; one after it is', () => {
    expect(shape(reported(), reported({}, '2016-05-17 09:00'))).toHaveLength(1)
    expect(shape(reported(), reported({}, '2016-05-17 09:01'))).toHaveLength(2)
    expect(shape(reported(), called('2016-05-17 09:00'), reported({}, '2016-05-18 08:00'))).toHaveLength(1)
    expect(shape(reported({ episode_id: 'a' }), reported({ episode_id: 'a' }, '2016-05-20 09:00'))).toHaveLength(1)
    expect(shape(reported({ episode_id: 'a' }), reported({ episode_id: 'b' }, '2016-05-16 10:00'))).toHaveLength(2)
  })

  it('what presupposes a report opens one; a check alone opens none', () => {
    expect(shape(back('2016-05-16 12:00'))).toEqual(['child-returned, back'])
    expect(shape(graded('medium'))).toEqual(['missing-risk-graded'])
    expect(shape(checked('2016-05-16 12:00'))).toEqual([])
    expect(shape(reported(), back('2016-05-16 12:00'), back('2016-05-16 13:00'))).toHaveLength(1)
    expect(shape(reported(), back('2016-05-16 12:00'), back('2016-05-26 13:00'))).toHaveLength(2)
  })

  it('an entry named for an earlier time away is of that one', () => {
    expect(shape(reported({ episode_id: 'a' }), back('2016-05-16 12:00', { episode_id: 'a' }), reported({ episode_id: 'b' }, '2016-05-16 20:00'), interviewed('2016-05-17 09:00', { episode_id: 'a', done: true })))
      .toEqual(['missing-reported child-returned return-home-interview, back', 'missing-reported'])
  })

  it('who is out, at any entry', () => {
    const history = historyOf([reported(), { when: '2016-05-16 10:00', what: 'information-received', id: 'news' }, back('2016-05-16 12:00'), { when: '2016-05-16 13:00', what: 'information-received', id: 'after' }])
    const find = (id: string) => history.events.find((event) => event.id === id)
    const [news, after] = [find('news'), find('after')]
    expect(news === undefined ? null : episodeDuring(news, history)?.first.kind).toBe('missing-reported')
    expect(after === undefined ? null : episodeDuring(after, history)).toBeNull()
    expect(news === undefined ? undefined : episodeAt(news, history)).toBeNull()
    expect(openEpisode(history)).toBeNull()
  })
})

describe('opposite answers of two callers', () => {
  const events = (...lines: Line[]) => historyOf(lines).events
  it('are both kept, under one question whatever it is called', () => {
    expect(conflictingAnswers(events(reported({ answers: { cse_risk: false } }), called('2016-05-16 10:00', { cse_risk: true }))).map((one) => [one.question, one.yes.length, one.no.length])).toEqual([['cse_risk', 1, 1]])
    expect(conflictingAnswers(events(reported({ answers: { cse_known: false } }), called('2016-05-16 10:00', { exploitation: true })))).toHaveLength(1)
    expect(conflictingAnswers(events(reported({ answers: { has_money: true } }), called('2016-05-16 10:00', { has_money: false })))).toHaveLength(1)
  })
  it('not known contradicts nobody', () => {
    expect(conflictingAnswers(events(reported({ answers: { cse_risk: null } }), called('2016-05-16 10:00', { cse_risk: true })))).toEqual([])
    expect(conflictingAnswers(events(reported({ answers: { cse_risk: true } }), called('2016-05-16 10:00', { cse_risk: true })))).toEqual([])
  })
})
