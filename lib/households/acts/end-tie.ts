import 'server-only'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'
import { personToChange } from '@/lib/people/worked-person'
import { kinshipSeen } from '@/lib/wording/kinship'
import { endTieInput } from '../input'

/** A tie is over: it stays on record with its end, and can begin anew. A person of concern is not unlinked this way. */
export const endTie: Act<typeof endTieInput> = {
  name: 'end-tie',
  right: 'link-people',
  input: endTieInput,
  async run(context, input) {
    const { tx, now } = context
    const { ledger } = await personToChange(context, 'link-people', input.personId)
    const tie = await tx.relationship.findFirst({ where: { id: input.tieId, OR: [{ personId: input.personId }, { otherId: input.personId }] } })
    if (tie === null) throw notFound()
    if (tie.kind.startsWith('suspect')) throw invalid('tieId', 'A person of concern stays linked: record what was found on the page of the adult')
    const at = input.endedAt ?? now
    if (at.getTime() > now.getTime()) throw invalid('endedAt', 'This is in the future: enter it when it has ended')
    if (at.getTime() < tie.since.getTime()) throw invalid('endedAt', 'This is before it began')
    await tx.$executeRaw`SELECT lock_people(${[tie.personId, tie.otherId].sort()}::uuid[])`
    const ended = await tx.relationship.updateMany({ where: { id: tie.id, until: null }, data: { until: at } })
    if (ended.count === 0) throw conflict('Somebody has ended this already.')
    const other = tie.personId === input.personId ? tie.otherId : tie.personId
    context.record({
      ledger, kind: 'record-updated', heading: `A tie is over: ${kinshipSeen(tie.kind, tie.otherId === input.personId).toLowerCase()}`, occurredAt: at, subjects: [input.personId],
      body: { about: 'relationship', other_id: other, kind: tie.kind, ended: true, reason: input.reason },
    })
    // Whoever has no address of their own may live with somebody else now.
    context.household(input.personId, other)
    return { goTo: `/people/${input.personId}/household`, says: 'Ended. It stays on record with its end.', ids: { personId: input.personId } }
  },
}
