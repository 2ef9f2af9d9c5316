import { describe, expect, it } from 'vitest'
import { OUTCOMES } from '@/lib/policy/decisions'
import { discussion, midnightClosing, open, owed, type Line } from '@/tests/support/story'

const SD = 'strategy-discussion-overdue'
const referral = (concern: string, ref = 'r1', when = '2016-05-16 09:00'): Line => ({ when, what: 'referral-made', with: { concern, from: 'school' }, referral: ref })
const decided = (detail: Record<string, unknown> = {}, ref = 'r1', when = '2016-05-17 09:00'): Line =>
  ({ when, what: 'referral-decided', with: { outcome: 'nfa', by_role: 'mash-decision-maker', reason: 'x', ...detail }, referral: ref })

describe('threshold not met ends the clocks the concern had started', () => {
  it.each([['immediate-protection', 2], ['s47', 2], ['s17', 0], ['other-services', 0], ['nfa', 0]])('%s: %s left', (outcome, left) => {
    expect(open(SD, [referral('neglect'), decided({ outcome })])).toHaveLength(left)
    expect(OUTCOMES).toContain(outcome)
  })

  it.each([
    ['mash-decision-maker', 0], ['emergency-duty-worker', 0], ['social work manager', 0], [null, 0],
    ['police', 2], ['police sergeant', 2], ['detective inspector', 2], ['teacher', 2], ['administrator', 2], ['student social worker', 2],
  ])('decided by %s: %s left', (by_role, left) => {
    expect(open(SD, [referral('neglect'), decided({ by_role })])).toHaveLength(left)
  })

  it('but not of facts that were put on record after it, though they were known before', () => {
    const fact = (recorded: string): Line => ({ when: '2016-05-16 10:00', recorded, what: 'referral-facts-added', with: { concern: 'cse' }, referral: 'r1' })
    expect(open(SD, [referral('neglect'), fact('2016-05-17 09:00'), decided()])).toEqual([])
    const late = open(SD, [referral('neglect'), fact('2016-05-17 09:01'), decided()])
    expect(late.map((duty) => duty.rule.id).sort()).toEqual(['strategy-discussion/force-24h', 'strategy-discussion/standard'])
    expect(late.every((duty) => duty.startedBy.kind === 'referral-facts-added')).toBe(true)
    expect(open('allocation-overdue', [referral('neglect'), fact('2016-05-17 09:01'), decided()])).toHaveLength(1)
    // The decision still closes what it knew of: the same concern told again later is a new matter.
    expect(open(SD, [referral('neglect'), fact('2016-05-17 09:01'), decided(), referral('neglect', 'r2', '2016-05-18 09:00')]).length).toBeGreaterThan(0)
  })

  it.each(['penetrative-abuse', 'serious-injury', 'serious-neglect'])('%s needs a second line, with the decision or later', (concern) => {
    expect(open(SD, [referral(concern), decided()]).length).toBeGreaterThan(0)
    expect(open(SD, [referral(concern), decided({ second_line: false })]).length).toBeGreaterThan(0)
    expect(open(SD, [referral(concern), decided({ second_line: true })])).toEqual([])
    const second = (agrees: boolean, ref = 'r1'): Line => ({ when: '2016-05-17 12:00', what: 'second-line-given', with: { agrees }, referral: ref })
    expect(open(SD, [referral(concern), decided(), second(true)])).toEqual([])
    expect(open(SD, [referral(concern), decided(), second(false)]).length).toBeGreaterThan(0)
    expect(open(SD, [referral(concern), decided(), second(true, 'r2')]).length).toBeGreaterThan(0)
    expect(open(SD, [referral(concern), second(true)]).length, 'no decision to agree to').toBeGreaterThan(0)
    expect(open(SD, [referral(concern), decided({ outcome: 's47' }), second(true)]).length, 'a decision for section 47').toBeGreaterThan(0)
  })

  it('an exploitation category of 1 or above needs one too', () => {
    const category = (value: number): Line => ({ when: '2016-05-16 12:00', what: 'cse-category-set', with: { category: value } })
    expect(open(SD, [referral('cse'), category(1), decided()]).length).toBeGreaterThan(0)
    expect(open(SD, [referral('cse'), category(1), decided({ second_line: true })])).toEqual([])
    expect(open(SD, [referral('cse'), category(2), { ...category(0), when: '2016-05-16 13:00' }, decided()])).toEqual([])
  })

  it('a child referred again after no further action has new clocks', () => {
    const lines = [referral('neglect'), decided(), referral('neglect', 'r2', '2016-05-18 09:00')]
    const again = owed('strategy-discussion-overdue/standard', lines)
    expect(again).toHaveLength(2)
    expect(again[0]?.ended?.why).toBe('threshold-not-met')
    expect(again[1]).toMatchObject({ dueAt: midnightClosing('2016-05-23'), ended: null })
  })

  it('what was discussed before no further action does not answer what comes after it', () => {
    const lines = [referral('neglect'), discussion('2016-05-16 12:00', null), decided(), referral('neglect', 'r2', '2016-05-18 09:00')]
    expect(open('strategy-discussion-overdue/standard', lines)).toHaveLength(1)
  })

  it('is about its own referral: another about the same child keeps a clock, from its own start', () => {
    const lines = [referral('neglect'), referral('sexual-abuse', 'r2', '2016-05-16 15:00'), decided()]
    expect(open('strategy-discussion-overdue/standard', lines).map((duty) => duty.startedBy.referralId)).toEqual(['r2'])
    expect(open('strategy-discussion-overdue/force-24h', lines)[0]?.dueAt).toEqual(new Date('2016-05-17T14:00:00Z'))
  })

  it('decided the other way round the first keeps its clock', () => {
    const lines = [referral('neglect'), referral('sexual-abuse', 'r2', '2016-05-16 15:00'), decided({}, 'r2')]
    expect(open('strategy-discussion-overdue/standard', lines).map((duty) => duty.startedBy.referralId)).toEqual(['r1'])
    expect(open('strategy-discussion-overdue/standard', [...lines, decided({}, 'r1', '2016-05-17 10:00')])).toEqual([])
  })

  it('a referral written after a decision gives that decision nothing more to end', () => {
    const contact: Line = { when: '2016-05-16 09:00', what: 'contact-received', with: { concern: 'neglect' }, referral: 'c1' }
    expect(open(SD, [contact, decided({}, 'r2'), referral('neglect', 'r2', '2016-05-20 09:00')]).some((duty) => duty.startedBy.referralId === 'c1')).toBe(true)
  })

  it('takes with it the contacts before the referral, and an earlier referral of the same concern', () => {
    const contact: Line = { when: '2016-05-15 09:00', what: 'contact-received', with: { concern: 'neglect' }, referral: 'c1' }
    expect(open(SD, [contact, referral('neglect'), decided()])).toEqual([])
    expect(open(SD, [referral('neglect'), referral('neglect', 'r2', '2016-05-16 15:00'), decided({}, 'r2')])).toEqual([])
    const after: Line = { ...contact, when: '2016-05-16 10:00' }
    expect(open(SD, [referral('neglect'), after, decided()]).length, 'a contact after the referral').toBeGreaterThan(0)
  })
})
