import { MEASURES } from '@/lib/policy/measures/catalogue'

export interface Metric {
  readonly id: string
  readonly title: string
  readonly unit: 'per cent' | 'count'
  readonly clause: string
  /** Something that waits or is carried: judged by its limit (lib/policy/measures/queues). */
  readonly queue?: true
}

/** Computed here from the ledger of deadlines, and not typed in. */
const COMPUTED = ['strategy-within-24h']

/** What can be recorded from outside: the catalogue of the policy, and the queues of other systems. */
export const METRICS: readonly Metric[] = [
  ...MEASURES.filter(({ id }) => !COMPUTED.includes(id)).map(({ id, title, unit, clause }): Metric => ({ id, title, clause, unit: unit === 'per cent' ? 'per cent' : 'count' })),
  { id: 'overdue-rso-visits', title: 'Overdue visits to registered offenders', clause: 'kpi-rso-overdue', unit: 'count', queue: true },
  { id: 'offenders-per-manager', title: 'Registered offenders for each manager', clause: 'rso.caseload', unit: 'count', queue: true },
  { id: 'protection-plans', title: 'Child protection plans held by a team', clause: 'queue.plans', unit: 'count', queue: true },
  { id: 'mash-queue-elsewhere', title: 'A queue of the MASH kept outside Holdfast', clause: 'queue.mash', unit: 'count', queue: true },
]
export const metricCalled = (id: string): Metric | null => METRICS.find((metric) => metric.id === id) ?? null
