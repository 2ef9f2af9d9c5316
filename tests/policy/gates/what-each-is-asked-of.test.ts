import { describe, expect, it } from 'vitest'
import { GATES, isGated, refusalsOf } from '@/lib/policy/gates'
import { historyOf } from '@/tests/support/story'

describe('each gate stands before these entries, on this clause', () => {
  it.each([
    ['allocation-untrained', 'gov-training', ['case-allocated']],
    ['allocation-needs-specialist', 'iioc-aggravating', ['case-allocated']],
    ['flag-removal-without-partner-check', 'flag-cse-remove', ['flag-changed']],
    ['police-protection-over-72h', 's46-72h', ['police-protection']],
    ['joint-enquiry-without-officer', 'sd-police-role', ['strategy-discussion-held', 'record-updated']],
    ['person-not-looked-for', 'ref-search-first', ['referral-decided']],
    ['mash-information-missing', 'mash-min-info', ['referral-decided']],
    ['designated-officer-same-person', 's46-designated', ['police-protection']],
    ['emergency-protection-over-8d', 'epo-8d', ['emergency-protection-order']],
    ['emergency-protection-extension', 'epo-extend', ['emergency-protection-order']],
    ['closure-child-not-seen', 'inv-child-seen', ['case-closed']],
    ['closure-unresolved-risk', 'closure-unresolved', ['case-closed']],
    ['no-crime-without-police-enquiry', 'no-crime', ['case-closed']],
    ['absent-class-ended', 'mis-def-app-2017', ['episode-classified']],
    ['absent-classification-under-13', 'mis-u13', ['episode-classified']],
    ['absent-classification-cse-flag', 'mis-cse-flag', ['episode-classified']],
    ['absent-classification-known-risk', 'mis-def-absent', ['episode-classified']],
    ['absent-after-24-hours', 'mis-absent-24h', ['episode-classified']],
    ['downgrade-needs-inspector', 'mis-reclass-on-info', ['episode-classified']],
    ['risk-rationale-rejected', 'mis-repeat-not-lower', ['missing-risk-graded', 'episode-classified']],
    ['missing-risk-below-medium', 'mis-no-low', ['missing-risk-graded']],
    ['callback-interval-outside-range', 'mis-absent-contact-repeat', ['missing-reported', 'episode-classified', 'informant-recontacted']],
    ['meeting-chair-rank', 'mase-chair', ['minutes-confirmed']],
    ['meeting-item-unrecorded', 'mase-record', ['meeting-item-closed']],
    ['listing-without-strategy', 'mase-gate', ['listed-for-meeting']],
    ['category-rationale-rejected', 'cse-cat-daily', ['cse-category-set']],
    ['warning-notice-ground', 'cawn-eligibility', ['suspect-action']],
  ])('%s', (id, clause, kinds) => {
    expect(GATES.find((gate) => gate.id === id)).toMatchObject({ clause, kinds })
    for (const kind of kinds) expect(isGated(kind as Parameters<typeof isGated>[0])).toBe(true)
  })

  it('and no gate is without its line here', () => {
    expect(GATES).toHaveLength(27)
    expect(isGated('referral-made')).toBe(false)
  })

  it('an entry of another kind is not its business, whatever it says', () => {
    const words = { trained: false, change: 'removed', partners_checked: false, enquiry: 'joint', analysis: '', team: 'territorial policing' }
    const history = historyOf([{ when: '2016-05-16 09:00', what: 'intelligence-checked', with: { access_to_children: true } }, { when: '2016-05-16 10:00', what: 'rag-set', with: words }])
    for (const event of history.events) expect(refusalsOf(event, history)).toEqual([])
  })

  it('a refusal carries its rule, its clause and the way forward', () => {
    const history = historyOf([{ when: '2016-05-16 09:00', what: 'case-allocated', with: { team: 'cait', trained: false } }])
    const [refusal] = history.events.flatMap((event) => refusalsOf(event, history))
    expect(refusal).toMatchObject({ rule: 'allocation-untrained', clause: 'gov-training', field: 'trained' })
    expect(refusal?.wayForward.length).toBeGreaterThan(10)
  })
})
