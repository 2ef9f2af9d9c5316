import 'server-only'
import { randomUUID } from 'node:crypto'
import type { ActContext } from '@/lib/acts/act'
import { accountsOf } from '@/lib/meetings/account-of'
import { agencyWords } from '@/lib/wording/agencies'
import type { NewAction } from './input'

interface Set {
  readonly id?: string
  readonly borough: string
  readonly childIds: readonly string[]
  readonly meetingId: string | null
  /** The meeting in whose session it is agreed, and the item of its agenda. */
  readonly callId?: string | null
  readonly itemId?: string | null
  readonly referralId?: string | null
  readonly setAt: Date
  /** The action this one follows, and why it was carried. */
  readonly carried?: { readonly from: string; readonly reason: string; readonly ownerId: string | null; readonly membershipId?: string; readonly agency?: string }
}

/** Writes actions and the entries that start their clocks: one clock for each child an action is about. Gives their ids. */
export async function addActions(context: ActContext, actions: readonly NewAction[], set: Set): Promise<string[]> {
  const [childId] = set.childIds
  if (actions.length === 0 || childId === undefined) return []
  const owners = set.carried === undefined
    ? await accountsOf(context.tx, actions.map((action) => ({ name: action.ownerName, agency: action.ownerAgency })), set.borough, context.now)
    : [set.carried.ownerId]
  const ids = actions.map((_, index) => (index === 0 ? set.id : undefined) ?? randomUUID())
  await context.tx.action.createMany({ data: actions.map((action, index) => ({
    id: ids[index] ?? '', meetingId: set.meetingId, callId: set.callId ?? null, itemId: set.itemId ?? null, childId, borough: set.borough, what: action.what, ownerAgency: action.ownerAgency,
    ownerName: action.ownerName, ownerId: owners[index] ?? null, dueAt: action.dueAt, dueDayEnd: action.dueDayEnd, setAt: set.setAt,
    setBy: context.actor.accountId,
  })) })
  for (const [index, action] of actions.entries()) {
    context.record({
      ledger: set.borough, kind: 'action-set', heading: set.carried === undefined ? 'Action agreed' : 'Action carried to a new date', occurredAt: set.setAt,
      subjects: set.childIds, referralId: set.referralId ?? null,
      ...(set.carried?.membershipId === undefined ? {} : { membershipId: set.carried.membershipId }),
      ...(set.carried?.agency === undefined ? {} : { agency: set.carried.agency }),
      body: {
        action: action.what, action_id: ids[index], owner: `${action.ownerName}, ${agencyWords(action.ownerAgency)}`, due: action.dueAt.toISOString(),
        due_day_end: action.dueDayEnd, ...(owners[index] == null ? {} : { owner_account: owners[index] }), ...meetingOf(set),
        ...(set.carried === undefined ? {} : { carried_from: set.carried.from, reason: set.carried.reason }),
      },
    })
  }
  return ids
}

/** A meeting in session has no record yet; it will have the id of its call. */
const meetingOf = ({ meetingId, callId, itemId }: Set): Record<string, string> => ({
  ...(meetingId ?? callId) == null ? {} : { meeting_id: meetingId ?? callId ?? '' }, ...(itemId == null ? {} : { item_id: itemId }),
})
