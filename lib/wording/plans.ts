import type { PLAN_WORDS } from './concerns'

/** The categories a plan is set under, and several. Older records hold other words, which are shown but not offered. */
export const PLAN_CATEGORIES = ['neglect', 'emotional-abuse', 'physical-abuse', 'sexual-abuse', 'multiple'] as const satisfies readonly (keyof typeof PLAN_WORDS)[]
