import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { dutyTable } from './build'
import { dutyCounts } from './count'
import { isDuty, measureCalled, type DutyMeasure } from './measures'
import { patient, unlessTooLong } from './patience'
import { besideTotals, frameOf, scopeOf } from './scope'
import { localTargets } from './targets'
import type { Asked, DutyFigure } from './view'

const DISCUSSIONS = ['strategy-24h', 'strategy-procedure'].map(measureCalled).filter((one): one is DutyMeasure => one !== null && isDuty(one))

export interface DiscussionFigures {
  readonly asked: Asked
  /** 'This month'. */
  readonly stretch: string
  /** The 24 hours (kpi-sd-24h), then the procedure's time (sd-default); null where they cannot be counted while the page waits. */
  readonly figures: readonly DutyFigure[] | null
}

/**
 * This month's strategy discussions in one borough, or in all whose figures are open: what stands beside the board. The measures, and the counting, are those of the
 * dashboards. Null for who has no figures.
 */
export async function discussionFigures(actor: Actor, borough: string | null, now: Date): Promise<DiscussionFigures | null> {
  const scope = scopeOf(actor, { period: 'month', borough, day: null }, now)
  if (scope === null) return null
  const { boroughs, lines } = besideTotals(scope)
  const found = await unlessTooLong(() => readAs(actor, (tx) => Promise.all([dutyCounts(tx, DISCUSSIONS, scope.moments, scope.counted, boroughs, lines), localTargets(tx, scope.moments.known)]), { planned: 'once', ...patient() }))
  const { asked, stretch } = frameOf(scope, now)
  return { asked, stretch, figures: found === null ? null : DISCUSSIONS.map((measure) => dutyTable(measure, found[0], scope, boroughs, found[1], now).total) }
}
