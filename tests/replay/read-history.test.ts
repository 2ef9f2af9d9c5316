import { describe, expect, it } from 'vitest'
import { NotAHistory, readHistory } from '@/lib/replay/read-history'
import { readOffset, writeOffset } from '@/lib/replay/offset'
import { historyText } from '../support/histories'

function faultsOf(text: string): readonly string[] {
  try {
    readHistory(text, 'name')
  } catch (error) {
    if (error instanceof NotAHistory) return error.faults
    throw error
  }
  return []
}

describe('an offset', () => {
  it.each([['PT0H', 0], ['P1D', 86_400_000], ['-P1DT1H', -90_000_000], ['PT2H26M', 8_760_000], ['P3DT15H', 313_200_000]])('%s', (text, ms) => {
    expect(readOffset(text)).toBe(ms)
    expect(readOffset(writeOffset(ms))).toBe(ms)
  })
  it.each(['', 'P', 'PT', 'P1DT', '1D', 'P1W', 'P1.5D', 'PT1S', 'p1d', '2016-05-16'])('"%s" is none', (text) => expect(readOffset(text)).toBeNull())
})

describe('a history', () => {
  it('without its own t0 begins on Monday 16 May 2016 at nine', () => {
    expect(readHistory(historyText([['P1D', 'child-seen']]), 'x').events[0]?.at.toISOString()).toBe('2016-05-17T08:00:00.000Z')
  })
  it('keeps the order of the file within one instant', () => {
    const history = readHistory(historyText([['P1D', 'child-seen'], ['PT0H', 'family-contacted'], ['P1D', 'crime-recorded']]), 'x')
    expect(history.events.map((event) => event.id)).toEqual(['e2', 'e1', 'e3'])
  })
  it('takes its name from the file where it has none, and no facts for a child not described', () => {
    expect(readHistory('{"timeline": []}', 'a-file')).toMatchObject({ id: 'a-file', children: [], events: [], demands: [] })
  })
  it('keeps words and keys that nobody knows', () => {
    expect(readHistory(historyText([['PT0H', 'child-seen', { colour: 'blue', by: 7 }]], [], { mood: 'grey' }), 'x').events[0]?.detail).toEqual({ colour: 'blue', by: 7 })
  })
})

describe('a file that is none', () => {
  it.each([
    ['not JSON', '{', /^not JSON: /],
    ['a list', '[]', /^not a case history/],
    ['something else', '{"name": "x"}', /^timeline: missing: this is no case history$/],
    ['no t', '{"timeline": [{"event": "child-seen"}]}', /^timeline\[0\]\.t: missing$/],
    ['no event', '{"timeline": [{"t": "PT0H"}]}', /^timeline\[0\]\.event: missing$/],
    ['an unknown event', '{"timeline": [{"t": "PT0H", "event": "duty-chased"}]}', /^timeline\[0\]\.event: "duty-chased" is no event/],
    ['an offset that is none', '{"timeline": [{"t": "1 day", "event": "child-seen"}]}', /^timeline\[0\]\.t: "1 day" is no offset/],
    ['no at', '{"timeline": [], "system_must": [{"kind": "alert", "rule": "action-overdue"}]}', /^system_must\[0\]\.at: missing$/],
    ['no kind', '{"timeline": [], "system_must": [{"at": "PT0H", "rule": "action-overdue"}]}', /^system_must\[0\]\.kind: missing$/],
    ['a refusal for an alert', '{"timeline": [], "system_must": [{"at": "PT0H", "kind": "alert", "rule": "closure-child-not-seen"}]}', /^system_must\[0\]\.rule: "closure-child-not-seen" is no alert/],
    ['an unknown state', '{"timeline": [], "system_must": [{"at": "PT0H", "kind": "state", "field": "mood", "equals": 1}]}', /^system_must\[0\]\.field: "mood" is no state/],
    ['a t0 without an offset', '{"t0": "2016-05-16T09:00:00", "timeline": []}', /^t0: /],
  ])('%s', (_name, text, fault) => expect(faultsOf(text)).toEqual([expect.stringMatching(fault)]))

  it('is told with every place at once', () => {
    expect(faultsOf('{"timeline": [{"t": "PT0H"}, {"event": "child-seen"}]}')).toEqual(['timeline[0].event: missing', 'timeline[1].t: missing'])
  })
})
