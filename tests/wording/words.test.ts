import { describe, expect, it } from 'vitest'
import { plainDate } from '@/lib/policy/calendar/london'
import { CONCERNS, INDICATORS } from '@/lib/policy/concerns'
import { EVENT_KINDS } from '@/lib/policy/events'
import { ageWords, statedAgeWords, yearsOld } from '@/lib/wording/ages'
import { BOROUGH_WORDS, boroughWords } from '@/lib/wording/boroughs'
import { CONCERN_WORDS, INDICATOR_WORDS, signsSaid } from '@/lib/wording/concerns'
import { dutyWords } from '@/lib/wording/duties'
import { EVENT_WORDS, eventHeading } from '@/lib/wording/events'
import { counted, joined } from '@/lib/wording/lists'
import { bornWords, dayWords, instantWords, londonClock, momentWords, sortableInstant } from '@/lib/wording/london-words'
import { rankedName } from '@/lib/wording/roles'
import { say } from '@/lib/wording/say'
import { agoWords, spanWords } from '@/lib/wording/spans'

const now = new Date('2026-11-22T04:16:00Z')

describe('instants and days', () => {
  it('writes London time', () => {
    expect(instantWords(now)).toBe('Sun 22 Nov 2026, 04:16')
    expect(instantWords(new Date('2026-06-30T23:30:00Z'))).toBe('Wed 1 Jul 2026, 00:30')
    expect(['2026-06-30T23:30:00Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-11-22T04:16:00Z'].map((at) => sortableInstant(new Date(at)))).toEqual(['2026-07-01 00:30', '2026-10-25 01:30 BST', '2026-10-25 01:30 GMT', '2026-11-22 04:16'])
    expect(londonClock(new Date('2026-03-29T00:59:00Z'))).toBe('00:59')
    expect(londonClock(new Date('2026-03-29T01:00:00Z'))).toBe('02:00')
    expect(londonClock(new Date('2026-10-25T00:59:00Z'))).toBe('01:59 BST')
    expect(londonClock(new Date('2026-10-25T01:00:00Z'))).toBe('01:00 GMT')
    expect(bornWords(plainDate('2012-03-03'))).toBe('3 Mar 2012')
  })

  it('names the days about now', () => {
    expect(momentWords(new Date('2026-11-21T23:59:00Z'), now)).toBe('23:59 yesterday')
    expect(momentWords(new Date('2026-11-22T00:00:00Z'), now)).toBe('00:00 today')
    expect(momentWords(new Date('2026-11-23T09:00:00Z'), now)).toBe('09:00 tomorrow')
    expect(momentWords(new Date('2026-11-20T23:05:00Z'), now)).toBe('Fri 20 Nov, 23:05')
    expect(momentWords(new Date('2025-12-31T23:05:00Z'), now)).toBe('Wed 31 Dec 2025, 23:05')
    expect(dayWords(plainDate('2026-11-23'), now)).toBe('tomorrow')
  })

  it('says spans', () => {
    expect([30_000, 60_000, 3_600_000, 4_320_000, 86_400_000, 97_200_000, 700_000_000].map(spanWords))
      .toEqual(['less than a minute', '1 min', '1 h', '1 h 12 min', '1 day', '1 day 3 h', '8 days'])
    expect(agoWords(new Date('2026-11-20T01:16:00Z'), now)).toBe('2 days 3 h ago')
    expect(agoWords(new Date('2026-11-22T04:54:00Z'), now)).toBe('in 38 min')
    expect(agoWords(now, now)).toBe('just now')
  })
})

describe('ages', () => {
  const on = plainDate('2026-11-22')
  it.each([
    ['2012-11-22', '14'], ['2012-11-23', '13'], ['2026-10-18', '5 weeks'], ['2026-11-18', '4 days'], ['2026-11-21', '1 day'],
    ['2025-05-22', '18 months'], ['2024-11-22', '2'], ['2024-11-23', '23 months'], ['2026-12-01', 'unborn'], ['2026-11-22', '0 days'],
  ])('born %s is %s', (born, words) => expect(ageWords(plainDate(born), on)).toBe(words))

  it('gives a child of 29 February the birthday on 1 March', () => {
    expect(yearsOld(plainDate('2012-02-29'), plainDate('2026-02-28'))).toBe(13)
    expect(yearsOld(plainDate('2012-02-29'), plainDate('2026-03-01'))).toBe(14)
    expect(yearsOld(plainDate('2012-02-29'), plainDate('2028-02-29'))).toBe(16)
  })

  it('does not pass a stated age for a known one', () => {
    expect(statedAgeWords(14)).toBe('about 14')
    expect(statedAgeWords(null)).toBe('age not known')
  })
})

describe('lists and codes', () => {
  it('joins', () => {
    expect(joined([])).toBe('')
    expect(joined(['health'])).toBe('health')
    expect(joined(['health', '', 'police'])).toBe('health and police')
    expect(joined(['a', 'b', 'c'], 'or')).toBe('a, b or c')
    expect(counted(1, 'child', 'children')).toBe('1 child')
    expect(counted(1234, 'child', 'children')).toBe('1,234 children')
  })

  it('never leaves a hole for a word it does not know', () => {
    expect(say({}, 'a-new-word')).toBe('A new word')
    expect(say({}, 'constructor')).toBe('Constructor')
    expect(say({}, null)).toBe('not known')
    expect(eventHeading('something-new')).toBe('Something new')
  })

  it('has words for every concern, indicator, event and borough', () => {
    expect(Object.keys(CONCERN_WORDS).sort()).toEqual([...CONCERNS].sort())
    expect(Object.keys(INDICATOR_WORDS).sort()).toEqual([...INDICATORS].sort())
    expect(Object.keys(EVENT_WORDS).sort()).toEqual([...EVENT_KINDS].sort())
    expect(Object.keys(BOROUGH_WORDS)).toHaveLength(33)
    expect(boroughWords('tower-hamlets')).toBe('Tower Hamlets')
    expect(boroughWords('london')).toBe('London')
  })

  it('heads an entry as exactly as it can', () => {
    expect(eventHeading('contact-received', { from: 'school', concern: 'online-cse' })).toBe('Contact received from school: sexual exploitation, online')
    expect(eventHeading('referral-made', { from: 'ceop' })).toBe('Referral made from CEOP')
    expect(eventHeading('contact-received')).toBe('Contact received')
    expect(eventHeading('episode-classified', { as: 'absent' })).toBe('Classed as absent')
    expect(eventHeading('referral-decided', { outcome: 's47' })).toBe('Referral decided: strategy discussion, section 47')
    expect(eventHeading('flag-changed', { flag: 'cse-risk', change: 'added' })).toBe('Flag added: exploitation risk')
    expect(eventHeading('position-given', { agency: 'csc', agrees: false })).toBe("Children's social care dissents")
    expect(dutyWords('strategy-discussion-overdue', 'force-24h')).toBe('Strategy discussion, within 24 hours')
    expect(rankedName('Imani Okafor-Reed', 'sergeant')).toBe('Sgt Imani Okafor-Reed')
  })
})

describe('signs that the policy names by code', () => {
  it('are told in the words of the lists', () => {
    expect(signsSaid('the signs on record allow no less than category 2: sexual activity adult, found with adults')).toBe('the signs on record allow no less than category 2: sexual activity with an adult, found with adults unknown to the family')
    expect(signsSaid('not exploitation, and an offence against the child has been identified')).toBe('not exploitation, and an offence against the child has been identified')
  })
})
