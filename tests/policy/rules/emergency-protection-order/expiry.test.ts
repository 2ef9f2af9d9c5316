import { describe, expect, it } from 'vitest'
import { rulesAtTheEnd } from '@/tests/support/gated'
import { london, midnightClosing, open, owed, type Line } from '@/tests/support/story'

const END = 'emergency-protection-expiring'
const order = (when: string, more: Record<string, unknown> = {}): Line => ({ when, what: 'emergency-protection-order', with: { change: 'made', ...more } })
const until = (when: string): string => london(when).toISOString()

describe('an emergency protection order', () => {
  it('runs out when the court said, else on the eighth day beginning with its own', () => {
    expect(owed(END, [order('2016-05-16 15:00', { until: until('2016-05-20 16:00') })])[0]).toMatchObject({ dueAt: london('2016-05-20 16:00'), dayEnd: false, clause: 'epo-8d' })
    expect(owed(END, [order('2016-05-16 15:00')])[0]).toMatchObject({ dueAt: midnightClosing('2016-05-23'), dayEnd: true })
    // A history that says no more than that there was an order.
    expect(owed(END, [{ when: '2016-05-16 15:00', what: 'emergency-protection-order' }])[0]).toMatchObject({ dueAt: midnightClosing('2016-05-23') })
  })
  it('counts from police protection where its designated officer asked for it', () => {
    const taken: Line = { when: '2016-05-14 22:00', what: 'police-protection', with: { change: 'taken' } }
    expect(owed(END, [taken, order('2016-05-16 15:00', { route: 'after-police-protection' })])[0]).toMatchObject({ dueAt: midnightClosing('2016-05-21'), clause: 'epo-after-pp' })
    expect(owed(END, [taken, order('2016-05-16 15:00')])[0]).toMatchObject({ dueAt: midnightClosing('2016-05-23'), clause: 'epo-8d' })
  })
  it('a last day that is a Sunday or a bank holiday runs to noon of the next that is neither', () => {
    expect(owed(END, [order('2016-05-15 15:00')])[0]).toMatchObject({ dueAt: london('2016-05-23 12:00'), dayEnd: false })
    // The eighth day is Sunday 29 May; Monday is the spring bank holiday.
    expect(owed(END, [order('2016-05-22 15:00')])[0]).toMatchObject({ dueAt: london('2016-05-31 12:00') })
  })
  it('is settled when it is discharged; an extension has its own time', () => {
    expect(open(END, [order('2016-05-16 15:00'), order('2016-05-18 15:00', { change: 'discharged' })])).toEqual([])
    const extended = open(END, [order('2016-05-16 15:00'), order('2016-05-20 15:00', { change: 'extended', until: until('2016-05-30 15:00') })])
    expect(extended.map((duty) => duty.dueAt)).toEqual([london('2016-05-30 15:00')])
    expect(extended[0]?.clause).toBe('epo-extend')
  })
})

describe('what a court cannot order', () => {
  it('longer than eight days beginning with its first', () => {
    const asked = (end: string, ...before: Line[]): string[] => rulesAtTheEnd(...before, order('2016-05-16 15:00', { until: until(end), ...(before.length > 0 ? { route: 'after-police-protection' } : {}) }))
    expect(asked('2016-05-23 23:59')).toEqual([])
    expect(asked('2016-05-24 00:01')).toEqual(['emergency-protection-over-8d'])
    expect(asked('2016-05-23 12:00', { when: '2016-05-15 09:00', what: 'police-protection', with: { change: 'taken' } })).toEqual([])
    expect(asked('2016-05-23 12:01', { when: '2016-05-15 09:00', what: 'police-protection', with: { change: 'taken' } })).toEqual(['emergency-protection-over-8d'])
  })
  it('an extension of nothing, a second one, one of more than seven days', () => {
    const made = order('2016-05-16 15:00', { until: until('2016-05-23 15:00') })
    const extended = (when: string, end: string): Line => order(when, { change: 'extended', until: until(end) })
    expect(rulesAtTheEnd(made, extended('2016-05-20 10:00', '2016-05-30 15:00'))).toEqual([])
    expect(rulesAtTheEnd(made, extended('2016-05-20 10:00', '2016-06-02 15:00'))).toEqual(['emergency-protection-extension'])
    expect(rulesAtTheEnd(extended('2016-05-20 10:00', '2016-05-25 15:00'))).toEqual(['emergency-protection-extension'])
    expect(rulesAtTheEnd(made, extended('2016-05-20 10:00', '2016-05-28 15:00'), extended('2016-05-27 10:00', '2016-05-30 15:00'))).toEqual(['emergency-protection-extension'])
    expect(rulesAtTheEnd(made, order('2016-05-18 10:00', { change: 'discharged' }), extended('2016-05-20 10:00', '2016-05-25 15:00'))).toEqual(['emergency-protection-extension'])
  })
})

it('extending or discharging an order calls for no further discussion', () => {
  const started = (change: string): unknown[] => owed('strategy-discussion-overdue/immediate-action', [order('2016-05-16 15:00', { change })])
  expect(started('made')).toHaveLength(1)
  expect([...started('extended'), ...started('discharged')]).toEqual([])
})
