import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stageIn, type Stage } from '@/lib/replay/stage'
import { useDatabase } from '../support/database'
import { playOut, type Happening, type Must } from '../support/histories'

const database = useDatabase()
let stage: Stage
beforeAll(async () => {
  stage = await stageIn(database.urls.owner)
})
afterAll(() => stage.close())

type More = Parameters<typeof playOut>[3]
const QUORATE = ['social-worker', 'social-work-manager', 'health', 'police']
const held = (t: string, participants: string[] | null = QUORATE, more = {}): Happening =>
  [t, 'strategy-discussion-held', { ...(participants === null ? {} : { participants }), plan_recorded: true, ...more }]
const referral = (t: string, concern: string, more = {}): Happening => [t, 'referral-made', { from: 'csc', to: 'police', referrer: 'csc', concern, ...more }]
const contact = (t: string, concern: string | null, more = {}): Happening => [t, 'contact-received', { from: 'public', to: 'police', ...(concern === null ? {} : { concern }), ...more }]
const nfa = (t: string, more = {}): Happening => [t, 'referral-decided', { outcome: 'nfa', by_role: 'MASH decision maker', reason: 'threshold not met', ...more }]
const late = (at: string, basis: string, more = {}): Must => [at, 'alert', 'strategy-discussion-overdue', { basis, ...more }]
const quietOn = (at: string, rule = 'strategy-discussion-overdue'): Must => [at, 'quiet', rule]
const open = (at: string, equals: boolean): Must => [at, 'state', 'strategy.open', { equals }]

const CASES: Record<string, [Happening[], Must[], More?]> = {
  'same day at 23:59 is a minute, and midnight is late': [
    [referral('PT14H59M', 'serious-injury')], [quietOn('PT14H59M'), late('PT15H', 'same-day', { on: 'e1', first: true }), late('P1DT14H59M', 'force-24h')],
  ],
  'a discussion in the last minute of the day is in time': [
    [referral('PT0H', 'serious-injury'), held('PT14H59M')], [quietOn('PT15H'), quietOn('P2D'), open('PT14H', true), open('PT15H', false)],
  ],
  'a discussion at midnight is late': [
    [referral('PT0H', 'serious-injury'), held('PT15H')], [late('PT15H', 'same-day', { first: true }), quietOn('PT15H')],
  ],
  'the force target met at its very instant is in time': [
    [referral('PT0H', 'neglect'), held('P1D')], [quietOn('P1D'), quietOn('P1DT1H')],
  ],
  'a minute after its instant it is late': [
    [referral('PT0H', 'neglect'), held('P1DT1M')], [late('P1D', 'force-24h', { first: true }), quietOn('P1DT1M')],
  ],
  'same day stands on a Saturday too': [
    [referral('P5D', 'serious-neglect')], [late('P5DT15H', 'same-day', { first: true })],
  ],
  'working days step over the weekend': [
    // Friday 17:00; Monday, Tuesday and Wednesday are the three days.
    [referral('P4DT8H', 'neglect')], [late('P5DT8H', 'force-24h', { first: true }), late('P9DT15H', 'standard')],
  ],
  'Easter 2016 counts neither Good Friday nor Easter Monday': [
    // Thursday 24 March; Tuesday 29, Wednesday 30 and Thursday 31 are the three days.
    [referral('PT0H', 'neglect'), held('PT5H', ['social-worker', 'police'])],
    // The clocks went forward on Sunday 27 March: the midnight is one elapsed hour nearer.
    [quietOn('P7DT13H'), late('P7DT14H', 'standard', { first: true })], { t0: '2016-03-24T09:00:00+00:00' },
  ],
  'complex stands in place of standard only when reason and manager are named': [
    [referral('PT0H', 'organised-abuse', { complex: true, manager: 'Service manager' })], [late('P3DT15H', 'standard')],
  ],
  'complex does not delay the force target, and is late on the fifth day': [
    [referral('PT0H', 'organised-abuse', { complex: true, reason: 'two boroughs', manager: 'Service manager' }), held('PT3H', ['social-worker', 'police'])],
    [quietOn('P7D'), late('P7DT15H', 'complex', { first: true })],
  ],
  'penetrative abuse assumes forensic evidence while it is not known': [
    [contact('PT0H', 'penetrative-abuse')], [late('PT15H', 'same-day', { first: true })],
  ],
  'a call of two agencies stops the target and asks for the full meeting': [
    [referral('PT0H', 'neglect'), held('PT2H', ['social-worker', 'police'])],
    [['PT2H', 'alert', 'strategy-discussion-quorum', { on: 'e2' }], quietOn('P3DT14H59M'), late('P3DT15H', 'standard', { first: true }), open('P4D', true)],
  ],
  'a discussion whose participants are not known is neither raised nor refused': [
    [referral('PT0H', 'neglect'), held('PT2H', null)], [quietOn('PT2H', 'strategy-discussion-quorum'), quietOn('P9D'), open('PT2H', false)],
  ],
  'an empty list of participants is nobody': [
    [referral('PT0H', 'neglect'), held('PT2H', [])], [['PT2H', 'alert', 'strategy-discussion-quorum'], late('P3DT15H', 'standard')],
  ],
  'a school that referred takes part as education': [
    [referral('PT0H', 'neglect', { from: 'school', referrer: 'school' }), held('PT2H', [...QUORATE, 'education'])], [quietOn('PT2H', 'strategy-discussion-quorum'), open('PT3H', false)],
  ],
  'a school that referred and is not there is missed': [
    [referral('PT0H', 'neglect', { from: 'school', referrer: 'school' }), held('PT2H')], [['PT2H', 'alert', 'strategy-discussion-quorum'], open('PT3H', true)],
  ],
  'a nursery is no nurse': [
    [referral('PT0H', 'neglect', { from: 'nursery', referrer: 'nursery' }), held('PT2H')], [['PT2H', 'alert', 'strategy-discussion-quorum']],
  ],
  'a probation officer is not the police': [
    [referral('PT0H', 'neglect', { from: 'probation officer', referrer: 'probation officer' }), held('PT2H'), held('PT4H', [...QUORATE, 'probation'])],
    [['PT2H', 'alert', 'strategy-discussion-quorum'], quietOn('PT4H', 'strategy-discussion-quorum')],
  ],
  'a health visitor that referred is health in the quorum': [
    [referral('PT0H', 'neglect', { from: 'health visitor', referrer: 'health visitor' }), held('PT2H')], [quietOn('PT2H', 'strategy-discussion-quorum')],
  ],
  'a mother that called is no professional': [
    [contact('PT0H', 'neglect', { from: 'mother' }), held('PT2H')], [quietOn('PT2H', 'strategy-discussion-quorum')],
  ],
  'a looked-after child needs fostering': [
    [referral('PT0H', 'neglect'), held('PT2H')], [['PT2H', 'alert', 'strategy-discussion-quorum'], late('P3DT15H', 'standard')], { child: { age: 9, looked_after: true } },
  ],
  'a looked-after child with fostering is quorate': [
    [referral('PT0H', 'neglect'), held('PT2H', [...QUORATE, 'fostering'])], [quietOn('PT2H', 'strategy-discussion-quorum'), open('PT2H', false)], { child: { age: 9, looked_after: true } },
  ],
  'whether looked after is not known: not asked for': [
    [referral('PT0H', 'neglect'), held('PT2H')], [quietOn('PT2H', 'strategy-discussion-quorum')], { child: { looked_after: null } },
  ],
  'looked after as the event says it': [
    [referral('PT0H', 'neglect', { looked_after: true }), held('PT2H')], [['PT2H', 'alert', 'strategy-discussion-quorum']],
  ],
  'a paediatrician does not stand in for health': [
    [referral('PT0H', 'serious-injury'), held('PT2H', ['social-worker', 'social-work-manager', 'paediatrician', 'police'])], [['PT2H', 'alert', 'strategy-discussion-quorum']],
  ],
  'a plan that was not recorded, and then was': [
    [referral('PT0H', 'neglect'), held('PT2H', QUORATE, { plan_recorded: false }), ['PT5H', 'action-set', { action: 'see the child', owner: 'csc', due: 'P2D' }]],
    [['PT2H', 'alert', 'strategy-plan-missing', { on: 'e2' }], quietOn('PT5H', 'strategy-plan-missing'), ['P2D', 'alert', 'action-overdue', { on: 'e3' }]],
  ],
  'a decision not to go on by a qualified decision maker stops all bases': [
    [referral('PT0H', 'neglect'), nfa('PT5H')], [open('PT4H', true), open('PT5H', false), quietOn('P9D'), quietOn('P9D', 'allocation-overdue'), quietOn('P9D', 'mash-assessment-overdue')],
  ],
  'a decision for section 47 stops nothing of the discussion': [
    [referral('PT0H', 'neglect'), ['PT5H', 'referral-decided', { outcome: 's47', by_role: 'MASH decision maker' }]], [open('PT6H', true), late('P1D', 'force-24h')],
  ],
  'somebody not qualified stops nothing of the discussion': [
    [referral('PT0H', 'neglect'), nfa('PT5H', { by_role: 'police sergeant' })], [open('PT6H', true), late('P1D', 'force-24h', { first: true }), late('P3DT15H', 'standard'), quietOn('P9D', 'mash-assessment-overdue')],
  ],
  'grave without a second line runs on, with it ends': [
    [referral('PT0H', 'serious-injury'), nfa('PT5H'), nfa('PT20H', { second_line: true })], [late('PT15H', 'same-day', { first: true }), open('PT19H', true), open('PT20H', false), quietOn('P2D')],
  ],
  'grave with a second line named in words ends': [
    [referral('PT0H', 'penetrative-abuse'), nfa('PT5H', { second_line: 'CAIT detective inspector agrees' })], [open('PT6H', false), quietOn('P2D')],
  ],
  'category 1 or above needs the second line as well': [
    [referral('PT0H', 'cse'), ['PT2H', 'cse-category-set', { category: 1 }], nfa('PT5H')], [open('PT6H', true), late('P1D', 'force-24h')],
  ],
  'category 0 does not': [
    [referral('PT0H', 'cse'), ['PT2H', 'cse-category-set', { category: 0 }], nfa('PT5H')], [open('PT6H', false)],
  ],
  'a contact that became a referral is decided with it': [
    [contact('PT0H', 'neglect'), referral('PT1H', 'neglect'), nfa('PT5H')], [open('PT6H', false), quietOn('P9D'), quietOn('P9D', 'allocation-overdue')],
  ],
  'after a decision not to go on a new referral starts again': [
    [referral('PT0H', 'neglect'), held('PT2H'), nfa('PT5H'), referral('P10D', 'neglect')],
    [open('PT6H', false), open('P10D', true), late('P11D', 'force-24h', { on: 'e4', first: true }), ['P10D', 'task', 'convene-strategy-discussion', { on: 'e4' }], ['P11DT15H', 'alert', 'mash-assessment-overdue', { on: 'e4', first: true }]],
  ],
  'a further episode within 28 days of a quorate discussion is answered': [
    [['PT0H', 'missing-reported', { concern: 'repeat-missing' }], held('PT5H'), ['P20D', 'missing-reported', { concern: 'repeat-missing' }]], [open('P20D', false), quietOn('P30D')],
  ],
  'after 28 days it is not': [
    [['PT0H', 'missing-reported', { concern: 'repeat-missing' }], held('PT5H'), ['P29D', 'missing-reported', { concern: 'repeat-missing' }]], [open('P29D', true), late('P30D', 'force-24h', { on: 'e3', first: true })],
  ],
  'a call of two agencies does not answer a further episode': [
    [['PT0H', 'missing-reported', { concern: 'repeat-missing' }], held('PT5H', ['social-worker', 'police']), held('P2D', ['social-worker', 'police']), ['P20D', 'missing-reported', { concern: 'repeat-missing' }]],
    [quietOn('P2D'), late('P21D', 'force-24h')],
  ],
  'a further episode that brings a new risk is not answered': [
    [['PT0H', 'missing-reported', { concern: 'repeat-missing' }], held('PT5H'), ['P10D', 'missing-reported', { concern: 'trafficking' }]], [late('P11D', 'force-24h', { on: 'e3' })],
  ],
  'serious neglect after a discussion of neglect is new, the reverse is not': [
    [referral('PT0H', 'neglect'), held('PT5H'), ['P2D', 'information-received', { concern: 'serious-neglect' }]], [late('P2DT15H', 'same-day', { on: 'e3' })],
  ],
  'neglect after a discussion of serious neglect is answered': [
    [referral('PT0H', 'serious-neglect'), held('PT5H'), ['P2D', 'information-received', { concern: 'neglect' }]], [open('P2D', false)],
  ],
  'new facts shorten and never lengthen': [
    [referral('PT0H', 'neglect'), ['PT3H', 'information-received', { concern: 'serious-injury' }]], [late('PT15H', 'same-day', { on: 'e2', first: true }), late('P1D', 'force-24h'), late('P3DT15H', 'standard')],
  ],
  'a missing child with the flag': [
    [['PT0H', 'missing-reported', {}]], [['PT0H', 'task', 'convene-strategy-discussion', { on: 'e1' }], late('P1D', 'force-24h', { first: true }), late('P3DT15H', 'standard')], { child: { age: 15, flags: ['cse-risk'] } },
  ],
  'a missing child without it': [[['PT0H', 'missing-reported', {}]], [open('PT1H', false), quietOn('P9D')]],
  'the answer at the call-back': [
    [['PT0H', 'missing-reported', { answers: { cse_risk: false } }], ['PT1H', 'informant-recontacted', { answers: { cse_risk: true } }]], [open('PT0H', false), open('PT1H', true), late('P1DT1H', 'force-24h', { on: 'e2', first: true })],
  ],
  'a flag added later starts nothing in the past': [
    [['PT0H', 'missing-reported', {}], ['PT10H', 'flag-changed', { flag: 'cse-risk', change: 'added' }]], [open('PT10H', false), quietOn('P9D')],
  ],
  'a flag with a concern starts the clocks by itself': [
    [['PT10H', 'flag-changed', { flag: 'cse-risk', change: 'added', concern: 'cse' }]], [late('P1DT10H', 'force-24h', { on: 'e1', first: true })],
  ],
  'category 2 starts as for cse, 0 does not': [
    [['PT0H', 'cse-category-set', { category: 0 }], ['PT5H', 'cse-category-set', { category: 2 }]], [open('PT4H', false), late('P1DT5H', 'force-24h', { on: 'e2', first: true })],
  ],
  'police protection: a day and a working day': [
    [['P4DT8H', 'police-protection', { change: 'taken' }]], [quietOn('P5DT8H'), late('P5DT8H', 'force-24h', { first: true }), late('P7DT15H', 'immediate-action')],
  ],
  'police protection considered and not used starts nothing': [[['PT0H', 'police-protection', { change: 'considered-not-used' }]], [open('PT0H', false)]],
  'image offences and managed offenders start none by themselves': [
    [contact('PT0H', 'indecent-images'), ['PT0H', 'information-received', { concern: 'offender-risk' }]], [open('PT0H', false), quietOn('P9D')],
  ],
  'contact: an hour when urgent': [
    [contact('PT0H', null, { urgency: 'high' })], [quietOn('PT1H', 'contact-unactioned'), ['PT1H', 'alert', 'contact-unactioned', { on: 'e1', first: true }]],
  ],
  'contact: met at the very hour': [[contact('PT0H', null, { urgency: 'high' }), ['PT1H', 'child-seen', { spoken_to: true }]], [quietOn('P2D', 'contact-unactioned')]],
  'contact: an act of before does not answer it': [
    [['PT0H', 'child-seen', { spoken_to: true }], ['PT1H', 'information-received', { concern: 'cse' }]], [['P1DT1H', 'alert', 'contact-unactioned', { on: 'e2', first: true }]],
  ],
  'contact: an act about another concern does not answer it': [
    [contact('PT0H', 'neglect'), ['PT2H', 'crime-recorded', { concern: 'cse' }]], [['P1D', 'alert', 'contact-unactioned', { on: 'e1' }]],
  ],
  'information: actioned by its name': [
    [['PT0H', 'information-received', { concern: 'cse' }], ['PT1H', 'information-received', { concern: 'cse' }], ['PT2H', 'information-actioned', { of: 'e2' }]],
    [['P1D', 'alert', 'contact-unactioned', { on: 'e1', first: true }], ['P1DT1H', 'alert', 'contact-unactioned', { on: 'e1' }]],
  ],
  'information: actioned without a name answers all before it': [
    [['PT0H', 'information-received', { concern: 'cse' }], ['PT1H', 'information-received', { concern: 'cse' }], ['PT2H', 'information-actioned', {}]], [quietOn('P3D', 'contact-unactioned')],
  ],
  'information about another child, actioned by its name': [
    [['PT0H', 'information-received', { concern: 'cse', child: 'child-2' }], ['PT2H', 'information-actioned', { of: 'e1' }]], [quietOn('P3D', 'contact-unactioned')],
    { children: [{ ref: 'child-1' }, { ref: 'child-2' }] },
  ],
  'contact: about two children, acted on for one of them': [
    [contact('PT0H', 'neglect', { urgency: 'high' }), ['PT30M', 'child-seen', { spoken_to: true }]], [quietOn('P2D', 'contact-unactioned'), late('P1D', 'force-24h', { child: 'child-2' })],
    { children: [{ ref: 'child-1' }, { ref: 'child-2' }] },
  ],
  'contact: about two children, acted on for another concern': [
    [contact('PT0H', 'neglect'), ['PT30M', 'crime-recorded', { concern: 'cse' }]],
    [['P1D', 'alert', 'contact-unactioned', { child: 'child-1' }], ['P1D', 'alert', 'contact-unactioned', { child: 'child-2' }]], { children: [{ ref: 'child-1' }, { ref: 'child-2' }] },
  ],
  'MASH: red in four hours': [[referral('PT0H', 'neglect', { rag: 'red' })], [quietOn('PT4H', 'mash-assessment-overdue'), ['PT4H', 'alert', 'mash-assessment-overdue', { first: true }]]],
  'MASH: green on the third working day': [[referral('P4DT8H', 'neglect', { rag: 'green' })], [quietOn('P9DT14H59M', 'mash-assessment-overdue'), ['P9DT15H', 'alert', 'mash-assessment-overdue', { first: true }]]],
  'MASH: amber when no rating is given, a checklist too': [[['PT0H', 'pac-submitted', { complete: true }]], [['P1DT15H', 'alert', 'mash-assessment-overdue', { on: 'e1', first: true }]]],
  'MASH: assessed in time': [[referral('PT0H', 'neglect'), ['PT5H', 'risk-assessed', { level: 'medium' }]], [quietOn('P3D', 'mash-assessment-overdue')]],
  'MASH: assessed already when the referral is written down': [[contact('PT0H', 'cse'), ['PT1H', 'cse-category-set', { category: 1 }], referral('PT2H', 'cse')], [quietOn('P3D', 'mash-assessment-overdue')]],
  'allocation: a day when grave, else by the next working day': [
    [contact('PT0H', 'serious-injury')], [['P1D', 'alert', 'allocation-overdue', { on: 'e1', first: true }]],
  ],
  'allocation: the next working day, and an allocation stops it': [
    [contact('PT0H', 'neglect'), ['P2D', 'case-allocated', { team: 'cait' }]], [quietOn('P1DT14H', 'allocation-overdue'), ['P1DT15H', 'alert', 'allocation-overdue', { first: true }], quietOn('P2D', 'allocation-overdue')],
  ],
  'allocation: without a concern, or of an offender, none is owed': [
    [contact('PT0H', null), ['PT0H', 'information-received', { concern: 'offender-risk' }]], [quietOn('P9D', 'allocation-overdue')],
  ],
  'allocation: a refused one leaves the clock running': [
    [contact('PT0H', 'neglect'), ['PT5H', 'case-allocated', { team: 'cait', trained: false }]], [['PT5H', 'refuse', 'allocation-untrained', { on: 'e2' }], ['P1DT15H', 'alert', 'allocation-overdue']],
  ],
  'an action late at its own instant, and one done in time': [
    [['PT0H', 'action-set', { action: 'a', due: 'P2D' }], ['PT0H', 'action-set', { action: 'b', due: 'P3D' }], ['P2D', 'action-completed', { action: 'a' }]],
    [quietOn('P2DT1H', 'action-overdue'), ['P3D', 'alert', 'action-overdue', { on: 'e2', first: true }]],
  ],
  'an action done that was never set stops none': [
    [['PT0H', 'action-set', { action: 'a', due: 'P2D' }], ['P1D', 'action-completed', { action: 'z' }]], [['P2D', 'alert', 'action-overdue', { on: 'e1' }]],
  ],
  'an allocation without a referral opens one as known before': [[['PT0H', 'case-allocated', { team: 'cait' }]], [quietOn('P9D', 'allocation-overdue'), quietOn('P9D', 'mash-assessment-overdue')]],
  'a decision on information alone': [[['PT0H', 'information-received', { concern: 'neglect' }], nfa('PT5H')], [open('PT6H', false), quietOn('P9D', 'allocation-overdue')]],
  'a child of seventeen, an adult of eighteen': [
    [['PT0H', 'information-received', { concern: 'neglect', child: ['child-1', 'child-2'] }]],
    [['PT0H', 'state', 'child.is-child', { equals: true, child: 'child-1' }], ['PT0H', 'state', 'child.is-child', { equals: false, child: 'child-2' }], ['PT0H', 'state', 'strategy.open', { equals: false, child: 'child-2' }]],
    { children: [{ ref: 'child-1', age: 17 }, { ref: 'child-2', age: 18 }] },
  ],
  'an age that is disputed or not known is a child’s': [
    [], [['PT0H', 'state', 'child.is-child', { equals: true, child: 'child-1' }], ['PT0H', 'state', 'child.is-child', { equals: true, child: 'child-2' }]],
    { children: [{ ref: 'child-1', age: 19, age_disputed: true }, { ref: 'child-2', age: null }] },
  ],
  'events of before t0, and words nobody knows': [
    [referral('-P2D', 'neglect', { colour: 'blue', concern_note: null }), held('-P1DT1H')], [quietOn('P9D'), open('PT0H', false)],
  ],
}

describe('constructed histories', () => {
  it.each(Object.entries(CASES))('%s', async (_name, [timeline, musts, more]) => {
    expect(await playOut(stage, timeline, musts, more)).toEqual([])
  })
})
