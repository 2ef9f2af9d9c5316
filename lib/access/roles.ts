/** Agencies, roles and ranks. Closed lists: a word outside them is refused. */
export const AGENCIES = ['police', 'csc', 'health', 'education', 'probation', 'youth-offending', 'housing', 'voluntary', 'other'] as const
export type Agency = (typeof AGENCIES)[number]

export const ROLES = [
  'mash-officer', 'mash-social-worker', 'mash-decision-maker', 'emergency-duty-worker', 'cait-officer', 'cait-supervisor',
  'missing-persons-officer', 'despatch-supervisor', 'exploitation-assessor', 'mase-chair', 'borough-manager', 'london-lead',
  'partner', 'auditor', 'administrator',
] as const
export type Role = (typeof ROLES)[number]
export const isRole = (word: string): word is Role => (ROLES as readonly string[]).includes(word)

/** Police ranks from the lowest to the highest that a rule asks for. */
export const RANKS = ['constable', 'sergeant', 'inspector', 'chief-inspector', 'superintendent', 'chief-superintendent', 'commander'] as const
export type Rank = (typeof RANKS)[number]
export const rankAtLeast = (rank: Rank | null, least: Rank): boolean => rank !== null && RANKS.indexOf(rank) >= RANKS.indexOf(least)
