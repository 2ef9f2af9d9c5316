import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { logReading } from '@/lib/access/reading-log'
import { atLeast } from '@/lib/access/visibility'
import type { Act } from '@/lib/acts/act'
import { conflict, forbidden, notFound } from '@/lib/acts/outcome'
import { ledgerOf, standingOf } from '@/lib/people/standing'
import { id, text } from '@/lib/referrals/input'
import { purposeWords } from '@/lib/wording/openings'
import { hoursLater, PURPOSES, REASON_HOURS } from './purposes'

const sentence = (message: string) => text(1_000, message).refine((words) => words.length >= 10, 'Say it in a sentence')

export const openWithReasonInput = z.object({
  personId: id,
  purpose: z.enum(PURPOSES, { error: 'Choose what it is for' }),
  reason: sentence('Say why you need this record'),
})

/**
 * Opens a record that is in reach at index depth only: for eight hours, nobody's leave is needed, and the record's lead sees that it was done
 * and why (Caldicott 4 and 7). A restricted record is not opened this way.
 */
export const openWithReason: Act<typeof openWithReasonInput> = {
  name: 'open-with-reason',
  right: 'open-with-reason',
  input: openWithReasonInput,
  async run(context, input) {
    const { tx, actor, now } = context
    context.as(null)
    const standing = await standingOf(tx, actor, input.personId, now)
    if (standing === null) throw notFound()
    if (standing.restricted) throw forbidden('This record is restricted: a reason alone does not open it.')
    if (atLeast(standing.depth, 'narrative')) throw conflict('This record is open to you already.')
    const endsAt = hoursLater(now, REASON_HOURS)
    const openingId = randomUUID()
    await tx.recordOpening.createMany({ data: [{
      id: openingId, accountId: actor.accountId, personId: input.personId, depth: 'narrative', purpose: input.purpose, reason: input.reason,
      breakGlass: false, openedAt: now, endsAt,
    }] })
    await logReading(tx, actor, { personIds: [input.personId], depth: 'narrative', page: 'opened with a reason', reason: input.reason }, now)
    context.record({
      ledger: await ledgerOf(tx, input.personId), kind: 'record-opened', heading: `Record opened with a reason: ${purposeWords(input.purpose)}`,
      occurredAt: now, subjects: [input.personId],
      body: { purpose: input.purpose, reason: input.reason, opening_id: openingId, break_glass: false, ends_at: endsAt.toISOString() },
    })
    return { goTo: `/people/${input.personId}`, says: `The record is open to you for ${REASON_HOURS} hours. Its lead sees why.`, ids: { openingId } }
  },
}
