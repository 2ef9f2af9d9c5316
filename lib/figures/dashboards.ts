import type { Role } from '@/lib/access/roles'

export const DASHBOARDS = ['manager', 'cait', 'missing', 'mase', 'mash'] as const
export type Dashboard = (typeof DASHBOARDS)[number]

interface Contents {
  readonly title: string
  readonly duties: readonly string[]
  readonly entries: readonly string[]
  /** Measures of the policy’s catalogue that are recorded from outside. */
  readonly recorded: readonly string[]
}

const STRATEGY = ['strategy-24h', 'strategy-procedure']
const EXPLOITATION = ['category-3', 'category-2', 'category-1', 'mase-referrals', 'exploitation-crimes', 'interventions', 'disruptions', 'charges']
const HEARD = ['heard-contributed', 'heard-no-research', 'heard-absent']

export const CONTENTS: Readonly<Record<Dashboard, Contents>> = {
  manager: {
    title: 'Borough',
    duties: [...STRATEGY, 'mash-assessment', 'referral-decision', 'contact-action', 'allocation', 'child-seen', 'supervisor-review', 'call-backs', 'risk-graded', 'safe-and-well', 'return-interview', 'debrief', 'repeat-missing', 'cse-assessment', 'mase-hearing', 'mase-actions', 'actions', 'agency-absent', 'research-missing'],
    entries: ['missing-reports', 'classed-missing', 'classed-absent', 'class-refused', 'returned', ...EXPLOITATION, ...HEARD],
    recorded: ['haven-90', 'initial-conference-attendance', 'review-conference-attendance', 'review-conference-documents', 'six-week-checks', 'bail-over-90', 'post-charge-kept', 'training-complete', 'board-attendance', 'victims-code', 'bellona-cases', 'overdue-rso-visits', 'offenders-per-manager', 'protection-plans', 'mash-queue-elsewhere'],
  },
  cait: {
    title: 'Strategy and investigation',
    duties: [...STRATEGY, 'strategy-circulated', 'allocation', 'child-seen', 'supervisor-review', 'actions'],
    entries: [],
    recorded: ['haven-90', 'initial-conference-attendance', 'review-conference-attendance', 'six-week-checks', 'bail-over-90', 'victims-code', 'rape-detection', 'homicide-detection', 'detection', 'protection-plans'],
  },
  missing: {
    title: 'Missing and absent',
    duties: ['call-backs', 'risk-graded', 'safe-and-well', 'return-interview', 'debrief', 'repeat-missing'],
    entries: ['missing-reports', 'classed-missing', 'classed-absent', 'class-refused', 'returned'],
    recorded: [],
  },
  mase: {
    title: 'Exploitation',
    duties: ['cse-assessment', 'mase-hearing', 'mase-actions', 'map-actions', 'agency-absent', 'research-missing', 'repeat-missing'],
    entries: [...EXPLOITATION, ...HEARD],
    recorded: ['disruptions'],
  },
  mash: {
    title: 'MASH',
    duties: ['mash-assessment', 'referral-decision', 'contact-action', ...STRATEGY],
    entries: [],
    recorded: ['mash-queue-elsewhere'],
  },
}

/** The dashboard that opens first for each role that may see figures; the others stand beside it. */
const FIRST: Readonly<Partial<Record<Role, Dashboard>>> = {
  'borough-manager': 'manager', 'london-lead': 'manager', auditor: 'manager', 'cait-supervisor': 'cait', 'cait-officer': 'cait', 'missing-persons-officer': 'missing',
  'mase-chair': 'mase', 'exploitation-assessor': 'mase', 'mash-officer': 'mash', 'mash-social-worker': 'mash', 'mash-decision-maker': 'mash',
}
export const firstDashboard = (roles: readonly Role[]): Dashboard => roles.map((role) => FIRST[role]).find((one) => one !== undefined) ?? 'manager'

/** What later work brings: said, so that a gap is not read as a nought. */
export const LATER: readonly { readonly what: string; readonly with: string }[] = [
  { what: 'Visits to registered offenders and offenders for each manager, from the register itself and no longer typed in', with: 'the work on offenders' },
  { what: 'Conferences held in time', with: 'the work on conferences and plans' },
  { what: 'Grades of audited cases', with: 'the work on audits' },
  { what: 'Bail and children in custody', with: 'the work on bail and custody' },
]
