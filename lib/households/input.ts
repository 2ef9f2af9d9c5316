import { z } from 'zod'
import { id, instant, text } from '@/lib/referrals/input'

export const endTieInput = z.object({
  personId: id, tieId: z.uuid({ error: 'Choose which tie is over' }), endedAt: instant('Enter when it ended').nullish().transform((value) => value ?? null),
  reason: text(500, 'Say who told you, or what it rests on'),
})
