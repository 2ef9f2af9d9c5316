import { describe, expect, it } from 'vitest'
import { factWords } from '@/lib/figures/fact-words'
import { isDuty, measureCalled } from '@/lib/figures/measures'
import { GATES } from '@/lib/policy/gates'

/** A class or a grade that is refused is counted once, by the first rule that refused it: one that no figure knew would be refused unseen. */
describe('class or grade refused by the policy', () => {
  const measure = measureCalled('class-refused')
  const words = measure !== null && !isDuty(measure) ? measure.words ?? [] : []
  // How often the informant is rung is no class and no grade, though it is said with one.
  const ofClass = GATES.filter((gate) => gate.id !== 'callback-interval-outside-range' && gate.kinds.some((kind) => kind === 'episode-classified' || kind === 'missing-risk-graded'))

  it('counts every gate of a class and a grade, and names each in its list', () => {
    expect([...words].sort()).toEqual(ofClass.map(({ id }) => id).sort())
    expect(new Set(words.map((word) => factWords('act-refused', word))).size).toBe(words.length)
    for (const word of words) expect(factWords('act-refused', word), word).not.toBe('Refused by policy')
  })

  it('stands before what is no matter of class, where several rules refuse at once', () => {
    const last = Math.max(...ofClass.map((gate) => GATES.indexOf(gate)))
    const others = GATES.filter((gate) => !ofClass.includes(gate) && gate.kinds.some((kind) => ofClass.some((one) => one.kinds.includes(kind))))
    for (const other of others) expect(GATES.indexOf(other), other.id).toBeGreaterThan(last)
  })
})
