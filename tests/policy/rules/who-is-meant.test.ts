import { describe, expect, it } from 'vitest'
import { isQualifiedDecisionMaker } from '@/lib/policy/decisions'
import { referringAgency } from '@/lib/policy/referring-agency'

describe('the referring agency', () => {
  it.each([
    ['school', 'education'], ['primary school', 'education'], ['nursery', 'education'], ['education welfare officer', 'education'], ['headteacher', 'education'],
    ['school nurse', 'health'], ['GP', 'health'], ['health visitor', 'health'], ['hospital', 'health'], ['midwives', 'health'], ['probation officer', 'probation'],
    ['youth offending team', 'youth-offending'], ['housing officer', 'housing'], ['idva', 'voluntary'], ['NSPCC helpline', 'voluntary'],
    ['care home', 'other'], ["children's home worker", 'other'], ['other agency', 'other'],
    ['csc', null], ['hospital social worker', null], ['police', null], ['another police force', null], ['custody officer', null], ['CEOP', null], ['marac', null],
    ['public', null], ['family', null], ['victim’s mother', null], ['ex-partner', null], ['abandoned 999 call', null], ['foster carer', null], ['', null],
  ])('%s: %s', (from, agency) => expect(referringAgency(null, from)).toBe(agency))

  it('is the referrer’s before that of the way it came', () => {
    expect(referringAgency('school', 'csc')).toBe('education')
    expect(referringAgency('csc', 'school')).toBeNull()
  })
})

describe('a qualified social work decision maker', () => {
  it.each(['MASH decision maker', 'mash-decision-maker', 'social work manager', 'CSC team manager', 'emergency-duty-worker', 'head of service'])('is %s', (role) =>
    expect(isQualifiedDecisionMaker(role)).toBe(true))
  it.each(['police sergeant', 'MASH officer', 'police decision maker', 'call handler', 'unqualified social worker', 'student social worker', 'school', 'administrator', 'PC', 'someone'])('is not %s', (role) =>
    expect(isQualifiedDecisionMaker(role)).toBe(false))
  it('may be one whose role is not known', () => expect(isQualifiedDecisionMaker(null)).toBe(true))
})
