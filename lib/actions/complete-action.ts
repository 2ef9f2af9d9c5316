import 'server-only'
import type { Act } from '@/lib/acts/act'
import { invalid } from '@/lib/acts/outcome'
import { settle, workOnAction } from './find-action'
import { completeActionInput } from './input'

const MINUTE_MS = 60_000

/** Done, with what shows it. It was done when it was done; when that was put on record stands beside it. */
export const completeAction: Act<typeof completeActionInput> = {
  name: 'complete-action',
  right: 'complete-action',
  input: completeActionInput,
  async run(context, input) {
    const { actor, now } = context
    const { action, membership, childIds } = await workOnAction(context, input.actionId)
    const typed = input.doneAt ?? now
    // People type minutes: what was agreed at 09:00:40 can be done "at 09:00".
    const doneAt = typed < action.setAt && action.setAt.getTime() - typed.getTime() < MINUTE_MS ? action.setAt : typed
    if (doneAt.getTime() > now.getTime()) throw invalid('doneAt', 'This is in the future: enter when it was done')
    if (doneAt.getTime() < action.setAt.getTime()) throw invalid('doneAt', 'This is before the action was agreed')
    await settle(context, action.id, { doneAt, doneBy: actor.accountId, evidence: input.evidence })
    context.record({
      ledger: action.borough, kind: 'action-completed', heading: 'Action done', occurredAt: doneAt, subjects: childIds, membershipId: membership.id,
      agency: membership.agency, body: { action_id: action.id, action: action.what, evidence: input.evidence },
    })
    return { goTo: '/actions', says: 'Marked as done.', ids: { actionId: action.id } }
  },
}
