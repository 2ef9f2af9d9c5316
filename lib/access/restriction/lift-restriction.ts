import 'server-only'
import { z } from 'zod'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, forbidden } from '@/lib/acts/outcome'
import { personToChange } from '@/lib/people/worked-person'
import { id, text } from '@/lib/referrals/input'

export const liftRestrictionInput = z.object({
  personId: id,
  reason: text(1_000, 'Say why the restriction is no longer needed')
    .refine((words) => words.length >= 20, 'Say why, in a sentence that a reviewer can judge'),
})

/**
 * Gives a restricted record back to its borough. Only with the record open by break-glass, so that lifting is no way round the
 * review; and never by whoever restricted it, because nobody signs off their own matter.
 */
export const liftRestriction: Act<typeof liftRestrictionInput> = {
  name: 'lift-restriction',
  right: 'lift-restriction',
  input: liftRestrictionInput,
  async run(context, { personId, reason }) {
    const { tx, actor, now } = context
    const { card, ledger } = await personToChange(context, 'lift-restriction', personId)
    if (!card.restricted) throw conflict('This record is not restricted.')
    if (await restrictedBy(context, personId) === actor.accountId) throw forbidden('You restricted this record yourself: somebody else lifts it.')
    const [lifted] = await tx.$queryRaw<{ done: boolean }[]>`SELECT set_restricted(${personId}::uuid, false, ${now}::timestamptz) AS done`
    if (lifted?.done !== true) throw conflict('Somebody lifted the restriction a moment ago.')
    context.record({
      ledger, kind: 'restriction-lifted', heading: 'Restriction lifted', occurredAt: now, subjects: [personId], body: { reason },
    })
    return { goTo: `/people/${personId}`, says: 'The restriction is lifted. The record is open to its borough again.', ids: { personId } }
  },
}

/** Who restricted it last; null where it was restricted before Holdfast kept the record. */
async function restrictedBy({ tx }: ActContext, personId: string): Promise<string | null> {
  const [last] = await tx.entry.findMany({
    where: { kind: 'record-restricted', subjects: { some: { personId } } }, orderBy: { recordedAt: 'desc' }, take: 1, select: { recordedBy: true },
  })
  return last?.recordedBy ?? null
}
