import { describe, expect, it } from 'vitest'
import { open, owed, type Line } from '@/tests/support/story'

const WAITS = 'closure-waits-for-whereabouts'
const gone: Line = { when: '2016-05-15 09:00', what: 'missing-reported' }
const refused = (rules: unknown): Line => ({ when: '2016-05-16 09:00', what: 'act-refused', with: { rules } })
const seen: Line = { when: '2016-05-15 12:00', what: 'child-seen', with: { spoken_to: true } }

describe('a closing refused while nobody knows where the child is', () => {
  it('leaves that to be confirmed', () => {
    expect(owed(WAITS, [gone, refused(['closure-unresolved-risk'])])[0]?.rule.task).toBe('confirm-whereabouts')
    expect(owed(WAITS, [gone, refused(['closure-child-not-seen'])])).toEqual([])
    expect(owed(WAITS, [{ when: '2016-05-15 09:00', what: 'contact-received', with: { concern: 'neglect' } }, seen, refused(['closure-unresolved-risk'])])).toEqual([])
  })
  it('until the child is back, seen, or said to be found', () => {
    for (const what of ['child-returned', 'child-interviewed'] as const) expect(open(WAITS, [gone, refused(['closure-unresolved-risk']), { when: '2016-05-17 09:00', what }])).toEqual([])
    expect(open(WAITS, [gone, refused(['closure-unresolved-risk']), { when: '2016-05-17 09:00', what: 'record-updated', with: { whereabouts: 'confirmed' } }])).toEqual([])
    expect(open(WAITS, [gone, refused(['closure-unresolved-risk']), { when: '2016-05-17 09:00', what: 'record-updated' }])).toHaveLength(1)
  })
})
