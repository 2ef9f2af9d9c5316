import { expect, it } from 'vitest'
import { rulesAtTheEnd } from '@/tests/support/gated'
import { london, type Line } from '@/tests/support/story'

const REFUSED = ['police-protection-over-72h']
const change = (when: string, word: string, more: Record<string, unknown> = {}): Line => ({ when, what: 'police-protection', with: { change: word, ...more } })
const first = change('2016-05-16 09:00', 'taken')

it('taking it again needs fresh grounds and an inspector; not known refuses nothing', () => {
  const again = (more: Record<string, unknown>): string[] => rulesAtTheEnd(first, change('2016-05-19 09:00', 'taken', more))
  for (const more of [{ ground: null }, { ground: '' }, { ground: [] }, { fresh_grounds: false }, { rank: 'sergeant' }, { inspector: false }]) expect(again(more), JSON.stringify(more)).toEqual(REFUSED)
  for (const more of [{}, { ground: 'the father came back', rank: 'inspector' }]) expect(again(more), JSON.stringify(more)).toEqual([])
})

it('right after it was ended it is again; after a while it is a taking of its own', () => {
  const ended = change('2016-05-18 09:00', 'ended')
  expect(rulesAtTheEnd(first, ended, change('2016-05-18 10:00', 'taken', { ground: null }))).toEqual(REFUSED)
  expect(rulesAtTheEnd(first, ended, change('2016-05-21 09:01', 'taken', { ground: null }))).toEqual([])
  expect(rulesAtTheEnd(change('2016-05-16 09:00', 'taken', { ground: null }))).toEqual([])
})

it('an extension within the limit that would run past it is refused when it is asked for', () => {
  const until = (when: string): string[] => rulesAtTheEnd(first, change('2016-05-18 09:00', 'extended', { until: london(when).toISOString() }))
  expect(until('2016-05-19 09:00')).toEqual([])
  expect(until('2016-05-19 09:01')).toEqual(REFUSED)
})

it('the designated officer is another person than the one who took the child', () => {
  const taken = change('2016-05-16 09:00', 'taken', { taken_by: 'PC Adeyemi' })
  const named = (designated: unknown): string[] => rulesAtTheEnd(taken, change('2016-05-16 09:30', 'designated', { designated_officer: designated }))
  expect(named('pc adeyemi ')).toEqual(['designated-officer-same-person'])
  expect(named('Insp. Okafor')).toEqual([])
  expect(named(null)).toEqual([])
  expect(rulesAtTheEnd(change('2016-05-16 09:00', 'taken', { taken_by: 'PC A', designated_officer: 'PC A' }))).toEqual(['designated-officer-same-person'])
  expect(rulesAtTheEnd(change('2016-05-16 09:00', 'taken', { designated_officer: 'PC A' }))).toEqual([])
})
