import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act } from '@/lib/acts/act'
import { invalid } from '@/lib/acts/outcome'
import { endOfLondonDay, londonDate, plainDate } from '@/lib/policy/calendar/london'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { measurementInput } from '../input'
import { metricCalled } from '../metrics'

/** kpi-*: a figure that a Haven, a court, a board or another system gives, with its source. An entry about no child, and a row that figures read. */
export const recordMeasurement: Act<typeof measurementInput> = {
  name: 'record-measurement',
  right: 'record-measurement',
  input: measurementInput,
  async run(context, input) {
    const { tx, now, actor } = context
    if (!(BOROUGH_CODES as readonly string[]).includes(input.borough)) throw invalid('borough', 'Choose the borough')
    context.as(input.borough)
    const day = plainDate(input.measuredOn)
    if (day > londonDate(now)) throw invalid('measuredOn', 'This is in the future: enter the day it was measured')
    // A year typed with two figures, or none of this world: no figure of a past day is asked for before it (moments.ts).
    if (day < '2000-01-01') throw invalid('measuredOn', 'Enter a day since 2000, with the year in four figures')
    const metric = metricCalled(input.metric)
    if (metric === null) throw invalid('metric', 'Choose what was measured')
    // Told of a day, it stands at the day’s end; of today, now.
    const measuredAt = day === londonDate(now) ? now : new Date(endOfLondonDay(day).getTime() - 1)
    const id = randomUUID()
    const entryId = context.record({
      ledger: input.borough, kind: 'measurement', heading: `Figure recorded: ${metric.title}`, occurredAt: measuredAt, subjects: [], source: input.source,
      body: { metric: metric.id, value: input.value, target: input.target, oldest: input.oldestDays === null ? null : `${input.oldestDays} days`, staff: input.staff, source: input.source, measurement_id: id },
    })
    await tx.measurement.createMany({ data: [{
      id, entryId, borough: input.borough, metric: metric.id, value: input.value, target: input.target, oldestDays: input.oldestDays, staff: input.staff, measuredAt, source: input.source, recordedAt: now, recordedBy: actor.accountId,
    }] })
    return { goTo: '/figures/recorded', ids: { measurementId: id }, says: `${metric.title} is on record.` }
  },
}
