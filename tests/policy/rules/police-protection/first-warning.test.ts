import { describe, expect, it } from 'vitest'
import { dutyRule } from '@/lib/policy/rules'
import { open, owed, plus, london, type Line } from '@/tests/support/story'

const STAGE = 'police-protection-expiring/first-warning'
const taken = (when = '2016-05-16 09:00'): Line => ({ when, what: 'police-protection', with: { change: 'taken' } })
const change = (word: string | null, when: string): Line => ({ when, what: 'police-protection', with: word === null ? {} : { change: word } })

describe('a first warning at 48 hours', () => {
  it('counts elapsed hours, over the night the clocks change', () => {
    for (const when of ['2016-05-16 09:00', '2016-03-26 12:00', '2016-10-29 12:00']) expect(owed(STAGE, [taken(when)])[0]).toMatchObject({ dueAt: plus(london(when), 48 * 60), dayEnd: false, clause: 's46-72h' })
  })
  it('stops when the power is ended or an order takes its place, not when it is extended', () => {
    expect(open(STAGE, [taken(), change('ended', '2016-05-17 09:00')])).toEqual([])
    expect(open(STAGE, [taken(), { when: '2016-05-17 09:00', what: 'emergency-protection-order' }])).toEqual([])
    for (const word of ['extended', 'considered-not-used', null]) expect(open(STAGE, [taken(), change(word, '2016-05-17 09:00')])).toHaveLength(1)
  })
  it('a fresh taking has its own and lengthens nothing', () => {
    expect(open(STAGE, [taken(), taken('2016-05-18 09:00')]).map((duty) => duty.dueAt)).toEqual([plus(london('2016-05-16 09:00'), 48 * 60), plus(london('2016-05-18 09:00'), 48 * 60)])
    expect(owed(STAGE, [change('ended', '2016-05-16 09:00')])).toEqual([])
  })
  it('announces the next', () => expect(dutyRule('police-protection/first-warning')).toMatchObject({ breach: false, forewarns: 'police-protection/expiring' }))
})
