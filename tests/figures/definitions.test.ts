import { describe, expect, it } from 'vitest'
import { DUTY_DEFINITIONS, FACT_DEFINITIONS, RECORDED_DEFINITIONS, rulesOf } from '@/lib/figures/definitions'
import { isDuty, measureCalled, MEASURES, type DutyMeasure } from '@/lib/figures/measures'
import { METRICS } from '@/lib/figures/metrics'

const dutyCalled = (id: string): DutyMeasure => {
  const found = measureCalled(id)
  if (found === null || !isDuty(found)) throw new Error(`${id} counts no duties`)
  return found
}
const definition = (id: string) => DUTY_DEFINITIONS.find((one) => one.id === id)

describe('how each figure is counted, in the words of its rules', () => {
  it('has every measure once, at an address of its own', () => {
    expect([...DUTY_DEFINITIONS, ...FACT_DEFINITIONS].map(({ id }) => id).sort()).toEqual(MEASURES.map(({ id }) => id).sort())
    expect(RECORDED_DEFINITIONS.map(({ id }) => id)).toEqual(METRICS.map(({ id }) => id))
    expect(new Set(MEASURES.map(({ id }) => id)).size).toBe(MEASURES.length)
  })

  it('counts the clocks of some rule, and says what stops them', () => {
    for (const measure of MEASURES.filter(isDuty)) {
      expect(rulesOf(measure), measure.id).not.toEqual([])
      expect(definition(measure.id)?.met, measure.id).not.toEqual([])
    }
  })

  it('tells the 24 hours of the Metropolitan Police apart from the procedure', () => {
    expect(rulesOf(dutyCalled('strategy-24h')).map(({ id }) => id)).toEqual(['strategy-discussion/force-24h'])
    const procedure = rulesOf(dutyCalled('strategy-procedure')).map(({ id }) => id)
    expect(procedure).not.toContain('strategy-discussion/force-24h')
    expect(procedure).toEqual(expect.arrayContaining(['strategy-discussion/same-day', 'strategy-discussion/standard', 'strategy-discussion/complex']))
  })

  it('says of a target what it was in which year, and of none that the policy has none', () => {
    expect(definition('strategy-24h')?.target).toBe('100% from 1 Apr 2015')
    expect(definition('return-interview')?.target).toBe('None in the policy')
    expect(RECORDED_DEFINITIONS.find(({ id }) => id === 'initial-conference-attendance')?.target).toBe('95% from 1 Apr 2007, 100% from 1 Apr 2015')
    expect(RECORDED_DEFINITIONS.find(({ id }) => id === 'overdue-rso-visits')).toMatchObject({ better: 'Fewer is better', target: expect.stringContaining('limit') as string })
  })

  it('says whose a return home interview is where another council looks after the child (mis-rhi-72h)', () => {
    expect(definition('return-interview')).toMatchObject({ owedBy: 'The local authority', also: [expect.stringContaining('Where another council looks after the child')] })
  })
})
