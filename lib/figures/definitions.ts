import { owedWords } from '@/lib/deadlines/owed-words'
import { clause } from '@/lib/policy/clauses'
import { MEASURES as CATALOGUE, type Target } from '@/lib/policy/measures/catalogue'
import type { DutyRule } from '@/lib/policy/rule'
import { DUTY_RULES } from '@/lib/policy/rules'
import { bornWords } from '@/lib/wording/london-words'
import { isDuty, MEASURES, type DutyMeasure, type FactMeasure } from './measures'
import { METRICS } from './metrics'

/** What every definition has, for whoever doubts a figure: the words are those of the rule that opens and stops the clock, never a second telling of it. */
interface Said {
  readonly id: string
  readonly title: string
  /** Document and lines. */
  readonly clause: string
}

export interface DutyDefinition extends Said {
  /** What opens each clock that is counted, a sentence a rule. */
  readonly counts: readonly string[]
  /** What stops it in time. */
  readonly met: readonly string[]
  readonly owedBy: string
  /** How several clocks are one, where they are; what is left out. */
  readonly also: readonly string[]
  readonly target: string
}

export interface FactDefinition extends Said {
  readonly counts: string
  readonly better: string
}

export interface RecordedDefinition extends Said {
  readonly better: string
  readonly target: string
}

/** The rules whose clocks a measure counts. One that only announces another's time is none of its own. */
export const rulesOf = (measure: DutyMeasure): readonly DutyRule[] => DUTY_RULES.filter((rule) => measure.alerts.includes(rule.alert) && !('forewarns' in rule && rule.forewarns !== undefined) && ofBasis(rule, measure.basis))

function ofBasis(rule: DutyRule, basis: string | undefined): boolean {
  if (basis === undefined) return true
  const own = rule.form === 'clock' ? rule.basis : undefined
  return basis.startsWith('!') ? own !== basis.slice(1) : own === basis
}

const unique = (lines: readonly string[]): string[] => [...new Set(lines)]

function alsoOf(measure: DutyMeasure): string[] {
  return [
    ...(measure.merged ? ['Every time that one discussion has to keep is one: it is in time where the earliest was kept.'] : []),
    ...(measure.byReferral ? ['A referral of several children counts once.'] : []),
    ...(measure.quorum ? ['One that was held in time and was not quorate is in time, and is said apart.'] : []),
    ...(measure.notice ? ['It is raised at once and has no time of its own: it was answered, or was not.'] : []),
    ...(measure.meeting === undefined ? [] : [`Only what a ${measure.meeting.toUpperCase()} agreed.`]),
    ...(measure.owedBy === 'local-authority' ? ['It counts for the borough where the child lives. Where another council looks after the child, the interview is that council’s to do, and the child’s record names it.'] : []),
  ]
}

/** '95% from 1 Apr 2007, 100% from 1 Apr 2015'. */
export function targetsWords(targets: readonly Target[], unit: string): string {
  return targets.length === 0 ? 'None in the policy' : targets.map(({ from, value }) => `${value.toLocaleString('en-GB')}${unit === 'per cent' ? '%' : ''} from ${bornWords(from)}`).join(', ')
}

const BETTER = { higher: 'More is better', lower: 'Fewer is better', neither: 'Neither way' } as const

const KINDS: Readonly<Record<FactMeasure['kind'], string>> = {
  'missing-reported': 'Each report that a child is away, whatever class it is given.',
  'episode-classified': 'Each time a child who is away is given this class. One time away may be classed more than once.',
  'act-refused': 'Each attempt to give a class or a grade that the policy does not allow. It was refused, nothing was changed, and the attempt stays on the record.',
  'child-returned': 'Each time a child who was away is back.',
  'cse-category-set': 'Each child whose last category, set by that day, is this one.',
  'meeting-held': 'Each child heard at a MAP or a MASE, by who was there and what they brought: attendance is never told without it.',
  'exploitation-work': 'Each put on record by the exploitation team, on the day it was done.',
}

export const DUTY_DEFINITIONS: readonly DutyDefinition[] = MEASURES.filter(isDuty).map((measure) => {
  const rules = rulesOf(measure)
  const catalogued = CATALOGUE.find(({ id }) => id === measure.catalogue)
  return {
    id: measure.id, title: measure.title, clause: clause(measure.clause).source, owedBy: unique([measure.owedBy, ...rules.map((rule) => rule.owedBy)]).map(owedWords).join(', '),
    counts: unique(rules.map((rule) => rule.plain)), met: unique(rules.map((rule) => rule.meets)), also: alsoOf(measure), target: targetsWords(catalogued?.targets ?? [], 'per cent'),
  }
})

export const FACT_DEFINITIONS: readonly FactDefinition[] = MEASURES.filter((measure): measure is FactMeasure => !isDuty(measure)).map((measure) => ({
  id: measure.id, title: measure.title, clause: clause(measure.clause).source, counts: KINDS[measure.kind], better: BETTER[measure.better],
}))

export const RECORDED_DEFINITIONS: readonly RecordedDefinition[] = METRICS.map((metric) => {
  const known = CATALOGUE.find(({ id }) => id === metric.id)
  return {
    id: metric.id, title: metric.title, clause: clause(metric.clause).source, better: BETTER[known?.better ?? 'lower'],
    target: known === undefined ? 'Its limit: what a team may carry, by the policy that the borough follows' : targetsWords(known.targets, metric.unit),
  }
})
