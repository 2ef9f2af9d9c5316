import 'server-only'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { conflict } from '@/lib/acts/outcome'
import { personToChange } from '@/lib/people/worked-person'
import { id, text } from '@/lib/referrals/input'

export const restrictPersonInput = z.object({
  personId: id,
  reason: text(1_000, 'Say why the record has to be restricted')
    .refine((words) => words.length >= 20, 'Say why, in a sentence that whoever lifts it can judge'),
})

/**
 * Puts a record out of everybody's reach, one's own included: from now on it opens by break-glass only, each time reviewed.
 * What was opened with a reason is shut at once; break-glass openings run on, because each of them was judged as such.
 */
export const restrictPerson: Act<typeof restrictPersonInput> = {
  name: 'restrict-person',
  right: 'restrict-person',
  input: restrictPersonInput,
  async run(context, { personId, reason }) {
    const { tx, now } = context
    const { card, ledger } = await personToChange(context, 'restrict-person', personId)
    if (card.restricted) throw conflict('This record is restricted already.')
    const [set] = await tx.$queryRaw<{ done: boolean }[]>`SELECT set_restricted(${personId}::uuid, true, ${now}::timestamptz) AS done`
    if (set?.done !== true) throw conflict('Somebody restricted this record a moment ago.')
    context.record({
      ledger, kind: 'record-restricted', heading: 'Record restricted', occurredAt: now, subjects: [personId], body: { reason },
    })
    // It names nobody: the sentence travels to a page on which the person is masked.
    return { goTo: `/people/${personId}`, says: 'The record is restricted. From now on it opens by break-glass only, to you too.', ids: { personId } }
  },
}
