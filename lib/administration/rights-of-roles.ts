import type { Agency, Role } from '@/lib/access/roles'

/** Agencies in which a role can be held. A role held in another agency would read records that this agency's people may not. */
const HELD_IN: Readonly<Record<Role, readonly Agency[]>> = {
  'mash-officer': ['police'], 'cait-officer': ['police'], 'cait-supervisor': ['police'], 'missing-persons-officer': ['police'], 'despatch-supervisor': ['police'],
  'exploitation-assessor': ['police'], 'mase-chair': ['police'], 'mash-social-worker': ['csc'], 'mash-decision-maker': ['csc'], 'emergency-duty-worker': ['csc'],
  'borough-manager': ['csc', 'police'], 'london-lead': ['csc', 'police', 'other'],
  partner: ['health', 'education', 'probation', 'youth-offending', 'housing', 'voluntary', 'other'], auditor: ['other', 'csc', 'police'], administrator: ['other', 'csc', 'police'],
}
/** Roles that work for all of London: a team that covers some boroughs would promise a limit that the role does not have. */
const LONDON_WIDE: readonly Role[] = ['despatch-supervisor', 'exploitation-assessor', 'london-lead', 'auditor']
/** Whoever keeps the accounts sees no child, and whoever audits does no work that is audited. */
const ALONE: readonly Role[] = ['administrator', 'auditor']

/** Why this role cannot be held in a team of that agency which covers those boroughs; null when it can. */
export function notHeldThere(role: Role, agency: string, boroughs: readonly string[]): string | null {
  if (!HELD_IN[role].some((one) => one === agency)) return 'This role is not held in a team of that agency'
  if (LONDON_WIDE.includes(role) && boroughs.length > 0) return 'This role works for all of London: choose a London-wide team'
  if (!LONDON_WIDE.includes(role) && role !== 'administrator' && boroughs.length === 0) return 'This role works in a borough: choose a team that covers one'
  return null
}

/** Two roles that one person never holds at the same time. */
export const excludes = (a: string, b: string): boolean => a !== b && (ALONE.some((role) => role === a) || ALONE.some((role) => role === b))
