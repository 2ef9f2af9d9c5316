import type { Act } from '@/lib/acts/act'
import { conflict, notFound } from '@/lib/acts/outcome'
import { withdrawalInput } from '../input'
import { metricCalled } from '../metrics'

/**
 * Takes back a figure from outside that was recorded in error. Of the right borough, measure and day it is recorded again; of a wrong one it would
 * stand for ever. From now on no figure is of it; of a day before, it is, as it was on record then.
 */
export const withdrawMeasurement: Act<typeof withdrawalInput> = {
  name: 'withdraw-measurement',
  right: 'record-measurement',
  input: withdrawalInput,
  async run(context, { measurementId, reason }) {
    const { tx, now, actor } = context
    const found = await tx.measurement.findFirst({ where: { id: measurementId }, select: { borough: true, metric: true, entryId: true } })
    if (found === null) throw notFound()
    context.as(found.borough)
    const title = metricCalled(found.metric)?.title ?? found.metric
    const entryId = context.record({
      ledger: found.borough, kind: 'entry-corrected', heading: `Figure taken back: ${title}`, occurredAt: now, subjects: [], corrects: found.entryId, body: { measurement_id: measurementId, reason },
    })
    // One of two who take it back at once: the other is told.
    const { count } = await tx.measurementWithdrawal.createMany({ data: [{ measurementId, entryId, borough: found.borough, reason, recordedAt: now, recordedBy: actor.accountId }], skipDuplicates: true })
    if (count === 0) throw conflict('Somebody took this figure back already.')
    return { goTo: '/figures/recorded', ids: { measurementId }, says: `${title}: the figure is taken back.` }
  },
}
