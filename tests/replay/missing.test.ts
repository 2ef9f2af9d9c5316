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
const reported = (t: string, more = {}): Happening => [t, 'missing-reported', { by: 'care home', ...more }]
const classed = (t: string, as: string, more = {}): Happening => [t, 'episode-classified', { as, by: 'control room', ...more }]
const graded = (t: string, level: string, more = {}): Happening => [t, 'missing-risk-graded', { level, ...more }]
const called = (t: string, answers: Record<string, unknown> = { cse_risk: false }, more = {}): Happening => [t, 'informant-recontacted', { answers, ...more }]
const back = (t: string, more = {}): Happening => [t, 'child-returned', { how: 'returned', ...more }]
const checked = (t: string, more = {}): Happening => [t, 'safe-and-well-check', { seen: true, spoken_to: true, ...more }]
const quiet = (at: string, rule: string, more = {}): Must => [at, 'quiet', rule, more]
const late = (at: string, rule: string, more = {}): Must => [at, 'alert', rule, more]
const task = (at: string, rule: string, more = {}): Must => [at, 'task', rule, more]
const refused = (at: string, rule: string, more = {}): Must => [at, 'refuse', rule, more]
const so = (at: string, field: string, equals: unknown, more = {}): Must => [at, 'state', field, { equals, ...more }]
const child = (more: Record<string, unknown> = {}): More => ({ child: { age: 15, ...more } })

const CASES: Record<string, [Happening[], Must[], More?]> = {
  'an inspector overrules missing for a girl with every reason against it': [
    [reported('PT0H'), classed('PT0H', 'missing'), classed('PT2H', 'absent', { by: 'inspector', reason: 'not out of character' })],
    [
      refused('PT2H', 'absent-classification-cse-flag', { on: 'e3' }), refused('PT2H', 'absent-classification-known-risk', { on: 'e3' }), so('PT2H', 'episode.classification', 'missing'),
      so('PT2H', 'episode.risk-proposed', 'high'), late('PT1H', 'missing-risk-not-graded', { on: 'e1', first: true }),
    ],
    child({ age: 17, looked_after: true, flags: ['cse-risk'], health: ['bipolar', 'seizures', 'earlier suicide attempt'] }),
  ],
  'graded medium as streetwise, and left': [
    [reported('PT0H'), graded('PT30M', 'medium', { rationale: 'streetwise and able to take care of herself' })],
    [refused('PT30M', 'risk-rationale-rejected', { on: 'e2' }), late('PT1H', 'missing-risk-not-graded', { first: true }), so('PT1H', 'episode.risk-floor', 'medium')], child(),
  ],
  'a reason that states facts stands': [
    [reported('PT0H'), graded('PT30M', 'medium', { rationale: 'streetwise, but seen at 20:15 by her aunt in Croydon, who has spoken to her' })],
    [quiet('PT2H', 'missing-risk-not-graded'), quiet('PT2H', 'risk-grade-too-low'), late('P1DT30M', 'missing-risk-review-overdue', { first: true })], child(),
  ],
  'found with three men and arrested for an assault': [
    [
      reported('PT0H', { concern: 'cse', indicators: ['older-adult-contact'] }), graded('PT30M', 'medium'), ['PT6H', 'information-received', { about: 'a house with three men', urgency: 'high' }],
      graded('PT20H', 'high'), back('PT22H', { how: 'found', with: 'three men', indicators: ['found-with-adults'] }), ['PT22H', 'detained', { offence: 'assault' }],
    ],
    [
      late('PT30M', 'risk-grade-too-low', { on: 'e2' }), task('PT30M', 'senior-review', { on: 'e2' }), late('PT7H', 'contact-unactioned', { on: 'e3', first: true }), late('PT22H', 'child-at-risk-arrested', { on: 'e6' }),
      task('PT22H', 'review-unused-powers', { on: 'e6' }), task('PT22H', 'safe-and-well-check', { on: 'e5' }), late('PT23H', 'safe-and-well-check-overdue', { on: 'e5', first: true }), late('P1D', 'strategy-discussion-overdue', { basis: 'force-24h' }),
    ],
    child(),
  ],
  'absent over the night on which the clocks go forward, and nobody there': [
    [reported('PT0H'), classed('PT0H', 'absent')],
    [so('PT23H59M', 'episode.classification', 'absent'), so('PT24H', 'episode.classification', 'missing'), late('PT24H', 'absent-over-24h', { first: true }), late('PT25H', 'missing-risk-not-graded', { first: true })],
    { ...child({ age: 16 }), t0: '2016-03-26T20:00:00+00:00' },
  ],
  'absent over the night on which they go back': [
    [reported('PT0H'), classed('PT0H', 'absent'), called('PT50M'), called('PT4H50M'), called('PT8H'), called('PT12H'), called('PT16H'), called('PT20H'), classed('PT24H', 'missing', { by: 'system' })],
    [so('PT23H59M', 'episode.classification', 'absent'), so('PT24H', 'episode.classification', 'missing'), late('PT24H', 'absent-over-24h', { first: true }), quiet('PT30H', 'absent-callback-overdue')],
    { ...child({ age: 16 }), t0: '2016-10-29T20:00:00+01:00' },
  ],
  'call-backs at six hours as agreed; an interval of twelve refused': [
    [reported('PT0H'), classed('PT0H', 'absent'), called('PT50M', { cse_risk: false }, { agreed_interval_hours: 6 }), called('PT6H', { cse_risk: false }, { agreed_interval_hours: 12 })],
    [quiet('PT6H49M', 'absent-callback-overdue'), late('PT6H50M', 'absent-callback-overdue', { on: 'e3', first: true })], child({ age: 16 }),
  ],
  'the third time in 90 days by the reports alone': [
    [reported('P0D'), back('PT5H'), reported('P40D'), classed('P40D', 'absent'), back('P40DT5H'), reported('P89D'), classed('P89D', 'absent')],
    [
      quiet('P88D', 'repeat-missing'), late('P89D', 'repeat-missing', { on: 'e6', first: true }), refused('P89D', 'absent-classification-known-risk', { on: 'e7' }), task('P89D', 'make-trigger-plan', { on: 'e6' }),
      task('P89D', 'convene-strategy-discussion', { on: 'e6' }), late('P90D', 'strategy-discussion-overdue', { basis: 'force-24h', on: 'e6' }),
    ],
    child({ age: 16, prior_missing: 0, prior_absent: 0 }),
  ],
  'answered by a discussion three weeks before': [
    [['P0D', 'strategy-discussion-held', { participants: QUORATE, plan_recorded: true }], reported('P21D'), classed('P21D', 'missing'), graded('P21D', 'medium')],
    [quiet('P21DT30M', 'repeat-missing'), quiet('P25D', 'strategy-discussion-overdue')], child({ prior_missing: 12 }),
  ],
  'returned and missing again the same day: each return is checked': [
    [reported('PT0H'), graded('PT10M', 'medium'), back('PT4H'), reported('PT6H'), graded('PT6H30M', 'medium'), back('PT10H'), checked('PT30H')],
    [late('PT28H', 'safe-and-well-check-overdue', { on: 'e3', first: true }), quiet('PT31H', 'safe-and-well-check-overdue'), late('PT76H', 'return-home-interview-overdue', { on: 'e3', first: true })], child(),
  ],
  'an interview refused with a reason, another only offered': [
    [back('P0D'), ['P1D', 'return-home-interview', { offered: true, declined_by_child: true, reason: 'does not want to' }], reported('P10D'), back('P11D'), ['P12D', 'return-home-interview', { offered: true }]],
    [quiet('P9D', 'return-home-interview-overdue'), late('P14D', 'return-home-interview-overdue', { on: 'e4', first: true })], child(),
  ],
  'two callers, two answers, both kept; the class is missing at once': [
    [reported('PT0H', { answers: { cse_risk: false } }), classed('PT0H', 'absent'), called('PT50M', { cse_risk: true }), classed('PT55M', 'missing'), graded('PT1H', 'medium')],
    [so('PT50M', 'episode.classification', 'missing', { on: 'e3' }), so('PT50M', 'timeline.conflict-kept', true, { on: 'e3' }), so('PT49M', 'timeline.conflict-kept', false), quiet('PT2H', 'absent-callback-overdue'), quiet('PT3H', 'missing-risk-not-graded')], child({ age: null }),
  ],
  'a check that finds what reaches the threshold': [
    [back('P0D'), checked('PT5H', { concern: 'penetrative-abuse' })],
    [task('PT5H', 'convene-strategy-discussion', { on: 'e2' }), late('PT15H', 'strategy-discussion-overdue', { basis: 'same-day', on: 'e2' }), late('PT9H', 'csc-referral-overdue', { on: 'e2' }), quiet('P2D', 'safe-and-well-check-overdue')], child(),
  ],
  'a class switched three times': [
    [reported('P0D'), classed('P0D', 'absent'), classed('PT2H', 'missing'), back('PT5H'), reported('P20D'), classed('P20D', 'absent'), classed('P20DT1H', 'missing')],
    [quiet('P20D', 'classification-inconsistent'), late('P20DT1H', 'classification-inconsistent', { on: 'e7' })], child({ age: 16 }),
  ],
  'protection considered and not used': [
    [['PT0H', 'police-protection', { change: 'considered-not-used' }]], [task('PT0H', 'review-unused-powers', { on: 'e1' })], child(),
  ],
  'sound work on a missing boy makes no noise': [
    [
      reported('PT0H', { answers: { cse_risk: false } }), classed('PT5M', 'missing'), graded('PT30M', 'medium'), graded('PT23H', 'medium'), back('P1DT2H'), checked('P1DT5H', { adequate: true }),
      ['P3D', 'return-home-interview', { offered: true, done: true }],
    ],
    [quiet('P1DT1H', 'missing-risk-review-overdue')], { ...child({ age: 14, prior_missing: 0, prior_absent: 0 }), good_practice: true, quiet_until: 'P10D' },
  ],
}

describe('missing and absent children, through the acts', () => {
  it.each(Object.entries(CASES))('%s', async (_, [timeline, musts, more]) => {
    expect(await playOut(stage, timeline, musts, more)).toEqual([])
  })
})
