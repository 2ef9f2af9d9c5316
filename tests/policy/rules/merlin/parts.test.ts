import { describe, expect, it } from 'vitest'
import { lackingParts, PAC_PARTS, type Checklist } from '@/lib/policy/rules/merlin/parts'

const WHOLE: Checklist = {
  theirReference: 'M1', officer: 'PC Ida Marl', supervisor: 'PS Noll', rating: 'amber', concern: 'neglect', childSaid: 'Nothing to eat', children: [{ name: true, born: true, address: true }], parent: true,
}

describe('what a police checklist lacks', () => {
  it('nothing, when every part is given', () => expect(lackingParts(WHOLE)).toEqual([]))

  it('everything, when nothing is', () => {
    expect(lackingParts({ theirReference: null, officer: null, supervisor: null, rating: null, concern: null, childSaid: null, children: [], parent: false })).toEqual(PAC_PARTS)
  })

  it('a part of one child of two', () => {
    expect(lackingParts({ ...WHOLE, children: [{ name: true, born: true, address: true }, { name: true, born: false, address: true }] })).toEqual(['born'])
  })

  it.each([['blue', []], ['green', []], ['amber', ['concern']], ['red', ['concern']]])('rated %s without a concern: %j', (rating, lacks) => {
    expect(lackingParts({ ...WHOLE, rating, concern: null })).toEqual(lacks)
  })
})
