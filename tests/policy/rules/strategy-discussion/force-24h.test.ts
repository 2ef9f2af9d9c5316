import { describe, expect, it } from 'vitest'
import { discussion, london, metInTime, open, owed, plus, type Line } from '@/tests/support/story'

const FORCE = 'strategy-discussion-overdue/force-24h'
const concern = (when: string, more: Record<string, unknown> = {}): Line => ({ when, what: 'contact-received', with: { concern: 'neglect', ...more } })

describe('strategy discussion, within 24 hours', () => {
  it.each(['2016-05-16 09:00', '2016-05-20 18:00', '2016-12-24 23:00', '2016-03-26 12:00', '2016-10-29 12:00', '2016-02-28 12:00'])('is 24 elapsed hours from %s', (when) => {
    const [duty] = owed(FORCE, [concern(when)])
    expect(duty).toMatchObject({ dueAt: new Date(london(when).getTime() + 86_400_000), dayEnd: false, clause: 'sd-mps-24h' })
  })

  it('is a target and no breach of procedure, and counts from the initial report', () => {
    const [duty] = owed(FORCE, [concern('2016-05-16 12:00', { initial_report_at: london('2016-05-16 02:00').toISOString() })])
    expect(duty?.dueAt).toEqual(london('2016-05-17 02:00'))
    expect(duty?.rule.form === 'clock' && duty.rule.breach).toBe(false)
  })

  it('met at its instant is in time, a minute later not', () => {
    const met = (minutes: number) => metInTime(owed(FORCE, [concern('2016-05-16 09:00'), discussion(plus(london('2016-05-17 09:00'), minutes))])[0])
    expect([met(-1), met(0), met(1)]).toEqual([true, true, false])
  })

  it('a call between police and social care stops it, and no other clock', () => {
    const lines = [concern('2016-05-16 09:00', { concern: 'serious-injury' }), discussion('2016-05-16 10:00', ['social-worker', 'police'])]
    expect(open(FORCE, lines)).toEqual([])
    expect(open('strategy-discussion-overdue', lines).map((duty) => duty.rule.id)).toEqual(['strategy-discussion/same-day', 'strategy-discussion/standard'])
  })
})
