import { describe, expect, it } from 'vitest'
import { clause } from '@/lib/policy/clauses'
import type { EventKind, PolicyEvent } from '@/lib/policy/events'
import { GATES, refusalsOf } from '@/lib/policy/gates'
import { BASELINE } from '@/lib/policy/packs'

const T0 = Date.UTC(2016, 4, 16, 8)
const HOUR = 3_600_000
const event = (kind: EventKind, detail: Record<string, unknown>, hours = 0, order = 0): PolicyEvent =>
  ({ id: `${kind}-${hours}-${order}`, kind, at: new Date(T0 + hours * HOUR), recordedAt: new Date(T0 + hours * HOUR), order, referralId: null, detail })
const rulesFor = (asked: PolicyEvent, ...before: PolicyEvent[]): string[] => refusalsOf(asked, {
  child: { id: 'c', age: 9, ageDisputed: false, lookedAfter: null, flags: [], planCategory: null, indicators: [] }, events: before, now: asked.at, packAt: () => BASELINE,
}).map((refusal) => refusal.rule)

describe('gates', () => {
  it('cite a clause that exists and tell the way forward', () => {
    for (const gate of GATES) expect(clause(gate.clause).text).not.toBe('')
  })

  it('an allocation to somebody known to be untrained needs a co-sign; not known is not refused', () => {
    expect(rulesFor(event('case-allocated', { team: 'cait', trained: false }))).toEqual(['allocation-untrained'])
    expect(rulesFor(event('case-allocated', { team: 'cait', trained: false, co_signed: true }))).toEqual([])
    expect(rulesFor(event('case-allocated', { team: 'cait' }))).toEqual([])
  })

  it('a suspect with children in the household goes to specialists; every refusing rule is answered', () => {
    const household = event('intelligence-checked', { concern: 'household-child' })
    expect(rulesFor(event('case-allocated', { team: 'territorial policing', trained: false }, 1), household)).toEqual(['allocation-untrained', 'allocation-needs-specialist'])
    expect(rulesFor(event('case-allocated', { team: 'cait' }, 1), household)).toEqual([])
    expect(rulesFor(event('case-allocated', { team: 'territorial policing' }, 1))).toEqual([])
  })

  it('a flag is not removed before partners were asked', () => {
    const removal = { flag: 'cse-risk', change: 'removed' }
    expect(rulesFor(event('flag-changed', { ...removal, partners_checked: false }))).toEqual(['flag-removal-without-partner-check'])
    expect(rulesFor(event('flag-changed', { ...removal, partners_checked: [] }))).toEqual(['flag-removal-without-partner-check'])
    expect(rulesFor(event('flag-changed', { ...removal, partners_checked: true }))).toEqual([])
    expect(rulesFor(event('flag-changed', removal))).toEqual([])
    expect(rulesFor(event('flag-changed', { flag: 'cse-risk', change: 'added', partners_checked: false }))).toEqual([])
  })

  it('police protection runs to its 72nd hour and no further', () => {
    const taken = event('police-protection', { change: 'taken' })
    expect(rulesFor(event('police-protection', { change: 'extended' }, 72), taken)).toEqual([])
    expect(rulesFor(event('police-protection', { change: 'extended' }, 72.02), taken)).toEqual(['police-protection-over-72h'])
  })

  it('a referral is not decided while somebody in it was not looked for; immediate protection does not wait', () => {
    const decided = (detail: Record<string, unknown>) => rulesFor(event('referral-decided', { outcome: 's47', ...detail }))
    expect(decided({ not_looked_for: 1 })).toEqual(['person-not-looked-for'])
    expect(decided({ not_looked_for: 2, outcome: 'nfa' })).toEqual(['person-not-looked-for'])
    expect(decided({ not_looked_for: 0 })).toEqual([])
    expect(decided({})).toEqual([])
    expect(decided({ not_looked_for: 1, outcome: 'immediate-protection' })).toEqual([])
  })
})
