import { describe, expect, it } from 'vitest'
import { packNamed } from '@/lib/policy/packs'
import { requiredParts } from '@/lib/policy/quorum'
import { discussion, historyOf, open, owed, QUORATE, type Line } from '@/tests/support/story'

const QUORUM = 'strategy-discussion-quorum'
const referred = (from: string | null, referrer?: string): Line => ({ when: '2016-05-16 09:00', what: 'referral-made', with: { concern: 'neglect', from, ...(referrer === undefined ? {} : { referrer }) } })
const missing = (lines: Line[], setting = {}) => open(QUORUM, lines, setting).flatMap((duty) => duty.because.map((text) => text.replace('nobody took part as ', '')))

describe('held, not quorate', () => {
  it('names who was missing', () => {
    expect(missing([discussion('2016-05-17 09:00', ['social-worker', 'police'])])).toEqual(['social-work-manager', 'health'])
    expect(missing([discussion('2016-05-17 09:00')])).toEqual([])
    expect(missing([discussion('2016-05-17 09:00', [])])).toEqual(QUORATE)
  })

  it('is neither refused nor raised when who took part is not known', () => {
    expect(owed(QUORUM, [discussion('2016-05-17 09:00', null)])).toEqual([])
  })

  it.each([
    ['school', undefined, 'referrer:education'], ['a teacher', undefined, 'referrer:education'], ['nursery', undefined, 'referrer:education'],
    ['probation', undefined, 'referrer:probation'], ['youth offending', undefined, 'referrer:youth-offending'], ['housing', undefined, 'referrer:housing'],
    ['NSPCC helpline', undefined, 'referrer:voluntary'], ['csc', 'school', 'referrer:education'], ['a museum', undefined, 'referrer:other'],
  ])('a referral from %s (referrer %s) needs %s', (from, referrer, part) => {
    const lines = [referred(from, referrer), discussion('2016-05-17 09:00')]
    expect(missing(lines)).toEqual([part])
    const agency = part.slice('referrer:'.length)
    expect(missing([referred(from, referrer), discussion('2016-05-17 09:00', [...QUORATE, agency])])).toEqual([])
    expect(missing([referred(from, referrer), discussion('2016-05-17 09:00', [...QUORATE, 'referrer'])])).toEqual([])
  })

  it.each(['police', 'csc', 'social worker', 'public', 'mother', 'neighbour', 'anonymous', 'GP', 'health visitor', 'hospital', null])('a referral from %s needs nobody more', (from) => {
    expect(missing([referred(from), discussion('2016-05-17 09:00')])).toEqual([])
  })

  it('a looked-after child needs the fostering service; not known or not looked after does not', () => {
    const lines = [discussion('2016-05-17 09:00')]
    expect([true, false, null].map((lookedAfter) => missing(lines, { child: { lookedAfter } }))).toEqual([['fostering'], [], []])
    expect(missing([discussion('2016-05-17 09:00', [...QUORATE, 'fostering'])], { child: { lookedAfter: true } })).toEqual([])
  })

  it('a paediatrician is asked beside the minimum, and is not the health of it', () => {
    expect(missing([discussion('2016-05-17 09:00', ['social-worker', 'social-work-manager', 'police', 'paediatrician'])])).toEqual(['health'])
  })

  it('under Working Together 2023 the manager is no part of the minimum', () => {
    const pack = packNamed('wt-2023')
    const lines = [discussion('2024-05-14 09:00', ['social-worker', 'health', 'police'])]
    expect(missing(lines, { pack })).toEqual([])
    expect(missing(lines)).toEqual(['social-work-manager'])
    const history = historyOf(lines, { pack })
    expect(history.events.map((event) => requiredParts(event, history))).toEqual([['social-worker', 'health', 'police']])
  })

  it('stays until a quorate discussion is held', () => {
    const lines = [discussion('2016-05-17 09:00', ['social-worker', 'police'])]
    expect(open(QUORUM, [...lines, discussion('2016-05-18 09:00', ['social-worker', 'health', 'police'])])).toHaveLength(2)
    expect(open(QUORUM, [...lines, discussion('2016-05-18 09:00')])).toEqual([])
  })

  it('the referrer of a concern that was closed is not asked to the next; one whose closing may not stand is', () => {
    const closed = (detail: Record<string, unknown>): Line => ({ when: '2016-05-16 15:00', what: 'referral-decided', with: { outcome: 'nfa', ...detail } })
    const again: Line = { when: '2016-06-01 09:00', what: 'referral-made', with: { concern: 'neglect', from: 'housing' } }
    expect(missing([referred('school'), closed({ by_role: 'mash-decision-maker' }), again, discussion('2016-06-02 09:00')])).toEqual(['referrer:housing'])
    expect(missing([referred('school'), closed({ by_role: 'police officer' }), again, discussion('2016-06-02 09:00')])).toEqual(['referrer:education', 'referrer:housing'])
  })
})
