import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { logReading } from '@/lib/access/reading-log'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'
import { ledgerOf, standingOf } from '@/lib/people/standing'
import { id, text } from '@/lib/referrals/input'
import { freshPassword } from './fresh-password'
import { BREAK_GLASS_HOURS, hoursLater, PURPOSES } from './purposes'
import { TypedPassword } from './typed-password'

export const breakGlassInput = z.object({
  personId: id,
  purpose: z.enum(PURPOSES, { error: 'Choose what it is for' }),
  reason: text(1_000, 'Say why it cannot wait').refine((words) => words.length >= 20, 'Say why it cannot wait, in a sentence that a reviewer can judge'),
  password: z.instanceof(TypedPassword, { error: 'Enter your password' }).refine((typed) => typed.reveal() !== '' && typed.reveal().length <= 1_000, 'Enter your password'),
})

/**
 * Opens a restricted record for three hours: reason, fresh password, and a reviewer other than oneself who must answer.
 * A session left open at a desk opens nothing.
 */
export const breakGlass: Act<typeof breakGlassInput> = {
  name: 'break-glass',
  right: 'break-glass',
  input: breakGlassInput,
  async run(context, input) {
    const { tx, actor, now } = context
    context.as(null)
    const standing = await standingOf(tx, actor, input.personId, now)
    if (standing === null) throw notFound()
    if (!standing.restricted) throw conflict('This record is not restricted.')
    if (!standing.card.masked) throw conflict('This record is open to you already.')
    const password = await freshPassword(actor, input.password, now)
    if (password === 'locked') throw invalid('password', 'Too many wrong passwords: wait, then try again')
    if (password === 'wrong') throw invalid('password', 'This is not your password')
    const endsAt = hoursLater(now, BREAK_GLASS_HOURS)
    const openingId = randomUUID()
    await tx.recordOpening.createMany({ data: [{
      id: openingId, accountId: actor.accountId, personId: input.personId, depth: 'narrative', purpose: input.purpose, reason: input.reason,
      breakGlass: true, openedAt: now, endsAt,
    }] })
    await logReading(tx, actor, { personIds: [input.personId], depth: 'narrative', page: 'opened by break-glass', reason: input.reason }, now)
    context.record({
      ledger: await ledgerOf(tx, input.personId), kind: 'record-opened', heading: 'Restricted record opened by break-glass', occurredAt: now,
      subjects: [input.personId],
      body: { purpose: input.purpose, reason: input.reason, opening_id: openingId, break_glass: true, ends_at: endsAt.toISOString() },
    })
    return {
      goTo: `/people/${input.personId}`, says: `The record is open to you for ${BREAK_GLASS_HOURS} hours. Somebody else will review why.`, ids: { openingId },
    }
  },
}
