import { describe, expect, it } from 'vitest'
import { london, metInTime, open, owed, plus, type Line } from '@/tests/support/story'

const CONTACT = 'contact-unactioned'
const contact = (more: Record<string, unknown> = {}, id = 'c1', when = '2016-05-20 18:00'): Line => ({ when, what: 'contact-received', with: more, id })

describe('somebody acts on what comes in', () => {
  it.each([['high', 60], [null, 1440], ['normal', 1440], ['medium', 1440]])('urgency %s: %s minutes, weekend or not', (urgency, minutes) => {
    expect(owed(CONTACT, [contact({ urgency })])[0]).toMatchObject({ dueAt: plus(london('2016-05-20 18:00'), minutes), dayEnd: false, clause: 'contact-action' })
  })

  it('over the nights the clocks change it is elapsed time', () => {
    for (const when of ['2016-03-26 20:00', '2016-10-29 20:00']) {
      expect(owed(CONTACT, [contact({}, 'c1', when)])[0]?.dueAt).toEqual(plus(london(when), 1440))
    }
  })

  it('acted on at its instant is in time, a minute later not', () => {
    expect([-1, 0, 1].map((minutes) => metInTime(owed(CONTACT, [contact({ urgency: 'high' }), { when: plus(london('2016-05-20 19:00'), minutes), what: 'child-seen' }])[0]))).toEqual([true, true, false])
  })

  it.each(['information-actioned', 'child-seen', 'family-contacted', 'suspect-action', 'police-protection', 'case-allocated', 'risk-assessed', 'strategy-discussion-held',
    'cse-category-set', 'missing-risk-graded', 'intelligence-checked', 'warrant-executed', 'rso-visit', 'enquiry-visit', 'safeguard-put-in-place', 'pac-submitted',
    'referral-made', 'crime-recorded', 'referral-decided'] as const)('%s stops it', (what) => {
    expect(open(CONTACT, [contact(), { when: '2016-05-20 18:30', what }])).toEqual([])
  })

  it.each(['meeting-held', 'action-set', 'supervisor-review', 'referral-claimed', 'contact-received'] as const)('%s does not', (what) => {
    expect(open(CONTACT, [contact(), { when: '2016-05-20 18:30', what }]).map((duty) => duty.startedBy.id)).toContain('c1')
  })

  it('each item has its own clock, and an act answers only what came before it', () => {
    const lines = [contact(), contact({}, 'c2', '2016-05-20 19:00'), { when: '2016-05-20 18:30', what: 'child-seen' } as Line]
    expect(open(CONTACT, lines).map((duty) => duty.startedBy.id)).toEqual(['c2'])
  })

  it('and the same concern, or one not said', () => {
    const seen = (concern?: string): Line => ({ when: '2016-05-20 20:00', what: 'risk-assessed', with: concern === undefined ? {} : { concern } })
    expect(open(CONTACT, [contact({ concern: 'cse' }), seen('neglect')])).toHaveLength(1)
    expect(open(CONTACT, [contact({ concern: 'cse' }), seen('cse')])).toEqual([])
    expect(open(CONTACT, [contact({ concern: 'cse' }), seen()])).toEqual([])
    expect(open(CONTACT, [contact(), seen('neglect')])).toEqual([])
  })

  it('marked as acted on, the item named is; without a name all of the concern', () => {
    const lines = [contact(), contact({}, 'c2')]
    const actioned = (of?: unknown): Line => ({ when: '2016-05-20 20:00', what: 'information-actioned', with: of === undefined ? {} : { of } })
    expect(open(CONTACT, [...lines, actioned('c2')]).map((duty) => duty.startedBy.id)).toEqual(['c1'])
    expect(open(CONTACT, [...lines, actioned('nothing of the kind')])).toHaveLength(2)
    expect(open(CONTACT, [...lines, actioned(['c1', 'c2'])])).toEqual([])
    expect(open(CONTACT, [...lines, actioned()])).toEqual([])
  })
})
