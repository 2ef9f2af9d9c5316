import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import { endOfLondonDay, londonDate, plainDate, startOfLondonDay } from '@/lib/policy/calendar/london'
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
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`measurement ${input.borough} ${metric.id}`}))`
    const [last] = await tx.$queryRaw<{ same: boolean }[]>`
      SELECT m.value = ${input.value}::float8 AND m.target IS NOT DISTINCT FROM ${input.target}::float8 AND m.oldest_days IS NOT DISTINCT FROM ${input.oldestDays}::int AND m.staff IS NOT DISTINCT FROM ${input.staff}::int AND m.source = ${input.source} AS same
      FROM measurement m WHERE m.borough = ${input.borough} AND m.metric = ${metric.id} AND m.measured_at >= ${startOfLondonDay(day)}::timestamptz AND m.measured_at < ${endOfLondonDay(day)}::timestamptz
        AND NOT EXISTS (SELECT 1 FROM measurement_withdrawal w WHERE w.measurement_id = m.id) ORDER BY m.recorded_at DESC, m.id DESC LIMIT 1`
    // The same told twice is one figure; another of that day corrects it, and may be corrected back.
    if (last?.same === true) throw conflict('This figure is on record already, of that day and from that source: nothing is to be done.')
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
