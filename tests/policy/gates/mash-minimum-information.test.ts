import { describe, expect, it } from 'vitest'
import { refusalsOf } from '@/lib/policy/gates'
import { historyOf } from '@/tests/support/story'

const refusals = (detail: Record<string, unknown>) => {
  const history = historyOf([{ when: '2016-05-16 09:00', what: 'referral-decided', with: detail }])
  return history.events.flatMap((event) => refusalsOf(event, { ...history, events: [] }))
}

describe('what a MASH decision stands on', () => {
  it.each([
    [{ outcome: 's17' }, null], [{ outcome: 's17', analysis: 'a', risk: 'b' }, null],
    [{ analysis: '' }, 'The decision does not say the analysis.'], [{ risk: null, mitigation: ' ' }, 'The decision does not say the risk, what lessens the risk.'],
    [{ information_gathered: [] }, 'The decision does not say what was gathered from the agencies.'], [{ level_of_need: false }, 'The decision does not say the level of need.'],
  ])('%j', (detail, says) => {
    expect(refusals(detail).map((refusal) => refusal.says)).toEqual(says === null ? [] : [says])
    if (says !== null) expect(refusals(detail)[0]).toMatchObject({ rule: 'mash-information-missing', clause: 'mash-min-info' })
  })
})
