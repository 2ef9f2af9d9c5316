import { isOrderMade } from '../../emergency-protection'
import { textOf, type PolicyEvent } from '../../events'
import { durationOf, type DurationParameter } from '../../packs'
import type { TimescaleRule } from '../../rule'

interface Stage {
  readonly id: string
  readonly basis: 'first-warning' | 'last-warning' | 'expired'
  readonly title: string
  readonly plain: string
  readonly parameter: DurationParameter
  /** The stage that this one announces. */
  readonly forewarns?: string
}

/**
 * One stage of the 72 hours (s46-72h): a first warning, the last, the breach. They start and stop alike, so it is said once
 * here. Each taking has its own: a fresh one never lengthens the one before.
 */
export function protectionStage({ id, basis, title, plain, parameter, forewarns }: Stage): TimescaleRule {
  return {
    form: 'clock', id, alert: 'police-protection-expiring', basis, breach: forewarns === undefined, title, plain,
    meets: 'Police protection ended, or followed by an emergency protection order.',
    clause: 's46-72h', owedBy: 'police', opens: 'each', parameters: [parameter], ...(forewarns === undefined ? {} : { forewarns }),
    starts(event, history) {
      if (!isTaken(event)) return null
      return { by: event, from: event.at, duration: durationOf(history.packAt(event), parameter), parameter, item: event.id, because: ['police protection was taken'] }
    },
    stops: (event) => (endsProtection(event) ? { how: 'met' } : null),
  }
}

export const isTaken = (event: PolicyEvent): boolean => event.kind === 'police-protection' && textOf(event, 'change') === 'taken'

export const endsProtection = (event: PolicyEvent): boolean =>
  isOrderMade(event) || (event.kind === 'police-protection' && textOf(event, 'change') === 'ended')
