import type { Concern, Indicator } from '@/lib/policy/concerns'
import { say } from './say'

export const CONCERN_WORDS: Readonly<Record<Concern, string>> = {
  'cse': 'Sexual exploitation',
  'online-cse': 'Sexual exploitation, online',
  'penetrative-abuse': 'Penetrative sexual abuse',
  'sexual-abuse': 'Sexual abuse',
  'serious-injury': 'Serious physical injury',
  'physical-abuse': 'Physical abuse',
  'serious-neglect': 'Serious neglect',
  'neglect': 'Neglect',
  'domestic-abuse': 'Domestic abuse',
  'fgm': 'Female genital mutilation',
  'trafficking': 'Trafficking',
  'repeat-missing': 'Missing again and again',
  'household-child': 'Child within reach of a suspect or offender',
  'organised-abuse': 'Organised abuse, or by a member of staff',
  'indecent-images': 'Indecent images, no child known yet',
  'offender-risk': 'Behaviour of a managed offender',
}

export const INDICATOR_WORDS: Readonly<Record<Indicator, string>> = {
  'online-contact-adult': 'In contact with an adult online',
  'gifts-or-money': 'Gifts or money from someone',
  'sex-for-money': 'Sex in return for money or goods',
  'sexual-messages': 'Sexual messages or pictures',
  'sexual-activity-adult': 'Sexual activity with an adult',
  'meeting-arranged': 'A meeting arranged with an adult',
  'older-adult-contact': 'Older boyfriend, girlfriend or friend',
  'found-with-adults': 'Found with adults unknown to the family',
  'alcohol-or-drugs': 'Alcohol or drugs',
  'gang-link': 'Links to a gang',
  'missing-out-of-character': 'Missing, and out of character',
  'unexplained-possessions': 'Possessions nobody can explain',
  'previous-exploitation': 'Exploited before',
  'associates-at-risk': 'Friends who are at risk',
  'poses-risk-to-others': 'May be a risk to others',
  'pregnant': 'Pregnant',
  'school-absence': 'Away from school',
  'threats-of-violence': 'Threats of violence',
  'recent-arrival': 'New to the area or the country',
  'sexual-violence': 'Sexual violence',
  'sexual-activity-age-unknown': 'Sexual activity, age of the other not known',
}

export const FLAG_WORDS = {
  'cse-risk': 'Exploitation risk',
  'child-protection-plan': 'Child protection plan',
  'missing-repeat': 'Missing again and again',
  'looked-after': 'Looked after',
  'domestic-abuse': 'Domestic abuse at home',
  'self-harm': 'Self-harm',
} as const satisfies Record<string, string>

export const PLAN_WORDS = {
  'neglect': 'Neglect', 'emotional-abuse': 'Emotional abuse', 'emotional': 'Emotional abuse', 'physical-abuse': 'Physical abuse', 'physical': 'Physical abuse',
  'sexual-abuse': 'Sexual abuse', 'sexual': 'Sexual abuse', 'multiple': 'More than one category',
} as const satisfies Record<string, string>

export const URGENCY_WORDS = { high: 'Urgent', medium: 'Soon', low: 'In turn' } as const satisfies Record<string, string>

export const SUSPECT_WORDS = { known: 'Known', unidentified: 'Not identified', none: 'None' } as const satisfies Record<string, string>

export const concernWords = (concern: string | null | undefined): string => say(CONCERN_WORDS, concern, 'Concern not stated')
export const indicatorWords = (indicator: string): string => say(INDICATOR_WORDS, indicator)

/** The policy names signs by their codes after a colon ('…: sexual activity adult, found with adults'); a reader is told in the words of the lists. */
export function signsSaid(says: string): string {
  const [why = '', codes] = says.split(': ')
  return codes === undefined ? says : `${why}: ${codes.split(', ').map((code) => { const words = indicatorWords(code.replaceAll(' ', '-')); return words.charAt(0).toLowerCase() + words.slice(1) }).join(', ')}`
}
export const flagWords = (flag: string): string => say(FLAG_WORDS, flag)
export const planWords = (category: string | null | undefined): string => say(PLAN_WORDS, category, 'None')
