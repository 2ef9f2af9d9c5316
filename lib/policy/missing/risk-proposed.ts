import { dueAfter } from '../calendar/duration'
import { concernOf } from '../concerns'
import { isAfter, listOf, numberOf as numberIn, textOf, answerOf, type PolicyEvent } from '../events'
import { earlierCount } from '../known-before'
import { numberOf } from '../packs'
import type { History } from '../rule'
import { hasExploitationFlag } from '../rules/strategy-discussion/threshold'

const GRADES: readonly string[] = ['low', 'medium', 'high']
const EXPLOITED: readonly string[] = ['previous-exploitation', 'sex-for-money', 'sexual-activity-adult']
const UNSAFE_ADULT: readonly string[] = ['online-contact-adult', 'older-adult-contact', 'found-with-adults', 'sexual-activity-adult', 'meeting-arranged']
const OLD_ENOUGH = { young: 13, veryYoung: 11 } as const
const LONG_GONE = { unit: 'hours', n: 12 } as const

/**
 * The grade that the recorded facts propose for a missing child (mis-high-indicators). High when exploitation risk is present
 * together with age 13 or under, an unsafe adult, risk to others, substance use, repeat episodes or 12 hours gone; or, whatever
 * else, under eleven, an earlier suicide attempt or self-harm, essential medication, or trafficking. Else medium.
 */
export function riskProposed(event: PolicyEvent, history: History): 'medium' | 'high' {
  const known = history.events.filter((earlier) => !isAfter(earlier, event))
  const { age } = history.child
  if (age !== null && age < OLD_ENOUGH.veryYoung) return 'high'
  if (known.some((one) => concernOf(one) === 'trafficking' || said(one, ['self_harm', 'suicide_attempt', 'medication', 'essential_medication', 'trafficking']))) return 'high'
  if (!isExploited(event, known, history)) return 'medium'
  const indicators = new Set([...history.child.indicators, ...known.flatMap((one) => listOf(one, 'indicators'))])
  const together = (age !== null && age <= OLD_ENOUGH.young)
    || UNSAFE_ADULT.some((one) => indicators.has(one)) || indicators.has('poses-risk-to-others') || indicators.has('alcohol-or-drugs')
    || isRepeat(known, event, history) || isLongGone(known, event)
  return together ? 'high' : 'medium'
}

/** Is a grade below what the facts propose? Null or unknown words are no grade. */
export function isGradedBelow(graded: PolicyEvent, history: History): boolean {
  const level = textOf(graded, 'level')
  return graded.kind === 'missing-risk-graded' && level !== null && GRADES.includes(level)
    && GRADES.indexOf(level) < GRADES.indexOf(riskProposed(graded, history))
}

function isExploited(event: PolicyEvent, known: readonly PolicyEvent[], history: History): boolean {
  const category = known.filter((one) => one.kind === 'cse-category-set').map((one) => numberIn(one, 'category')).findLast((value) => value !== null) ?? 0
  return category >= 1 || hasExploitationFlag(event, history)
    || known.some((one) => ['cse', 'online-cse'].includes(concernOf(one) ?? '') || said(one, ['cse_risk', 'cse_known'])
      || listOf(one, 'indicators').some((indicator) => EXPLOITED.includes(indicator)))
}

function isRepeat(known: readonly PolicyEvent[], event: PolicyEvent, history: History): boolean {
  const reports = known.filter((one) => one.kind === 'missing-reported').length
  const before = earlierCount(history, 'missing', event) + earlierCount(history, 'absent', event)
  return known.some((one) => concernOf(one) === 'repeat-missing') || reports + before >= numberOf(history.packAt(event), 'repeat-missing')
}

function isLongGone(known: readonly PolicyEvent[], event: PolicyEvent): boolean {
  const reported = known.findLast((one) => one.kind === 'missing-reported')
  return reported !== undefined && dueAfter(reported.at, LONG_GONE).dueAt.getTime() <= event.at.getTime()
}

/** Said with yes, by the entry or in the answers it carries. */
function said(event: PolicyEvent, keys: readonly string[]): boolean {
  const answers = event.detail['answers']
  const inside = typeof answers === 'object' && answers !== null ? answers as Readonly<Record<string, unknown>> : {}
  return keys.some((key) => answerOf(event, key) === true || inside[key] === true)
}
