import { describe, expect, it } from 'vitest'
import { open, owed, type Line } from '@/tests/support/story'

const UNANSWERED = 'break-glass-unreviewed'
const opened = (opening_id: string, when = '2016-05-16 04:10', break_glass = true): Line => ({ when, what: 'record-opened', with: { break_glass, opening_id } })
const reviewed = (opening_id: string, when = '2016-05-16 09:00'): Line => ({ when, what: 'record-opened', with: { change: 'reviewed', opening_id, verdict: 'justified' } })

describe('the opening of a restricted record is answered for', () => {
  it('is raised at the opening, for each one of its own, and stands until that one is answered', () => {
    expect(owed(UNANSWERED, [opened('a')])[0]).toMatchObject({ clause: 'glass-review' })
    expect(open(UNANSWERED, [opened('a'), opened('b', '2016-05-16 05:00')])).toHaveLength(2)
    expect(open(UNANSWERED, [opened('a'), opened('b', '2016-05-16 05:00'), reviewed('b')])).toHaveLength(1)
    expect(open(UNANSWERED, [opened('a'), reviewed('a')])).toEqual([])
  })

  it('an opening with a reason alone, and an answer to another, are none of it', () => {
    expect(owed(UNANSWERED, [opened('a', '2016-05-16 04:10', false), { when: '2016-05-16 04:20', what: 'record-restricted' }])).toEqual([])
    expect(open(UNANSWERED, [opened('a'), reviewed('c')])).toHaveLength(1)
  })
})
