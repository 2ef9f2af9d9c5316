import { describe, expect, it } from 'vitest'
import { refusalsOf } from '@/lib/policy/gates'
import { BASELINE, packNamed, type Pack } from '@/lib/policy/packs'
import type { ChildFacts } from '@/lib/policy/events'
import { plainDate } from '@/lib/policy/calendar/london'
import { back, before, called, classed, graded, reported, T0 } from '@/tests/support/away'
import { historyOf, london, type Line } from '@/tests/support/story'

const refused = (child: Partial<ChildFacts>, lines: readonly Line[], pack: Pack = BASELINE): string[] => {
  const history = historyOf(lines, { child: { age: 16, ...child }, pack })
  const asked = history.events.at(-1)
  return asked === undefined ? [] : refusalsOf(asked, { ...history, events: history.events.slice(0, -1) }).map((one) => one.rule)
}
const U13 = 'absent-classification-under-13'
const CSE = 'absent-classification-cse-flag'
const RISK = 'absent-classification-known-risk'
const absent = classed('absent')
const flag = (change: 'added' | 'removed', when: string): Line => ({ when, what: 'flag-changed', with: { flag: 'cse-risk', change, partners_checked: true } })

describe('absent is closed', () => {
  it('to nobody of whom nothing is known', () => {
    expect(refused({}, [reported(), absent])).toEqual([])
    expect(refused({ age: null }, [reported({ answers: { cse_risk: false } }), absent])).toEqual([])
    expect(refused({ age: 12 }, [reported(), classed('missing')])).toEqual([])
  })

  it('under 13 at the report, by the London birthday, whenever it is classed', () => {
    const born = (day: string): Partial<ChildFacts> => ({ age: null, bornOn: plainDate(day) })
    // 23:30 UTC on 16 May is 00:30 on the 17th in London.
    expect(refused(born('2003-05-17'), [reported({}, london('2016-05-16 23:59')), classed('absent', london('2016-05-16 23:59'))])).toEqual([U13])
    expect(refused(born('2003-05-17'), [reported({}, london('2016-05-17 00:00')), classed('absent', london('2016-05-17 00:00'))])).toEqual([])
    expect(refused(born('2003-05-17'), [reported({}, london('2016-05-16 23:59')), classed('absent', london('2016-05-17 00:10'))])).toEqual([U13])
    expect(refused({ age: 12 }, [reported(), absent])).toEqual([U13])
    expect(refused({ age: 13 }, [reported(), absent])).toEqual([])
    // Born on 29 February: thirteen on 1 March of a common year.
    expect(refused(born('2004-02-29'), [reported({}, '2017-02-28 12:00'), classed('absent', '2017-02-28 12:00')])).toEqual([U13])
    expect(refused(born('2004-02-29'), [reported({}, '2017-03-01 12:00'), classed('absent', '2017-03-01 12:00')])).toEqual([])
  })

  it('at known or flagged risk of exploitation, on any record', () => {
    expect(refused({ flags: ['cse-risk'] }, [reported(), absent])).toEqual([CSE])
    expect(refused({}, [reported({ answers: { cse_risk: true } }), absent])).toEqual([CSE])
    expect(refused({}, [reported({ cse_known: true }), absent])).toEqual([CSE])
    expect(refused({}, [{ when: '2016-05-01 09:00', what: 'contact-received', with: { concern: 'online-cse' } }, reported(), absent])).toEqual([CSE])
    expect(refused({}, [{ when: '2016-05-01 09:00', what: 'cse-category-set', with: { category: 1 } }, reported(), absent])).toEqual([CSE])
    expect(refused({}, [{ when: '2016-05-01 09:00', what: 'meeting-held', with: { meeting: 'MAP' } }, reported(), absent])).toEqual([CSE])
    // What a call-back tells after it, and what was told in an earlier time away.
    expect(refused({}, [reported(), called('2016-05-16 09:30', { cse_risk: true }), classed('absent', '2016-05-16 09:40')])).toEqual([CSE])
    expect(refused({}, [reported({ answers: { cse_risk: true } }, '2016-04-01 09:00'), back('2016-04-01 12:00'), reported({ answers: { cse_risk: false } }), absent])).toContain(CSE)
  })

  it('not by a report that was decided not to be exploitation', () => {
    const told: Line = { when: '2016-05-01 09:00', what: 'referral-made', with: { concern: 'cse' } }
    expect(refused({}, [told, { when: '2016-05-02 09:00', what: 'referral-decided', with: { outcome: 'nfa', by_role: 'police officer' } }, reported(), absent])).toEqual([CSE])
    expect(refused({}, [told, { when: '2016-05-02 09:00', what: 'referral-decided', with: { outcome: 'nfa', by_role: 'social work team manager' } }, reported(), absent])).toEqual([])
    expect(refused({}, [told, { when: '2016-05-02 09:00', what: 'cse-category-set', with: { category: 0 } }, reported(), absent])).toEqual([])
  })

  it('a flag removed within 24 months: only on a supervisor’s reason that states facts', () => {
    const gone = (when: string): Line[] => [flag('added', '2013-01-01 09:00'), flag('removed', when), reported()]
    const by = (more: Record<string, unknown>): Line => classed('absent', T0, more)
    expect(refused({}, [...gone('2014-06-16 09:00'), absent])).toEqual([CSE])
    expect(refused({}, [...gone('2014-04-16 09:00'), absent])).toEqual([])
    expect(refused({}, [...gone('2014-05-16 09:00'), absent])).toEqual([CSE])
    expect(refused({}, [...gone('2014-05-15 09:00'), absent])).toEqual([])
    expect(refused({}, [...gone('2015-11-01 09:00'), by({ reason: 'known to be at football with her uncle, who rang' })])).toEqual([])
    expect(refused({}, [...gone('2015-11-01 09:00'), by({ by: 'control room', reason: 'known to be at football with her uncle, who rang' })])).toEqual([CSE])
    expect(refused({}, [...gone('2015-11-01 09:00'), by({ reason: 'streetwise' })])).toEqual([CSE, 'risk-rationale-rejected'])
    expect(refused({}, [...gone('2015-11-01 09:00'), flag('added', '2016-05-01 09:00'), reported(), by({ reason: 'with her uncle, who rang' })])).toContain(CSE)
  })

  it('by a known risk: plan, health, self-harm, drugs, repeats, what callers say', () => {
    const facts: Partial<ChildFacts>[] = [{ planCategory: 'neglect' }, { flags: ['child-protection-plan'] }, { health: ['epilepsy'] }, { health: ['suicide attempt 2015'] }, { indicators: ['alcohol-or-drugs'] }]
    for (const child of facts) expect(refused(child, [reported(), absent]), JSON.stringify(child)).toEqual([RISK])
    for (const answer of ['harm', 'suicide_attempt', 'self_harm', 'medication', 'mental_health', 'drugs', 'unsafe_adult', 'trafficking', 'risk_to_others', 'out_of_character']) expect(refused({}, [reported({ answers: { [answer]: true } }), absent]), answer).toEqual([RISK])
    expect(refused({}, [before({ missing: 2 }), reported(), absent])).toEqual([RISK])
    expect(refused({}, [before({ missing: 1 }), reported(), absent])).toEqual([])
    expect(refused({}, [reported({ concern: 'repeat-missing' }), absent])).toEqual([RISK])
    expect(refused({}, [{ when: '2016-05-01 09:00', what: 'contact-received', with: { concern: 'neglect' } }, reported(), absent])).toEqual([RISK])
    // What a caller said of another time away is not of this one.
    expect(refused({}, [reported({ answers: { out_of_character: true } }, '2016-04-01 09:00'), back('2016-04-01 12:00'), reported(), absent])).toEqual([])
    // No plan any more, whatever the mark on the person still says.
    expect(refused({ planCategory: 'neglect' }, [{ when: '2016-05-01 09:00', what: 'conference-held', with: { type: 'review', decision: 'no-plan' } }, reported(), absent])).toEqual([])
    expect(refused({ lookedAfter: true }, [reported(), absent])).toEqual([])
  })

  it('by every rule that closes it at once', () => {
    expect(refused({ age: 12, flags: ['cse-risk'], planCategory: 'neglect' }, [reported(), classed('absent', T0, { rationale: 'streetwise' })])).toEqual([U13, CSE, RISK, 'risk-rationale-rejected'])
  })

  it('where the borough follows the pack of 2017; an episode that began before keeps its own', () => {
    const app = packNamed('app-2017')
    expect(refused({}, [reported(), absent], app)).toEqual(['absent-class-ended'])
    const history = historyOf([reported({}, '2018-07-01 20:00'), classed('absent', '2018-07-02 08:00')], { child: { age: 16 }, packAt: (event) => (event.at < london('2018-07-02 00:00') ? BASELINE : app) })
    const [first, asked] = history.events
    if (first === undefined || asked === undefined) throw new Error('two lines')
    expect(refusalsOf(asked, { ...history, events: [first] })).toEqual([])
  })
})

describe('from missing to absent', () => {
  const missing = [reported(), classed('missing')]
  const down = (more: Record<string, unknown>): Line => classed('absent', '2016-05-16 11:00', more)

  it('an inspector, with a reason', () => {
    expect(refused({}, [...missing, down({ by: 'despatch supervisor', reason: 'at his aunt, who rang' })])).toEqual(['downgrade-needs-inspector'])
    expect(refused({}, [...missing, down({ rank: 'sergeant', reason: 'at his aunt, who rang' })])).toEqual(['downgrade-needs-inspector'])
    expect(refused({}, [...missing, down({ rank: 'inspector' })])).toEqual(['downgrade-needs-inspector'])
    expect(refused({}, [...missing, down({ rank: 'inspector', reason: 'not out of character' })])).toEqual(['downgrade-needs-inspector', 'risk-rationale-rejected'])
    expect(refused({}, [...missing, down({ rank: 'inspector', reason: 'at his aunt, who rang' })])).toEqual([])
    // A report that nobody has classed is only presumed missing; a grade is somebody's word.
    expect(refused({}, [reported(), down({})])).toEqual([])
    expect(refused({}, [reported(), graded('medium', '2016-05-16 09:30'), down({})])).toEqual(['downgrade-needs-inspector'])
  })

  it('by no rank where an always-missing fact holds (HMIC 2016 L1869–1877)', () => {
    const inspector = down({ rank: 'superintendent', reason: 'at his aunt, who rang' })
    expect(refused({ flags: ['cse-risk'] }, [...missing, inspector])).toEqual([CSE])
    expect(refused({ age: 12 }, [...missing, inspector])).toEqual([U13])
    expect(refused({ health: ['bipolar', 'seizures', 'suicide attempt'] }, [...missing, inspector])).toEqual([RISK])
  })

  it('not after 24 hours, on the minute; saying absent again then is refused too', () => {
    expect(refused({}, [reported(), classed('absent'), classed('absent', '2016-05-17 08:59')])).toEqual([])
    expect(refused({}, [reported(), classed('absent'), classed('absent', '2016-05-17 09:00', { rank: 'inspector', reason: 'at his aunt, who rang' })])).toEqual(['absent-after-24-hours'])
    expect(refused({}, [...missing, classed('absent', '2016-05-17 09:00', { rank: 'inspector', reason: 'at his aunt, who rang' })])).toEqual(['absent-after-24-hours'])
  })
})

describe('a grade of a missing child', () => {
  it('is never below medium, in either pack; below the proposal it is recorded', () => {
    expect(refused({}, [reported(), graded('low')])).toEqual(['missing-risk-below-medium'])
    expect(refused({}, [reported(), graded('no-apparent-risk')], packNamed('app-2017'))).toEqual(['missing-risk-below-medium'])
    expect(refused({}, [reported(), graded('low')], packNamed('app-2017'))).toEqual(['missing-risk-below-medium'])
    expect(refused({ flags: ['cse-risk'], age: 12 }, [reported(), graded('medium')])).toEqual([])
    expect(refused({}, [reported(), graded('high')])).toEqual([])
    expect(refused({}, [reported(), graded(null)])).toEqual([])
    expect(refused({ age: 19, adultSince: london('2015-01-01 00:00') }, [reported(), graded('low')])).toEqual([])
  })

  it('rests on more than streetwise', () => {
    expect(refused({}, [reported(), graded('medium', T0, { rationale: 'streetwise and able to take care of herself' })])).toEqual(['risk-rationale-rejected'])
    expect(refused({}, [reported(), graded('low', T0, { rationale: 'streetwise' })])).toEqual(['risk-rationale-rejected', 'missing-risk-below-medium'])
    expect(refused({}, [reported(), graded('high', T0, { rationale: 'not out of character' })])).toEqual([])
    expect(refused({}, [reported(), graded('medium', T0, { rationale: 'streetwise; spoken to at 21:00, at her aunt in Croydon' })])).toEqual([])
    expect(refused({}, [reported(), graded('medium', T0, { rationale: '' })])).toEqual([])
    expect(refused({}, [reported(), classed('missing', T0, { rationale: 'not out of character' })])).toEqual([])
  })
})

it('an interval outside four to eight hours is refused wherever it is agreed', () => {
  for (const [hours, says] of [[3.9, 1], [4, 0], [6, 0], [8, 0], [8.5, 1], [24, 1], ['PT6H', 0], ['PT12H', 1]] as const) {
    const rules = says === 1 ? ['callback-interval-outside-range'] : []
    expect(refused({}, [reported(), absent, called('2016-05-16 09:50', {}, { agreed_interval_hours: hours })]), String(hours)).toEqual(rules)
    expect(refused({}, [reported({ agreed_interval_hours: hours })]), String(hours)).toEqual(rules)
  }
})
