import { describe, expect, it } from 'vitest'
import { packNamed, withOverlay, BASELINE } from '@/lib/policy/packs'
import type { PolicyEvent } from '@/lib/policy/events'
import { discussion, london, midnightClosing, open, owed, type Line } from '@/tests/support/story'

const ADOPTED = london('2024-02-01 00:00')
const WITHOUT_MANAGER = ['social-worker', 'health', 'police']
const referred = (when: string): Line => ({ when, what: 'referral-made', with: { concern: 'neglect' } })
const fromAdoption = (pack: typeof BASELINE) => (event: PolicyEvent) => (event.at < ADOPTED ? BASELINE : pack)

describe('a pack adopted in the middle of a history', () => {
  const wt2023 = { packAt: fromAdoption(packNamed('wt-2023')) }

  it('leaves a discussion held before it as it was judged: inquorate', () => {
    const lines = [referred('2024-01-30 10:00'), discussion('2024-01-30 15:00', WITHOUT_MANAGER), { when: '2024-02-05 10:00', what: 'record-updated' } as const]
    expect(open('strategy-discussion-quorum', lines, wt2023)).toHaveLength(1)
    expect(open('strategy-discussion-overdue/standard', lines, wt2023)).toHaveLength(1)
  })

  it('judges one held from its first midnight by the new minimum', () => {
    for (const [when, left] of [['2024-01-31 23:59', 1], ['2024-02-01 00:00', 0]] as const) {
      const lines = [referred('2024-01-31 10:00'), discussion(when, WITHOUT_MANAGER)]
      expect(open('strategy-discussion-overdue/standard', lines, wt2023), when).toHaveLength(left)
      expect(owed('strategy-discussion-quorum', lines, wt2023), when).toHaveLength(left)
    }
  })

  it('shortens only the clocks that begin under it', () => {
    const tight = { packAt: fromAdoption(withOverlay(BASELINE, { id: 'bromley', version: '1', values: { 'strategy.standard': { unit: 'working-days', n: 2 } } })) }
    const [before] = owed('strategy-discussion-overdue/standard', [referred('2024-01-31 23:59')], tight)
    expect(before?.dueAt).toEqual(midnightClosing('2024-02-05'))
    const [after] = owed('strategy-discussion-overdue/standard', [referred('2024-02-01 00:00')], tight)
    expect(after?.dueAt).toEqual(midnightClosing('2024-02-05'))
    const [next] = owed('strategy-discussion-overdue/standard', [referred('2024-02-02 00:00')], tight)
    expect(next?.dueAt).toEqual(midnightClosing('2024-02-06'))
  })
})
