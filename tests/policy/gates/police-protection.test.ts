import { expect, it } from 'vitest'
import { refusalsOf } from '@/lib/policy/gates'
import { BASELINE, withOverlay } from '@/lib/policy/packs'
import { rulesAtTheEnd } from '@/tests/support/gated'
import { historyOf, type Line } from '@/tests/support/story'

const REFUSED = ['police-protection-over-72h']
const change = (when: string, word: string): Line => ({ when, what: 'police-protection', with: { change: word } })

it('the 72 hours count from the last taking, not from an earlier one and not from an extension', () => {
  const [first, second] = [change('2016-05-02 09:00', 'taken'), change('2016-05-16 09:00', 'taken')]
  expect(rulesAtTheEnd(first, second, change('2016-05-19 09:00', 'extended'))).toEqual([])
  expect(rulesAtTheEnd(first, second, change('2016-05-19 09:01', 'extended'))).toEqual(REFUSED)
  expect(rulesAtTheEnd(second, change('2016-05-18 09:00', 'extended'), change('2016-05-19 09:01', 'extended'))).toEqual(REFUSED)
})

it('72 hours are 72 hours over the night the clocks change', () => {
  const taken = change('2016-10-29 12:00', 'taken')
  expect(rulesAtTheEnd(taken, change('2016-11-01 11:00', 'extended'))).toEqual([])
  expect(rulesAtTheEnd(taken, change('2016-11-01 11:01', 'extended'))).toEqual(REFUSED)
})

it('another change is not refused, and where no taking is on record nothing is known', () => {
  expect(rulesAtTheEnd(change('2016-05-16 09:00', 'taken'), change('2016-05-25 09:00', 'ended'))).toEqual([])
  expect(rulesAtTheEnd(change('2016-05-16 09:00', 'taken'), change('2016-05-25 09:00', 'taken'))).toEqual([])
  expect(rulesAtTheEnd(change('2016-05-25 09:00', 'extended'))).toEqual([])
})

it('a borough that tightens its policy later does not shorten what was taken before', () => {
  const tightened = withOverlay(BASELINE, { id: 'bromley', version: '1', values: { 'police-protection.max': { unit: 'hours', n: 48 } } })
  const refused = (tightenedFrom: string): string[] => {
    const history = historyOf([change('2016-05-16 09:00', 'taken'), change('2016-05-19 09:00', 'extended')], { packAt: (event) => (event.at < new Date(tightenedFrom) ? BASELINE : tightened) })
    return history.events.slice(1).flatMap((event) => refusalsOf(event, history)).map((refusal) => refusal.rule)
  }
  expect(refused('2016-05-17T00:00:00Z')).toEqual([])
  expect(refused('2016-05-01T00:00:00Z')).toEqual(REFUSED)
})
