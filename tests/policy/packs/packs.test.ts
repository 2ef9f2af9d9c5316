import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueAfter, type Duration } from '@/lib/policy/calendar/duration'
import { plainDate } from '@/lib/policy/calendar/london'
import { clause } from '@/lib/policy/clauses'
import { BASELINE, DURATION_PARAMETERS, LoosensPolicy, packInForce, packNamed, packNames, PARAMETER_IDS, UnknownPack, withOverlay, type Overlay } from '@/lib/policy/packs'

const at = (day: string) => new Date(`${day}T12:00:00Z`)
const adopt = (packId: string, from: string) => ({ packId, from: plainDate(from) })
const overlay = (values: Overlay['values']): Overlay => ({ id: 'bromley', version: '1', values })

describe('the baseline', () => {
  it('holds the values of the table of policy values', () => {
    const p = BASELINE.parameters
    const table: [keyof typeof p, unknown, string][] = [
      ['strategy.force-24h', { unit: 'hours', n: 24 }, 'A'], ['strategy.standard', { unit: 'working-days', n: 3 }, 'A'],
      ['strategy.same-day', { unit: 'same-day' }, 'A'], ['strategy.immediate-action', { unit: 'working-days', n: 1 }, 'A'],
      ['strategy.complex', { unit: 'working-days', n: 5 }, 'A'], ['absent.min-age', 13, 'A'],
      ['absent.first-callback', { unit: 'hours', n: 1 }, 'A'], ['absent.callback-interval', { unit: 'hours', n: 4 }, 'A'],
      ['absent.callback-interval.longest', { unit: 'hours', n: 8 }, 'A'], ['absent.max', { unit: 'hours', n: 24 }, 'A'],
      ['missing.risk-floor', ['medium'], 'A'], ['police-protection.max', { unit: 'hours', n: 72 }, 'A'],
      ['mase.interval', { unit: 'calendar-days', n: 31 }, 'A'], ['mase.chair-rank', ['inspector'], 'A'],
      ['mappa.rank.level-2', ['inspector'], 'A'], ['mappa.rank.level-3', ['superintendent'], 'A'],
      ['plan.check', { unit: 'calendar-days', n: 42 }, 'A'], ['plan.long', { unit: 'months', n: 15 }, 'A'],
      ['conference.attendance.initial', 100, 'A'], ['conference.attendance.review', 50, 'A'],
      ['haven.child-offer', { unit: 'minutes', n: 90 }, 'A'], ['haven.child-offer.target', 95, 'A'],
      ['bail.limit', { unit: 'calendar-days', n: 90 }, 'A'], ['cse.assessment', { unit: 'hours', n: 24 }, 'A'],
      ['return-home-interview', { unit: 'hours', n: 72 }, 'A'], ['safe-and-well', { unit: 'hours', n: 24 }, 'C'],
      ['safe-and-well.high', { unit: 'hours', n: 1 }, 'C'], ['mash.decision.red', { unit: 'hours', n: 4 }, 'C'],
      ['mash.decision.amber', { unit: 'working-days', n: 1 }, 'C'], ['mash.decision.green', { unit: 'working-days', n: 3 }, 'C'],
      ['csc-referral', { unit: 'hours', n: 24 }, 'C'], ['csc-referral.same-day', { unit: 'hours', n: 4 }, 'C'],
      ['allocation', { unit: 'working-days', n: 1 }, 'C'], ['allocation.urgent', { unit: 'hours', n: 24 }, 'C'],
      ['child-seen', { unit: 'working-days', n: 3 }, 'C'], ['child-seen.urgent', { unit: 'hours', n: 24 }, 'C'],
      ['contact-action', { unit: 'hours', n: 24 }, 'C'], ['contact-action.urgent', { unit: 'hours', n: 1 }, 'C'],
      ['crime-recording', { unit: 'hours', n: 24 }, 'C'], ['suspect.identify', { unit: 'calendar-days', n: 7 }, 'C'],
      ['suspect.identify.images', { unit: 'calendar-days', n: 28 }, 'C'], ['suspect.action', { unit: 'calendar-days', n: 7 }, 'C'],
      ['enforcement.images', { unit: 'calendar-days', n: 28 }, 'C'], ['enforcement.child-within-reach', { unit: 'calendar-days', n: 7 }, 'C'],
      ['device.examination', { unit: 'calendar-days', n: 90 }, 'C'], ['supervisor.review', { unit: 'calendar-days', n: 28 }, 'C'],
      ['record-update', { unit: 'hours', n: 24 }, 'C'], ['missing.risk-review', { unit: 'hours', n: 24 }, 'C'],
      ['missing.risk-review.high', { unit: 'hours', n: 8 }, 'C'], ['wider-risk', { unit: 'calendar-days', n: 7 }, 'C'],
      ['household-child', { unit: 'hours', n: 24 }, 'C'], ['linked-child', { unit: 'hours', n: 24 }, 'C'],
      ['audit-action', { unit: 'hours', n: 24 }, 'C'], ['audit-action.requires-improvement', { unit: 'working-days', n: 5 }, 'C'],
      ['rso.first-visit', { unit: 'calendar-days', n: 14 }, 'C'], ['rso.first-visit.very-high', { unit: 'calendar-days', n: 5 }, 'C'],
      ['rso.visit.very-high', { unit: 'months', n: 1 }, 'C'], ['rso.visit.low', { unit: 'months', n: 12 }, 'C'],
      ['rso.not-seen', { unit: 'calendar-days', n: 180 }, 'C'], ['rso.failed-visits', 2, 'C'], ['rso.pattern', 3, 'C'],
      ['repeat-missing', 3, 'C'], ['repeat-missing.window', { unit: 'calendar-days', n: 90 }, 'C'], ['cumulative-incidents', 3, 'C'],
      ['custody.appropriate-adult.request', { unit: 'hours', n: 1 }, 'C'], ['custody.appropriate-adult.warning', { unit: 'hours', n: 2 }, 'C'],
      ['custody.appropriate-adult', { unit: 'hours', n: 4 }, 'C'], ['custody.transfer-request', { unit: 'hours', n: 1 }, 'C'],
      ['queue.mash', 2, 'C'], ['queue.rso-visits', 0, 'C'], ['rso.caseload', 60, 'C'], ['agency-absence', 2, 'A'],
      ['withdrawal.review', { unit: 'hours', n: 24 }, 'C'],
      ['strategy.quorum', ['social-worker', 'social-work-manager', 'health', 'police'], 'A'],
    ]
    for (const [id, value, certainty] of table) expect(p[id], id).toMatchObject({ value, certainty })
  })

  it('gives every value a clause that exists', () => {
    for (const name of packNames()) {
      for (const id of PARAMETER_IDS) expect(() => clause(packNamed(name).parameters[id].clause), id).not.toThrow()
    }
  })

  it('is in force for everyone at any time', () => {
    expect(packInForce(at('2011-04-28')).id).toBe('mps-2016')
    expect(packInForce(at('2027-01-01'))).toBe(BASELINE)
    expect(BASELINE).toMatchObject({ from: '2015-01-01', to: null })
  })
})

describe('a pack that a borough adopts', () => {
  it('is in force from the London day it chose, not before, and never before the pack itself', () => {
    const chosen = [adopt('app-2017', '2018-07-02')]
    expect(packInForce(new Date('2018-07-01T22:59:59.999Z'), chosen).id).toBe('mps-2016')
    expect(packInForce(new Date('2018-07-01T23:00:00.000Z'), chosen).id).toBe('app-2017')
    expect(packInForce(at('2016-12-31'), [adopt('app-2017', '2016-01-01')]).id).toBe('mps-2016')
    expect(packInForce(at('2017-01-01'), [adopt('app-2017', '2016-01-01')]).id).toBe('app-2017')
  })

  it('lies upon those adopted before it', () => {
    const pack = packInForce(at('2024-06-01'), [adopt('wt-2023', '2024-02-01'), adopt('app-2017', '2018-01-01')])
    expect(pack.id).toBe('app-2017+wt-2023')
    expect(pack.parameters['missing.classes'].value).toEqual(['missing'])
    expect(pack.parameters['strategy.quorum'].value).toEqual(['social-worker', 'health', 'police'])
    expect(packNamed(pack.id)).toEqual(pack)
    expect(packInForce(at('2025-01-01'), [adopt('wt-2023', '2024-02-01'), adopt('mps-2016', '2024-09-01')]).id).toBe('mps-2016')
  })

  it('changes what it says and keeps the rest', () => {
    expect(packNamed('app-2017').parameters['missing.risk-floor'].value).toEqual(['medium'])
    expect(packNamed('wt-2023').parameters['strategy.standard']).toBe(BASELINE.parameters['strategy.standard'])
    expect(packNamed('app-2017').changes.length).toBeGreaterThan(0)
  })

  it('must exist', () => {
    expect(() => packNamed('nonsense')).toThrow(UnknownPack)
    expect(() => packInForce(at('2024-01-01'), [adopt('nonsense', '2020-01-01')])).toThrow(UnknownPack)
    expect(() => packNamed('')).toThrow(UnknownPack)
  })
})

describe('an overlay', () => {
  it('tightens', () => {
    const pack = withOverlay(BASELINE, overlay({
      'strategy.standard': { unit: 'working-days', n: 2 }, 'ref.decision': { unit: 'hours', n: 24 }, 'absent.min-age': 14,
      'strategy.quorum': ['social-worker', 'social-work-manager', 'health', 'police', 'education'], 'mase.chair-rank': ['superintendent'],
      'repeat-missing.window': { unit: 'calendar-days', n: 120 }, 'repeat-missing': 2,
    }))
    expect(pack.parameters['strategy.standard']).toMatchObject({ value: { n: 2 }, clause: 'sd-default' })
    expect(pack.parameters['ref.decision'].value).toEqual({ unit: 'hours', n: 24 })
    expect(pack.id).toBe('mps-2016')
    expect(pack.version).toBe('1+bromley.1')
    expect(BASELINE.parameters['strategy.standard'].value).toEqual({ unit: 'working-days', n: 3 })
  })

  it.each<[string, Overlay['values']]>([
    ['strategy.standard', { 'strategy.standard': { unit: 'working-days', n: 4 } }],
    ['strategy.standard', { 'strategy.standard': { unit: 'hours', n: 72 + 24 } }],
    ['strategy.force-24h', { 'strategy.force-24h': { unit: 'working-days', n: 1 } }],
    ['strategy.force-24h', { 'strategy.force-24h': { unit: 'same-day' } }],
    ['strategy.same-day', { 'strategy.same-day': { unit: 'hours', n: 1 } }],
    ['return-home-interview', { 'return-home-interview': { unit: 'working-days', n: 3 } }],
    ['ref.decision', { 'ref.decision': { unit: 'working-days', n: 0 } }],
    ['ref.decision', { 'ref.decision': { unit: 'given' } }],
    ['absent.min-age', { 'absent.min-age': 12 }],
    ['absent.min-age', { 'absent.min-age': Number.NaN }],
    ['repeat-missing', { 'repeat-missing': 3.5 }],
    ['strategy.quorum', { 'strategy.quorum': ['social-worker', 'health', 'police', 'education'] }],
    ['mase.chair-rank', { 'mase.chair-rank': ['sergeant'] }],
    ['mase.chair-rank', { 'mase.chair-rank': ['emperor'] }],
    ['repeat-missing.window', { 'repeat-missing.window': { unit: 'calendar-days', n: 60 } }],
    ['missing.classes', { 'missing.classes': [] }],
  ])('never loosens %s', (id, values) => {
    let thrown: unknown
    try { withOverlay(BASELINE, overlay(values)) } catch (error) { thrown = error }
    expect(thrown).toBeInstanceOf(LoosensPolicy)
    expect(thrown).toMatchObject({ parameter: id, clause: BASELINE.parameters[id as 'ref.decision'].clause })
    expect(String(thrown)).toContain(id)
  })

  it('may repeat what stands', () => {
    const same = withOverlay(BASELINE, overlay({ 'absent.min-age': 13, 'repeat-missing': 3, 'strategy.standard': { unit: 'working-days', n: 3 }, 'mase.chair-rank': ['inspector'] }))
    expect(same.parameters).toEqual(BASELINE.parameters)
  })

  it('names a value that exists', () => {
    expect(() => withOverlay(BASELINE, overlay({ nonsense: 3 } as Overlay['values']))).toThrow(/No parameter "nonsense"/)
  })

  it('that is accepted never makes anything due later', () => {
    const durations = fc.oneof(
      fc.record({ unit: fc.constantFrom('minutes', 'hours', 'working-days', 'calendar-days'), n: fc.integer({ min: 1, max: 60 }) }), fc.constant({ unit: 'same-day' }),
    ) as fc.Arbitrary<Duration>
    const deadlines = DURATION_PARAMETERS.filter((id) => BASELINE.parameters[id].tighter === 'shorter' && BASELINE.parameters[id].value.unit !== 'given' && !id.startsWith('rso.'))
    const starts = fc.date({ min: new Date('2018-01-01T00:00:00Z'), max: new Date('2023-06-01T00:00:00Z'), noInvalidDate: true })
    fc.assert(fc.property(fc.constantFrom(...deadlines), durations, starts, (id, value, start) => {
      let pack
      try { pack = withOverlay(BASELINE, overlay({ [id]: value })) } catch { return }
      expect(dueAfter(start, pack.parameters[id].value).dueAt.getTime()).toBeLessThanOrEqual(dueAfter(start, BASELINE.parameters[id].value).dueAt.getTime())
    }), { numRuns: 60 })
    // Each run tries every day of six years: on a busy machine more than the usual five seconds.
  }, 60_000)
})
