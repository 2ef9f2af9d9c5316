import { describe, expect, it } from 'vitest'
import { discussion, midnightClosing, open, owed, type Line } from '@/tests/support/story'

const FULL = 'strategy-full-meeting-overdue'
const concern: Line = { when: '2016-05-16 09:00', what: 'contact-received', with: { concern: 'neglect' } }

describe('the full meeting after a two-agency call', () => {
  it('is due in five working days from the call, beside the band that runs on', () => {
    const lines = [concern, discussion('2016-05-16 10:00', ['social-worker', 'social-work-manager', 'police'])]
    expect(open(FULL, lines)[0]).toMatchObject({ dueAt: midnightClosing('2016-05-23'), clause: 'sd-two-agency-call' })
    expect(open('strategy-discussion-overdue/standard', lines)[0]?.dueAt).toEqual(midnightClosing('2016-05-19'))
  })

  it('is not asked for when another agency took part, and a quorate discussion meets it', () => {
    expect(owed(FULL, [concern, discussion('2016-05-16 10:00', ['social-worker', 'police', 'education'])])).toEqual([])
    expect(owed(FULL, [concern, discussion('2016-05-16 10:00')])).toEqual([])
    expect(open(FULL, [concern, discussion('2016-05-16 10:00', ['social-worker', 'police']), discussion('2016-05-18 10:00')])).toEqual([])
    expect(open(FULL, [concern, discussion('2016-05-16 10:00', ['social-worker', 'police']), discussion('2016-05-18 10:00', ['csc', 'police'])])).toHaveLength(1)
  })

  it('a grave concern ended without a second line leaves it owed', () => {
    const grave: Line = { when: '2016-05-16 09:00', what: 'contact-received', with: { concern: 'serious-injury' } }
    const call = discussion('2016-05-16 10:00', ['social-worker', 'police'])
    const decided = (detail: Record<string, unknown>): Line => ({ when: '2016-05-17 10:00', what: 'referral-decided', with: { outcome: 'nfa', by_role: 'mash-decision-maker', ...detail } })
    expect(open(FULL, [grave, call, decided({})])).toHaveLength(1)
    expect(open(FULL, [grave, call, decided({ second_line: true })])).toEqual([])
  })
})
