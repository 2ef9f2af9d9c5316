import 'server-only'
import { inReach, personInReach } from '@/lib/access/visibility'
import type { Act, ActContext } from '@/lib/acts/act'
import { invalid, notFound } from '@/lib/acts/outcome'
import { callWasHeld } from '@/lib/meetings/calls/held'
import { strategyDiscussion } from '@/lib/meetings/kinds/strategy-discussion'
import { recordMeeting } from '@/lib/meetings/record-meeting'
import { FIRST_YEAR } from '@/lib/policy/calendar/bank-holidays'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { strategyDiscussionInput, type StrategyDiscussionInput } from './input'

/**
 * Records a strategy discussion, by telephone or meeting, held now or earlier. One that was not quorate or is not complete is
 * recorded all the same and says so: the policy then leaves running what it did not meet.
 */
export const recordStrategyDiscussion: Act<typeof strategyDiscussionInput> = {
  name: 'record-strategy-discussion',
  right: 'record-strategy-discussion',
  input: strategyDiscussionInput,
  async run(context, input) {
    const borough = await boroughOf(context, input)
    context.as(borough)
    await mustReach(context, input)
    if (input.heldAt.getTime() > context.now.getTime()) throw invalid('heldAt', 'This is in the future: a discussion is recorded once it was held')
    // Before the holiday data begins nothing can be counted from it.
    if (input.heldAt.getUTCFullYear() < FIRST_YEAR) throw invalid('heldAt', `Enter a date from ${FIRST_YEAR} on`)
    const { meetingId, verdict, actionIds } = await recordMeeting(context, strategyDiscussion, {
      ...input, borough, childIds: [...new Set(input.children)].sort(), jointEnquiry: input.decision === 's47' ? input.enquiry : null,
      participants: input.participants.filter((participant) => participant !== null), actions: input.actions.filter((action) => action !== null),
      ...(input.carriedOver === null ? {} : { overrides: carriedOver(input.carriedOver) }),
    })
    if (input.callId !== null) await callWasHeld(context, { callId: input.callId, meetingId, borough })
    return {
      goTo: `${strategyDiscussion.path}/${meetingId}`,
      says: verdict.quorate === false ? 'Recorded. It was not quorate: the clock of the procedures runs on.' : 'Recorded.',
      ids: { meetingId, ...Object.fromEntries(actionIds.map((id, index) => [`actionId${index}`, id])) },
    }
  },
}

export async function boroughOf({ tx, actor }: ActContext, input: Pick<StrategyDiscussionInput, 'referralId' | 'borough'>): Promise<string> {
  if (input.referralId === null) {
    if (input.borough === null || !BOROUGH_CODES.includes(input.borough)) throw invalid('borough', 'Choose a borough')
    return input.borough
  }
  const referral = await tx.referral.findFirst({ where: { id: input.referralId, ...inReach(actor, 'record') }, select: { borough: true } })
  if (referral === null) throw notFound()
  return referral.borough
}

/** Every child is one whose record opens to the actor, or a child of the referral in hand. Not visible is not found. */
export async function mustReach({ tx, actor }: ActContext, input: Pick<StrategyDiscussionInput, 'referralId' | 'children'>): Promise<void> {
  const seen = await tx.person.findMany({ where: { id: { in: input.children }, ...personInReach(actor, 'record') }, select: { id: true } })
  const named = input.referralId === null ? [] : await tx.referralPerson.findMany({ where: { referralId: input.referralId, role: 'child' }, select: { personId: true } })
  const reached = new Set([...seen.map((person) => person.id), ...named.map((person) => person.personId)])
  if (input.children.some((child) => !reached.has(child))) throw notFound()
}

/** Keys that are not known stay absent from the entry: an undefined value is not written. */
function carriedOver(carried: NonNullable<StrategyDiscussionInput['carriedOver']>): Record<string, unknown> {
  return { ...carried.detail, participants: carried.participants ?? undefined, plan_recorded: carried.planRecorded ?? undefined }
}
