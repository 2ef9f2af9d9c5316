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
const contact = (t: string, concern: string, more = {}): Happening => [t, 'contact-received', { from: 'public', to: 'police', concern, ...more }]
const quiet = (at: string, rule: string, more = {}): Must => [at, 'quiet', rule, more]
const late = (at: string, rule: string, more = {}): Must => [at, 'alert', rule, more]
const task = (at: string, rule: string, more = {}): Must => [at, 'task', rule, more]
const refused = (at: string, rule: string, more = {}): Must => [at, 'refuse', rule, more]

const CASES: Record<string, [Happening[], Must[], More?]> = {
  'social care investigate for the police, and police call it no crime': [
    [
      ['P0D', 'referral-made', { from: 'health', to: 'csc', concern: 'physical-abuse', referrer: 'gp' }], ['PT6H', 'strategy-discussion-held', { participants: ['social-worker', 'police'], plan_recorded: true }],
      ['P1D', 'enquiry-visit', { by: 'csc', joint_agreed: true }], ['P1D', 'child-seen', { by: 'social worker', spoken_to: true }], ['P10D', 'case-closed', { result: 'no-crime', rationale: 'social care found no injury' }],
    ],
    [late('P1D', 'joint-enquiry-single-agency', { on: 'e3' }), refused('P10D', 'no-crime-without-police-enquiry', { on: 'e5' }), late('PT6H', 'strategy-discussion-quorum'), quiet('P4D', 'child-not-seen')],
  ],
  'the same, and police visit after the refusal': [
    [
      contact('P0D', 'physical-abuse'), ['P1D', 'child-seen', { by: 'social worker', spoken_to: true }], ['P2D', 'case-closed', { result: 'no-crime' }], ['P3D', 'enquiry-visit', { by: 'police' }],
      ['P4D', 'case-closed', { result: 'no-crime' }], ['P30D', 'supervisor-review', {}],
    ],
    [refused('P2D', 'no-crime-without-police-enquiry', { on: 'e3' }), quiet('P29D', 'supervisor-review-overdue')],
  ],
  'a closing refused asks for the child to be seen and found': [
    [contact('P0D', 'trafficking', { suspect: 'unidentified' }), ['P20D', 'case-closed', { result: 'closed, whereabouts not established' }]],
    [
      late('P1D', 'child-not-seen', { first: true }), refused('P20D', 'closure-child-not-seen', { on: 'e2' }), refused('P20D', 'closure-unresolved-risk', { on: 'e2' }), task('P20D', 'see-and-speak-to-child', { on: 'e2' }),
      task('P20D', 'confirm-whereabouts', { on: 'e2' }), late('P28D', 'supervisor-review-overdue'),
    ],
  ],
  'closed for a child abroad on a supervisor’s word': [
    [contact('P0D', 'fgm'), ['P10D', 'supervisor-review', { rank: 'detective sergeant', reason: 'the child left the UK and is abroad' }], ['P11D', 'case-closed', { result: 'closed' }]],
    [quiet('P60D', 'supervisor-review-overdue')],
  ],
  'a child too young to speak is seen and observed': [
    [contact('P0D', 'neglect'), ['P1D', 'child-seen', { observed: true }], ['P9D', 'case-closed', { result: 'advice' }]],
    [quiet('P8D', 'child-not-seen'), quiet('P50D', 'supervisor-review-overdue')], { child: { age: 0 } },
  ],
  'four weeks to the first contact, an unborn child and the sisters never thought of': [
    [
      ['P0D', 'referral-made', { from: 'midwife', to: 'police', concern: 'fgm', referrer: 'midwife', linked_children: ['unborn child', 'sisters'] }], ['P28D', 'family-contacted', {}],
    ],
    [
      task('P0D', 'assess-linked-child', { on: 'e1' }), late('P1D', 'linked-child-unassessed', { on: 'e1', first: true }), late('P1D', 'csc-referral-overdue', { first: true }),
      late('P3DT15H', 'child-not-seen', { first: true }), late('P28D', 'supervisor-review-overdue', { first: true }), task('P0D', 'check-all-systems', { on: 'e1' }),
    ],
  ],
  'the sibling seen, told as linked or by name': [
    [['P0D', 'missing-reported', { linked_children: ['child-2', 'child-3'] }], ['PT5H', 'child-seen', { child: 'child-2', spoken_to: true }], ['PT6H', 'child-seen', { linked: true, spoken_to: true }]],
    [quiet('P2D', 'linked-child-unassessed')], { children: [{ ref: 'child-1', age: 14 }, { ref: 'child-2', age: 9 }, { ref: 'child-3', age: 7 }] },
  ],
  'one sibling seen, the other not': [
    [['P0D', 'missing-reported', { linked_children: ['child-2', 'child-3'] }], ['PT5H', 'child-seen', { child: 'child-2', spoken_to: true }]],
    [late('P1D', 'linked-child-unassessed', { on: 'e1', first: true })], { children: [{ ref: 'child-1', age: 14 }, { ref: 'child-2', age: 9 }, { ref: 'child-3', age: 7 }] },
  ],
  'a referral of all of them does not assess the one who was only named': [
    [contact('P0D', 'cse', { linked_children: ['child-2'] }), ['PT5H', 'referral-made', { from: 'police', to: 'csc' }]],
    [late('P1D', 'linked-child-unassessed', { on: 'e1' }), quiet('P2D', 'csc-referral-overdue')], { children: [{ ref: 'child-1', age: 14 }, { ref: 'child-2', age: 13 }] },
  ],
  'a referral that says it is for the linked child does': [
    [contact('P0D', 'cse', { linked_children: ['child-2'] }), ['PT5H', 'referral-made', { from: 'police', to: 'csc', linked: true }]],
    [quiet('P9D', 'linked-child-unassessed')], { children: [{ ref: 'child-1', age: 14 }, { ref: 'child-2', age: 13 }] },
  ],
  'three children of one contact, work that names none of them is for all': [
    [contact('P0D', 'neglect'), ['PT5H', 'child-seen', { by: 'police', spoken_to: true }], ['P1D', 'supervisor-review', {}]], [quiet('P9D', 'child-not-seen'), quiet('P28DT12H', 'supervisor-review-overdue')],
    { children: [{ ref: 'child-1' }, { ref: 'child-2' }, { ref: 'child-3' }] },
  ],
  'one of three named as seen leaves two': [
    [contact('P0D', 'neglect'), ['PT5H', 'child-seen', { spoken_to: true, child: 'child-2' }]],
    [late('P3DT15H', 'child-not-seen', { child: 'child-1', not_for: 'child-2' }), late('P3DT15H', 'child-not-seen', { child: 'child-3' })],
    { children: [{ ref: 'child-1' }, { ref: 'child-2' }, { ref: 'child-3' }] },
  ],
  'police protection: warned, warned again, and over': [
    [['P0D', 'police-protection', { change: 'taken' }]],
    [quiet('PT47H59M', 'police-protection-expiring'), late('PT48H', 'police-protection-expiring'), late('PT60H', 'police-protection-expiring', { first: true }), late('PT72H', 'police-protection-expiring'), ['PT71H', 'state', 'police-protection.expires', { equals: 'P3D' }]],
  ],
  'police protection ended at the 48th hour, and taken again a month later': [
    [['PT0H', 'police-protection', { change: 'taken' }], ['PT48H', 'police-protection', { change: 'ended' }], ['P30D', 'police-protection', { change: 'taken', ground: 'found alone again' }]],
    [quiet('P20D', 'police-protection-expiring'), ['P30D', 'state', 'police-protection.expires', { equals: 'P33D', on: 'e3' }], late('P32DT12H', 'police-protection-expiring')],
  ],
  'taken again at once without a ground': [
    [['PT0H', 'police-protection', { change: 'taken' }], ['PT71H', 'police-protection', { change: 'taken', ground: null }]],
    [refused('PT71H', 'police-protection-over-72h', { on: 'e2' }), ['PT72H', 'state', 'police-protection.expires', { equals: 'PT72H' }]],
  ],
  'extended inside the limit to a time beyond it': [
    [['PT0H', 'police-protection', { change: 'taken' }], ['PT60H', 'police-protection', { change: 'extended', until: 'PT96H' }]], [refused('PT60H', 'police-protection-over-72h', { on: 'e2' })],
  ],
  'the third incident in a year, the second in another family’s year': [
    [contact('P0D', 'domestic-abuse'), contact('P200D', 'domestic-abuse'), contact('P364D', 'domestic-abuse')], [quiet('P200D', 'cumulative-incidents'), late('P364D', 'cumulative-incidents', { on: 'e3', first: true })],
  ],
  'incidents known from before make the first report the third': [
    [contact('P0D', 'domestic-abuse')], [late('P0D', 'cumulative-incidents', { on: 'e1' })], { child: { age: 3, prior_incidents_at_least: 2 } },
  ],
  'one earlier incident does not': [[contact('P0D', 'domestic-abuse')], [quiet('P9D', 'cumulative-incidents')], { child: { age: 3, prior_incidents_at_least: 1 } }],
  'a withdrawal reviewed by a sergeant: the alert is over, the inspector’s review is not': [
    [['P0D', 'complaint-withdrawn', { reason: 'fear' }], ['PT20H', 'supervisor-review', { rank: 'sergeant' }], ['P9D', 'complaint-withdrawn', {}]],
    [quiet('P2D', 'withdrawal-unreviewed'), task('P0D', 'senior-review', { on: 'e1' }), late('P10D', 'withdrawal-unreviewed', { on: 'e3', first: true })],
  ],
  'reviews that recur, and the case closed in time': [
    [
      ['P0D', 'information-received', { concern: 'indecent-images' }], ['P28D', 'supervisor-review', {}], ['P57D', 'supervisor-review', {}], ['P60D', 'suspect-action', { action: 'interviewed' }], ['P84D', 'case-closed', { result: 'charged' }],
    ],
    [quiet('P29D', 'supervisor-review-overdue'), late('P56D', 'supervisor-review-overdue', { first: true }), quiet('P58D', 'supervisor-review-overdue'), quiet('P99D', 'supervisor-review-overdue')],
  ],
  'four hours on a Sunday night to tell social care': [
    [['P6DT14H30M', 'information-received', { concern: 'serious-neglect' }], ['P6DT18H30M', 'referral-made', { from: 'police', to: 'csc' }]], [quiet('P7D', 'csc-referral-overdue')],
  ],
  'a minute more is late': [
    [['P6DT14H30M', 'information-received', { concern: 'serious-neglect' }], ['P6DT18H31M', 'referral-made', { from: 'police', to: 'csc' }]], [late('P6DT18H30M', 'csc-referral-overdue', { first: true })],
  ],
  'what social care told the police they need not be told': [
    [['P0D', 'referral-made', { from: 'csc', to: 'police', concern: 'neglect' }], ['P1D', 'information-received', { from: 'csc', concern: 'neglect' }]], [quiet('P20D', 'csc-referral-overdue')],
  ],
  'the findings of a check, and the return, are passed on': [
    [['P0D', 'child-returned', { concern: 'cse' }], ['P3D', 'safe-and-well-check', { seen: true, spoken_to: true, concern: 'cse' }]], [late('P1D', 'csc-referral-overdue', { on: 'e1', first: true }), late('P4D', 'csc-referral-overdue', { on: 'e2' })],
  ],
  'a family’s own children within a suspect’s reach': [
    [
      ['P0D', 'information-received', { from: 'ceop', concern: 'indecent-images', suspect: 'known', suspect_relationship: 'father of two' }], ['P1D', 'case-allocated', { team: 'borough CID', trained: true }],
      ['P2D', 'case-allocated', { team: 'cait', trained: true }],
    ],
    [['P0D', 'state', 'case.route', { equals: 'cait' }], refused('P1D', 'allocation-needs-specialist', { on: 'e2' }), late('P7D', 'wider-risk-unassessed', { on: 'e1', first: true }), task('P0D', 'check-all-systems')],
  ],
  'untrained, and with somebody who signs with them': [
    [['P0D', 'case-allocated', { team: 'borough CSE officer', trained: false }], ['P1D', 'case-allocated', { team: 'borough CSE officer', trained: false, co_signed: true }]],
    [refused('P0D', 'allocation-untrained', { on: 'e1' }), late('P29D', 'supervisor-review-overdue', { on: 'e2', first: true })],
  ],
  'a rape in the family on the CAIT desk is where it belongs; a stranger’s is not': [
    [['P0D', 'referral-made', { from: 'csc', to: 'cait-desk', concern: 'penetrative-abuse', suspect_relationship: 'uncle' }]], [quiet('P1D', 'referral-wrong-route'), ['P0D', 'state', 'case.route', { equals: 'cait' }]],
  ],
  'a stranger’s rape on the desk': [
    [['P0D', 'referral-made', { from: 'school', to: 'cait-desk', concern: 'penetrative-abuse', suspect_relationship: 'stranger' }]], [late('P0D', 'referral-wrong-route', { on: 'e1' }), ['P0D', 'state', 'case.route', { equals: 'sapphire' }]],
  ],
  'a grade below the proposal, and the review of an inspector': [
    [['P0D', 'missing-reported', { concern: 'cse', indicators: ['found-with-adults'] }], ['PT1H', 'missing-risk-graded', { level: 'medium' }], ['PT2H', 'supervisor-review', { rank: 'inspector' }]],
    [task('PT1H', 'senior-review', { on: 'e2' })], { child: { age: 15 } },
  ],
  'nothing known is nothing raised': [
    [['P0D', 'contact-received', { from: null, to: null, concern: null, suspect: null, linked_children: null }], ['P1D', 'strategy-discussion-held', { recorded: null }], ['P2D', 'meeting-held', { meeting: 'MASE', decision_recorded: null }], ['P3D', 'pac-submitted', { complete: null }]],
    ['csc-referral-overdue', 'child-not-seen', 'linked-child-unassessed', 'wider-risk-unassessed', 'record-update-overdue', 'pac-incomplete', 'supervisor-review-overdue', 'cumulative-incidents'].map((rule) => quiet('P60D', rule)),
  ],
  'good work from the report to the closing': [
    [
      ['P0D', 'referral-made', { from: 'school', to: 'police', referrer: 'school', concern: 'physical-abuse', suspect: 'known', suspect_relationship: 'father', offence_identified: true, linked_children: ['child-2'] }],
      ['PT1H', 'intelligence-checked', { result: 'no earlier record' }], ['PT2H', 'referral-made', { from: 'police', to: 'csc' }], ['PT2H', 'crime-recorded', { offence: 'assault' }], ['PT3H', 'case-allocated', { team: 'cait', trained: true }],
      ['PT4H', 'strategy-discussion-held', { participants: [...QUORATE, 'education'], plan_recorded: true }], ['PT6H', 'enquiry-visit', { by: 'police and csc', joint_agreed: true }], ['PT6H', 'child-seen', { by: 'police and social worker', spoken_to: true }],
      ['PT7H', 'child-seen', { by: 'police and social worker', spoken_to: true, linked: true, child: 'child-2' }], ['P1D', 'suspect-action', { action: 'interviewed' }], ['P2D', 'wider-risk-check', {}], ['P20D', 'supervisor-review', { rank: 'inspector' }],
      ['P21D', 'case-closed', { result: 'charged' }],
    ],
    [], { good_practice: true, quiet_until: 'P60D', children: [{ ref: 'child-1', age: 9 }, { ref: 'child-2', age: 6 }] },
  ],
}

describe('constructed histories of the MASH at work', () => {
  it.each(Object.entries(CASES))('%s', async (_name, [timeline, musts, more]) => {
    expect(await playOut(stage, timeline, musts, more)).toEqual([])
  })
})
