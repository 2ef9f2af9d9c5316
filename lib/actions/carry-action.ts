import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act } from '@/lib/acts/act'
import { invalid } from '@/lib/acts/outcome'
import { addActions } from './add-action'
import { settle, workOnAction } from './find-action'
import { carryActionInput, dueToCome } from './input'

/**
 * Carries an action to a later date, with a reason. The old date is not moved: its duty ends as carried, late where it was
 * late, and a new action with the new date follows it.
 */
export const carryAction: Act<typeof carryActionInput> = {
  name: 'carry-action',
  right: 'complete-action',
  input: carryActionInput,
  async run(context, input) {
    const { tx, actor, now } = context
    const { action, membership, childIds } = await workOnAction(context, input.actionId)
    const due = dueToCome(input, now)
    if (due.dueAt.getTime() <= action.dueAt.getTime()) throw invalid('dueOn', 'This is no later than the date agreed: an action is carried to a later one')
    const id = randomUUID()
    await settle(context, action.id, { carriedAt: now, carriedBy: actor.accountId, carriedTo: id, carriedWhy: input.reason })
    const [clock] = await tx.$queryRaw<{ referral_id: string | null }[]>`
      SELECT referral_id FROM policy_deadlines(${childIds}::uuid[]) WHERE item_id = ${action.id} LIMIT 1`
    await addActions(context, [{ what: action.what, ownerAgency: action.ownerAgency, ownerName: action.ownerName, ...due }], {
      id, borough: action.borough, childIds, meetingId: action.meetingId, callId: action.callId, itemId: action.itemId, referralId: clock?.referral_id ?? null, setAt: now,
      carried: { from: action.id, reason: input.reason, ownerId: action.ownerId, membershipId: membership.id, agency: membership.agency },
    })
    return { goTo: '/actions', says: 'Carried to the new date. The old date stays on the record.', ids: { actionId: id } }
  },
}
