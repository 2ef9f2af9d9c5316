import { describe, expect, it } from 'vitest'
import { becomesMissingAt, classesOf, classNow } from '@/lib/policy/missing/class'
import { lastEpisode } from '@/lib/policy/missing/episode'
import { asAt } from '@/lib/policy/states'
import { BASELINE, packNamed } from '@/lib/policy/packs'
import type { ChildFacts } from '@/lib/policy/events'
import { back, called, classed, reported } from '@/tests/support/away'
import { historyOf, london, plus, type Line } from '@/tests/support/story'

const told = (lines: readonly Line[], child: Partial<ChildFacts> = {}) => historyOf(lines, { child: { age: 16, ...child }, now: london('2030-01-01 09:00') })
const at = (when: string | Date, lines: readonly Line[], child: Partial<ChildFacts> = {}): string | null =>
  classNow(asAt(told(lines, child), when instanceof Date ? when : london(when)))?.class ?? null
const absent = [reported({ answers: { cse_risk: false } }), classed('absent')]

describe('the class at any moment', () => {
  it('missing where nobody has said, absent where somebody has, null where the child was never away', () => {
    expect(at('2016-05-16 08:59', [reported()])).toBeNull()
    expect(at('2016-05-16 09:00', [reported()])).toBe('missing')
    expect(at('2016-05-16 09:00', absent)).toBe('absent')
  })

  it('missing at exactly 24 elapsed hours, with nothing written down', () => {
    expect(at('2016-05-17 08:59', absent)).toBe('absent')
    expect(at(plus(london('2016-05-17 09:00'), -1 / 60_000), absent)).toBe('absent')
    expect(at('2016-05-17 09:00', absent)).toBe('missing')
    expect(at('2016-06-17 09:00', absent)).toBe('missing')
  })

  it.each([['2016-03-26 20:00', '2016-03-27 21:00'], ['2016-10-29 20:00', '2016-10-30 19:00'], ['2026-03-28 23:30', '2026-03-30 00:30'], ['2026-10-24 23:30', '2026-10-25 22:30']])('over the change of the clocks: from %s at %s', (from, missing) => {
    const lines = [reported({}, from), classed('absent', from)]
    expect(at(plus(london(missing), -1), lines)).toBe('absent')
    expect(at(missing, lines)).toBe('missing')
    expect(becomesMissingAt(lastEpisode(asAt(told(lines), london(from))) ?? (() => { throw new Error('away') })(), asAt(told(lines), london(from)))).toEqual(plus(london(from), 24 * 60))
  })

  it('from the report and not from the classing', () => {
    const late = [reported(), classed('absent', '2016-05-16 20:00')]
    expect(at('2016-05-17 08:59', late)).toBe('absent')
    expect(at('2016-05-17 09:00', late)).toBe('missing')
  })

  it('missing at once at the call-back that tells of exploitation or harm, before anybody sets it', () => {
    for (const answers of [{ cse_risk: true }, { self_harm: true }, { harm: true }, { medication: true }]) {
      const lines = [...absent, called('2016-05-16 09:50', answers)]
      expect(at('2016-05-16 09:49', lines)).toBe('absent')
      expect(at('2016-05-16 09:50', lines), JSON.stringify(answers)).toBe('missing')
    }
    const flagged: Line = { when: '2016-05-16 12:00', what: 'flag-changed', with: { flag: 'cse-risk', change: 'added' } }
    expect(at('2016-05-16 12:00', [...absent, flagged])).toBe('missing')
    expect(at('2016-05-16 12:00', [...absent, called('2016-05-16 12:00')])).toBe('absent')
  })

  it('says why, on which clause', () => {
    const history = told([...absent, called('2016-05-16 09:50', { cse_risk: true }), back('2016-05-18 09:00')])
    const episode = lastEpisode(history)
    expect(episode === null ? [] : classesOf(episode, history).map((one) => [one.class, one.how, one.clause])).toEqual([
      ['missing', 'reported', 'mis-def-missing-2013'], ['absent', 'recorded', 'mis-def-absent'], ['missing', 'by-fact', 'mis-cse-flag'],
    ])
    const slept = told(absent)
    expect(classNow(slept)).toMatchObject({ class: 'missing', how: 'by-time', clause: 'mis-absent-24h', since: london('2016-05-17 09:00'), by: null })
  })

  it('after the return it is what it was then; back at the 24th hour the child was absent', () => {
    expect(at('2016-05-20 09:00', [...absent, back('2016-05-16 15:00')])).toBe('absent')
    expect(at('2016-05-20 09:00', [...absent, back('2016-05-17 09:00')])).toBe('absent')
    expect(at('2016-05-20 09:00', [...absent, back('2016-05-17 09:01')])).toBe('missing')
  })

  it('a plan or a health need put on the record since judges nothing that was', () => {
    expect(at('2016-05-16 12:00', absent, { planCategory: 'neglect', health: ['asthma'], indicators: ['alcohol-or-drugs'] })).toBe('absent')
  })

  it('under the pack of 2017 there is only missing; what began before keeps its class to its end', () => {
    const app = packNamed('app-2017')
    const history = (packAt: Parameters<typeof historyOf>[1]) => classNow(asAt(historyOf(absent, { child: { age: 16 }, ...packAt }), london('2016-05-16 12:00')))?.class
    expect(history({ pack: app })).toBe('missing')
    expect(history({ packAt: (event) => (event.kind === 'missing-reported' ? BASELINE : app) })).toBe('absent')
    expect(history({ packAt: (event) => (event.kind === 'missing-reported' ? app : BASELINE) })).toBe('missing')
  })
})
