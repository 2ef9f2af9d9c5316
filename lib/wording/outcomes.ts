import { say } from './say'

/** What a MASH decision can be, and what each means to the one who chooses it. */
export const OUTCOME_WORDS = {
  'immediate-protection': 'Immediate protection',
  's47': 'Strategy discussion, section 47',
  's17': 'Assessment, section 17',
  'other-services': 'Other services or early help',
  'nfa': 'No further action',
} as const satisfies Record<string, string>

export const OUTCOME_HINTS: Readonly<Record<keyof typeof OUTCOME_WORDS, string>> = {
  'immediate-protection': 'The child is not safe where they are tonight',
  's47': 'Reasonable cause to suspect significant harm',
  's17': 'A child in need: the local authority assesses',
  'other-services': 'Below the threshold, and another service will help',
  'nfa': 'Below the threshold, and nothing more is needed',
}

/** Levels of the London Continuum of Need. */
export const NEED_WORDS = {
  'level-1': 'Level 1: no additional need', 'level-2': 'Level 2: early help', 'level-3': 'Level 3: complex needs', 'level-4': 'Level 4: child protection',
} as const satisfies Record<string, string>

export const DECISION_WORDS = { plan: 'Child protection plan', 'no-plan': 'No plan' } as const satisfies Record<string, string>

/** Bases of a strategy discussion, as its due time is named. */
export const BASIS_WORDS = {
  'force-24h': 'within 24 hours',
  'same-day': 'same day',
  'immediate-action': 'within 1 working day',
  'standard': 'within 3 working days',
  'complex': 'within 5 working days, complex',
  'first-warning': 'first warning',
  'last-warning': 'last warning',
  'expired': '72 hours',
} as const satisfies Record<string, string>

/** CSE categories 0 to 3. */
export const CATEGORY_WORDS = {
  '0': 'Not exploitation', '1': 'Category 1: at risk', '2': 'Category 2: targeted', '3': 'Category 3: exploited',
} as const satisfies Record<string, string>

export const MISSING_CLASS_WORDS = { missing: 'Missing', absent: 'Absent' } as const satisfies Record<string, string>
export const GRADE_WORDS = { high: 'High', medium: 'Medium', low: 'Low' } as const satisfies Record<string, string>

export const DEPTH_WORDS = { figure: 'Figures', index: 'Index', record: 'Record', narrative: 'Everything, words included' } as const satisfies Record<string, string>

export const outcomeWords = (outcome: string | null | undefined): string => say(OUTCOME_WORDS, outcome, 'Not decided')
export const basisWords = (basis: string | null | undefined): string => say(BASIS_WORDS, basis, '')
