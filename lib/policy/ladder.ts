import { dueAfter } from './calendar/duration'
import { durationOf, type Pack } from './packs'
import type { OwedBy } from './rule'

/** The rungs of the one escalation ladder, lowest first (clause ladder; sd-police-challenge for the warning). */
export const RUNGS = ['warning', 'breach', 'supervisor', 'manager'] as const
export type Rung = (typeof RUNGS)[number]

export interface Owed {
  readonly form: string
  readonly owedBy: OwedBy
  readonly alert: string
  readonly startsAt: Date
  readonly dueAt: Date
}

export interface Told {
  readonly rung: Rung
  readonly at: Date
  readonly roles: readonly string[]
}

/** Who owes it on the front line, by who owes the duty. */
const OWNERS: Readonly<Record<OwedBy, readonly string[]>> = {
  csc: ['mash-social-worker'], police: ['cait-officer'], mash: ['mash-officer', 'mash-social-worker'], referrer: ['mash-officer'], 'action-owner': ['mash-social-worker'],
  // Whoever asked hears first that nobody answered: the agency sees its question on its own page.
  'asked-agency': ['mash-officer', 'mash-social-worker'],
  'control-room': ['despatch-supervisor'],
  'missing-unit': ['missing-persons-officer'],
  'local-authority': ['mash-social-worker'],
  'assessment-team': ['exploitation-assessor'],
  'mase-chair': ['mase-chair'],
  // Whoever answers for the opening of a restricted record in the child's borough; one's own is another's to answer.
  reviewer: ['mash-decision-maker', 'cait-supervisor'],
}

/**
 * Who is told when a duty climbs, lowest rung first: the supervisor of those who owe it, the borough's manager, London.
 * Total: a new kind of owner fails the build until it is said who supervises it.
 */
export const CLIMBS = {
  police: ['cait-supervisor', 'borough-manager', 'london-lead'],
  csc: ['mash-decision-maker', 'borough-manager', 'london-lead'],
  mash: ['mash-decision-maker', 'borough-manager', 'london-lead'],
  referrer: ['mash-decision-maker', 'borough-manager', 'london-lead'],
  'action-owner': ['cait-supervisor', 'borough-manager', 'london-lead'],
  'asked-agency': ['mash-decision-maker', 'borough-manager', 'london-lead'],
  // A supervisor by office: when a call-back is an hour late the unit that will look for the child hears of it.
  'control-room': ['missing-persons-officer', 'borough-manager', 'london-lead'],
  'missing-unit': ['cait-supervisor', 'borough-manager', 'london-lead'],
  'local-authority': ['mash-decision-maker', 'borough-manager', 'london-lead'],
  'assessment-team': ['cait-supervisor', 'borough-manager', 'london-lead'],
  'mase-chair': ['borough-manager', 'london-lead', 'london-lead'],
  reviewer: ['borough-manager', 'london-lead', 'london-lead'],
} as const satisfies Readonly<Record<OwedBy, readonly [supervisor: string, manager: string, london: string]>>

/**
 * The rungs an unmet duty has climbed by `now`, and whom each tells. A notice has no warning: it is late when it is raised.
 * An overdue strategy discussion tells the CAIT supervisor beside social care's manager (sd-default: breach).
 */
export function rungsReached(owed: Owed, pack: Pack, now: Date): Told[] {
  const quarter = (owed.dueAt.getTime() - owed.startsAt.getTime()) / 4
  const [supervisor, manager] = CLIMBS[owed.owedBy]
  const supervisors = owed.alert === 'strategy-discussion-overdue' ? [...new Set([supervisor, CLIMBS.police[0]])] : [supervisor]
  const rungs: Told[] = [
    ...(owed.form === 'clock' ? [{ rung: 'warning' as const, at: new Date(owed.dueAt.getTime() - quarter), roles: OWNERS[owed.owedBy] }] : []),
    { rung: 'breach', at: owed.dueAt, roles: OWNERS[owed.owedBy] },
    { rung: 'supervisor', at: dueAfter(owed.dueAt, durationOf(pack, 'ladder.supervisor')).dueAt, roles: supervisors },
    { rung: 'manager', at: dueAfter(owed.dueAt, durationOf(pack, 'ladder.manager')).dueAt, roles: [manager] },
  ]
  return rungs.filter((told) => told.at.getTime() <= now.getTime())
}
