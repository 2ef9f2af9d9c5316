import { describe, expect, it } from 'vitest'
import { plainDate } from '@/lib/policy/calendar/plain-date'
import { isLooser, ownTargetOn, standingTarget, type LocalTarget } from '@/lib/policy/measures/local-targets'

const CITY = 'city-of-london'
const own = (borough: string, value: number | null, from: string, recorded = '2016-01-01T09:00:00Z'): LocalTarget => ({ borough, measure: 'm', value, from: plainDate(from), recordedAt: new Date(recorded) })
const held = (locals: readonly LocalTarget[], on: string, borough: string | null = 'merton', catalogue: number | null = 95, better: 'higher' | 'lower' = 'higher') => {
  const standing = standingTarget(better, catalogue, locals, 'm', borough, plainDate(on), CITY)
  return standing === null ? null : [standing.value, standing.by?.borough ?? 'policy']
}

describe('a target set locally', () => {
  it('holds from its day on, and judges nothing before', () => {
    const locals = [own('merton', 98, '2016-06-01')]
    expect(held(locals, '2016-05-31')).toEqual([95, 'policy'])
    expect(held(locals, '2016-06-01')).toEqual([98, 'merton'])
    expect(held(locals, '2030-01-01')).toEqual([98, 'merton'])
    expect(held(locals, '2016-06-01', 'sutton')).toEqual([95, 'policy'])
    expect(held(locals, '2016-06-01', null)).toEqual([95, 'policy'])
  })

  it('never loosens: the tightest holds, the policy’s, London’s or the borough’s, whichever way is better', () => {
    expect(held([own('merton', 90, '2016-06-01')], '2016-06-01')).toEqual([95, 'policy'])
    expect(held([own('merton', 97, '2016-06-01'), own('london', 99, '2016-07-01')], '2016-06-30')).toEqual([97, 'merton'])
    expect(held([own('merton', 97, '2016-06-01'), own('london', 99, '2016-07-01')], '2016-07-01')).toEqual([99, 'london'])
    expect(held([own('merton', 97, '2016-06-01'), own('london', 97, '2016-07-01')], '2016-07-01')).toEqual([97, 'london'])
    expect(held([own('merton', 70, '2016-06-01')], '2016-06-01', 'merton', 65, 'lower')).toEqual([65, 'policy'])
    expect(held([own('merton', 60, '2016-06-01'), own('london', 62, '2016-06-01')], '2016-06-01', 'merton', 65, 'lower')).toEqual([60, 'merton'])
    expect([isLooser('higher', 94.9, 95), isLooser('higher', 95, 95), isLooser('lower', 65, 65), isLooser('lower', 65.1, 65)]).toEqual([true, false, false, true])
  })

  it('of London holds for a figure of all boroughs, and not for the City, which is no borough of the Metropolitan Police', () => {
    const locals = [own('london', 99, '2016-06-01')]
    expect(held(locals, '2016-06-01', null)).toEqual([99, 'london'])
    expect(held(locals, '2016-06-01', CITY)).toEqual([95, 'policy'])
    expect(held([...locals, own(CITY, 97, '2016-06-01')], '2016-06-01', CITY)).toEqual([97, CITY])
  })

  it('is followed by another, or by none, and where the policy asks for nothing it stands alone', () => {
    const locals = [own('merton', 90, '2016-06-01'), own('merton', 80, '2016-07-01'), own('merton', null, '2016-08-01')]
    expect(held(locals, '2016-06-30', 'merton', null)).toEqual([90, 'merton'])
    expect(held(locals, '2016-07-01', 'merton', null)).toEqual([80, 'merton'])
    expect(held(locals, '2016-08-01', 'merton', null)).toBeNull()
    expect(ownTargetOn(locals, 'm', 'merton', plainDate('2016-08-01'))).toBeNull()
    expect(ownTargetOn(locals, 'another', 'merton', plainDate('2016-07-01'))).toBeNull()
  })
})
