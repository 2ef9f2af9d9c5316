import { describe, expect, it } from 'vitest'
import { held, signs, suspect } from '@/tests/support/exploited'
import { open, owed, type Line } from '@/tests/support/story'

const RAISED = 'option-not-considered'
const meeting = (considered: unknown, kind = 'MASE'): Line => held(kind, '2016-05-16 12:00', { considered })
const item = (considered: unknown): Line => ({ when: '2016-05-16 12:00', what: 'meeting-item-closed', with: { meeting: 'MASE', decision: 'x', considered } })
const raised = (child: Record<string, unknown>, ...lines: readonly Line[]): readonly string[] => owed(RAISED, lines, { child }).flatMap((duty) => duty.because)
const CAWN = 'not considered: child abduction warning notice'
const CIVIL = 'not considered: civil orders against the adult'

describe('a list of words says what was talked of', () => {
  it.each<[Record<string, unknown>, unknown, readonly string[]]>([
    [{ age: 14 }, [], [CAWN]], [{ age: null }, [], [CAWN]], [{ age: 14 }, false, [CAWN]], [{ age: 14 }, ['disruption of the hotel'], [CAWN]], [{ age: 14 }, ['cawn'], []], [{ age: 14 }, ['child abduction warning notice'], []], [{ age: 14 }, undefined, []], [{ age: 14 }, null, []],
    [{ age: 17, lookedAfter: false }, [], [CIVIL]], [{ age: 17, lookedAfter: false }, ['cawn'], [CIVIL]], [{ age: 17, lookedAfter: false }, ['civil orders'], []], [{ age: 17, lookedAfter: true }, [], [CAWN]], [{ age: 17, lookedAfter: null }, [], [CAWN]], [{ age: 18 }, [], []],
  ])('%j, considered %j', (child, considered, left) => {
    expect(raised(child, meeting(considered))).toEqual(left)
    expect(raised(child, item(considered))).toEqual(left)
  })

  it('of a MAP and a MASE alone', () => {
    expect(raised({ age: 14 }, meeting([], 'MAP'))).toEqual([CAWN])
    expect(raised({ age: 14 }, meeting([], 'MARAC'))).toEqual([])
  })
})

describe('an item gone through one by one owes whatever the record calls for', () => {
  const one = (option: string, used: boolean, why = ''): Record<string, unknown> => ({ option, used, why })
  it('each used, or not and why', () => {
    const child = { age: 14 }
    expect(raised(child, item([one('cawn', true)]))).toEqual([])
    expect(raised(child, item([one('cawn', false, 'no adult known yet')]))).toEqual([])
    expect(raised(child, item([one('cawn', false)]))).toEqual([CAWN])
    const away: Line = { when: '2016-05-16 09:00', what: 'missing-reported' }
    expect(raised(child, away, item([one('cawn', true)]))).toEqual(['not considered: trigger plan for going missing'])
    expect(raised(child, away, item([one('cawn', true), one('trigger-plan', true)]))).toEqual([])
    expect(raised(child, signs(['sexual-violence']), item([one('cawn', true)]))).toEqual(['not considered: therapy and support'])
    expect(raised(child, { when: '2016-05-16 09:00', what: 'police-protection', with: { change: 'taken' } }, item([one('cawn', true)]))).toEqual(['not considered: return to court'])
  })
})

describe('what was answered before need not be answered again', () => {
  const before = (what: Line['what'], more: Record<string, unknown>): Line => ({ when: '2016-05-16 09:00', what, with: more })
  it('a notice that stands, an option considered since the last meeting', () => {
    expect(raised({ age: 14 }, suspect('cawn-served', '2016-05-01 09:00'), meeting([]))).toEqual([])
    expect(raised({ age: 14 }, suspect('cawn-served', '2016-05-01 09:00', { notice_id: 'n1' }), before('notice-ended', { notice_id: 'n1' }), meeting([]))).toEqual([CAWN])
    expect(raised({ age: 14 }, before('option-considered', { option: 'cawn', used: false, why: 'no adult' }), meeting([]))).toEqual([])
    expect(raised({ age: 14 }, { when: '2016-03-01 09:00', what: 'option-considered', with: { option: 'cawn' } }, held('MASE', '2016-04-16 09:00'), meeting([]))).toEqual([CAWN])
  })

  it('and it is over when it has been', () => {
    const left = (...lines: readonly Line[]): number => open(RAISED, [meeting([]), ...lines], { child: { age: 14 } }).length
    expect(left()).toBe(1)
    expect(left(suspect('cawn-served', '2016-05-17 09:00'))).toBe(0)
    expect(left({ when: '2016-05-17 09:00', what: 'option-considered', with: { option: 'cawn', used: false, why: 'no adult' } })).toBe(0)
    expect(left({ when: '2016-05-17 09:00', what: 'option-considered', with: { option: 'therapy' } })).toBe(1)
    expect(left({ when: '2016-06-16 09:00', what: 'meeting-held', with: { meeting: 'MASE', considered: ['cawn'] } })).toBe(0)
  })
})
