import 'server-only'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'
import { openIdProvider } from '@/lib/platform/auth/open-id'
import { standingOf } from '@/lib/people/standing'
import { id, text } from '@/lib/referrals/input'
import { freshPassword } from './fresh-password'
import { openRecord } from './open-record'
import { BREAK_GLASS_HOURS, PURPOSES } from './purposes'
import { TypedPassword } from './typed-password'

export const breakGlassInput = z.object({
  personId: id,
  purpose: z.enum(PURPOSES, { error: 'Choose what it is for' }),
  reason: text(1_000, 'Say why it cannot wait').refine((words) => words.length >= 20, 'Say why it cannot wait, in a sentence that a reviewer can judge'),
  password: z.instanceof(TypedPassword, { error: 'Enter your password' }).refine((typed) => typed.reveal() !== '' && typed.reveal().length <= 1_000, 'Enter your password'),
})

const NOT_YOURS = 'This is not your password'

/**
 * Opens a restricted record for three hours: reason, fresh password, and a reviewer other than oneself who must answer.
 * A session left open at a desk opens nothing.
 */
export const breakGlass: Act<typeof breakGlassInput> = {
  name: 'break-glass',
  right: 'break-glass',
  input: breakGlassInput,
  async run(context, { personId, purpose, reason, password: typed }) {
    const { tx, actor, now } = context
    context.as(null)
    const standing = await standingOf(tx, actor, personId, now)
    if (standing === null) throw notFound()
    if (!standing.restricted) throw conflict('This record is not restricted.')
    if (!standing.card.masked) throw conflict('This record is open to you already.')
    const password = await freshPassword(actor, typed, now)
    if (password === 'locked') throw invalid('password', 'Too many wrong passwords: wait, then try again')
    if (password === 'wrong') throw invalid('password', openIdProvider() === null ? NOT_YOURS : `${NOT_YOURS} of Holdfast. Whoever signs in through their organisation and has none yet asks the administrator for a link to set one`)
    return openRecord(context, { personId, purpose, reason }, {
      breakGlass: true, hours: BREAK_GLASS_HOURS, logged: 'opened by break-glass', heading: 'Restricted record opened by break-glass', andThen: 'Somebody else will review why.',
    })
  },
}
