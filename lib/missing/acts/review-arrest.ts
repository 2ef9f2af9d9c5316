import 'server-only'
import { membershipFor } from '@/lib/access/permissions'
import { rankAtLeast } from '@/lib/access/roles'
import type { Act } from '@/lib/acts/act'
import { forbidden } from '@/lib/acts/outcome'
import { personToChange } from '@/lib/people/worked-person'
import { arrestReviewInput } from '../return-input'

/** child-at-risk-arrested: an inspector or above says whether this child is to be protected rather than dealt with as a suspect. */
export const reviewArrest: Act<typeof arrestReviewInput> = {
  name: 'review-arrest',
  right: 'safe-and-well-check',
  input: arrestReviewInput,
  async run(context, input) {
    const { card, ledger } = await personToChange(context, 'safe-and-well-check', input.personId)
    const under = card.boroughs.map((borough) => membershipFor(context.actor, 'safe-and-well-check', borough)).find((held) => held !== null && rankAtLeast(held.rank, 'inspector'))
    if (under == null) throw forbidden('An inspector or above reviews the arrest of a child at risk.')
    context.record({
      ledger, kind: 'supervisor-review', heading: 'Arrest of a child at risk reviewed by an inspector', occurredAt: context.now, subjects: [input.personId], membershipId: under.id,
      body: { about: 'arrest', rank: under.rank, decision: input.decision, reason: input.reason },
    })
    return { goTo: `/people/${input.personId}/missing`, says: 'Your review is on record.', ids: { personId: input.personId } }
  },
}
