import type { PolicyEvent } from './events'
import { textOf } from './events'

/** The concerns that reach the strategy-discussion threshold (Working Together 2015, as quoted in HMIC 2016 L2299–2308). */
export const THRESHOLD_CONCERNS = [
  'cse', 'online-cse', 'penetrative-abuse', 'sexual-abuse', 'serious-injury', 'physical-abuse', 'serious-neglect', 'neglect',
  'domestic-abuse', 'fgm', 'trafficking', 'repeat-missing', 'household-child', 'organised-abuse',
] as const

/** Concerns with no child identified yet: they start no strategy discussion by themselves. */
export const OTHER_CONCERNS = ['indecent-images', 'offender-risk'] as const

export const CONCERNS = [...THRESHOLD_CONCERNS, ...OTHER_CONCERNS] as const
export type Concern = (typeof CONCERNS)[number]
export type ThresholdConcern = (typeof THRESHOLD_CONCERNS)[number]

export const isThresholdConcern = (word: string | null): word is ThresholdConcern =>
  word !== null && (THRESHOLD_CONCERNS as readonly string[]).includes(word)

/** Concerns whose "threshold not met" needs a second line beside the decision maker's. */
export const GRAVE_CONCERNS: readonly string[] = ['penetrative-abuse', 'serious-injury', 'serious-neglect']

/** A concern, and the graver one of its kind: who acted on serious neglect has acted on neglect, never the reverse. */
const ANSWERED_WITH: Readonly<Record<string, readonly string[]>> = {
  'neglect': ['serious-neglect'], 'physical-abuse': ['serious-injury'], 'sexual-abuse': ['penetrative-abuse'], 'cse': ['online-cse'], 'online-cse': ['cse'],
}

/** Was this concern, or a graver one of its kind, among those known to whoever acted? */
export const isAnsweredWith = (concern: string, known: readonly string[]): boolean =>
  known.some((one) => one === concern || (ANSWERED_WITH[concern] ?? []).includes(one))

/** The concern an event asserts, or null. */
export const concernOf = (event: PolicyEvent): string | null => textOf(event, 'concern')

export const INDICATORS = [
  'online-contact-adult', 'gifts-or-money', 'sex-for-money', 'sexual-messages', 'sexual-activity-adult', 'meeting-arranged',
  'older-adult-contact', 'found-with-adults', 'alcohol-or-drugs', 'gang-link', 'missing-out-of-character',
  'unexplained-possessions', 'previous-exploitation', 'associates-at-risk', 'poses-risk-to-others', 'pregnant',
  'school-absence', 'threats-of-violence', 'recent-arrival', 'sexual-violence', 'sexual-activity-age-unknown',
] as const
export type Indicator = (typeof INDICATORS)[number]
