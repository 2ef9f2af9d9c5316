import 'server-only'
import { z } from 'zod'
import { atLeast } from '@/lib/access/visibility'
import type { Act } from '@/lib/acts/act'
import { conflict, forbidden, notFound } from '@/lib/acts/outcome'
import { standingOf } from '@/lib/people/standing'
import { id, text } from '@/lib/referrals/input'
import { purposeWords } from '@/lib/wording/openings'
import { openRecord } from './open-record'
import { PURPOSES, REASON_HOURS } from './purposes'

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
    context.as(null)
    const standing = await standingOf(context.tx, context.actor, input.personId, context.now)
    if (standing === null) throw notFound()
    if (standing.restricted) throw forbidden('This record is restricted: a reason alone does not open it.')
    if (atLeast(standing.depth, 'narrative')) throw conflict('This record is open to you already.')
    return openRecord(context, input, {
      breakGlass: false, hours: REASON_HOURS, logged: 'opened with a reason', heading: `Record opened with a reason: ${purposeWords(input.purpose)}`,
      andThen: 'Its lead sees why.',
    })
  },
}
