import { describe, expect, it } from 'vitest'
import { open, owed, type Line } from '@/tests/support/story'

const WAITS = 'closure-waits-for-child'
const refused = (rules: unknown): Line => ({ when: '2016-05-16 09:00', what: 'act-refused', with: { rules } })

describe('a closing refused with the child unseen', () => {
  it('leaves the seeing to be done', () => {
    expect(owed(WAITS, [refused(['closure-child-not-seen'])])[0]?.rule.task).toBe('see-and-speak-to-child')
    for (const rules of [['closure-unresolved-risk'], [], null]) expect(owed(WAITS, [refused(rules)])).toEqual([])
  })
  it('until the child is seen and spoken to', () => {
    expect(open(WAITS, [refused(['closure-child-not-seen']), { when: '2016-05-16 10:00', what: 'child-seen', with: { spoken_to: true } }])).toEqual([])
    expect(open(WAITS, [refused(['closure-child-not-seen']), { when: '2016-05-16 10:00', what: 'child-seen', with: { spoken_to: false } }])).toHaveLength(1)
  })
})
