import 'server-only'
import type { Act, ActContext } from '@/lib/acts/act'
import { forbidden, invalid } from '@/lib/acts/outcome'
import { addActions } from '@/lib/actions/add-action'
import { membershipAmong } from '@/lib/chronology/add/add-entry'
import { childrenOfReferral } from '@/lib/closing/acts/close'
import { owedAnywhere } from '@/lib/deadlines/owed-anywhere'
import { packFor } from '@/lib/deadlines/pack-for'
import { personToChange } from '@/lib/people/worked-person'
import { dueAfter } from '@/lib/policy/calendar/duration'
import { durationOf } from '@/lib/policy/packs'
import { withdrawalReview } from '@/lib/policy/rules/investigation/withdrawal-review'
import type { Tx } from '@/lib/platform/db'
import { known } from '@/lib/protection/acts/standing'
import { eventHeading } from '@/lib/wording/events'
import { counted } from '@/lib/wording/lists'
import { dateWords } from '@/lib/wording/london-words'
import { lastDay } from '@/lib/wording/time-left'
import { reviewInput } from '../input'
import { ownMatter } from '../own-matter'

/**
 * supervisor.review, withdrawal.review: a supervisor looks at an open case and says what was found, who is at risk, what is to be done by
 * whom and when, and when it is looked at again. Each direction is an action with its own clock, so that it cannot be forgotten.
 */
export const superviseReview: Act<typeof reviewInput> = {
  name: 'supervisor-review',
  right: 'supervisor-review',
  input: reviewInput,
  async run(context, input) {
    const { card, ledger, borough } = await personToChange(context, 'supervisor-review', input.personId)
    const under = membershipAmong(context.actor, 'supervisor-review', card.boroughs)
    const children = await childrenOfReferral(context, 'supervisor-review', input.personId, input.referralId)
    if (await ownMatter(context.tx, context.actor, children)) throw forbidden('You are the named worker of this case: another supervisor reviews it.')
    if (children.length > 1 && input.seen === 'cannot') throw invalid('referralId', 'That a child cannot be seen is said of one child at a time')
    if (await isWithdrawalOpen(context.tx, children)) askWithdrawal(input)
    await checkDates(context, ledger, input)
    const { now } = context
    const entryId = context.record({
      ledger, kind: 'supervisor-review', heading: eventHeading('supervisor-review', {}), occurredAt: now, subjects: children, referralId: input.referralId,
      body: known({
        rank: under?.rank, progress: input.progress, risk: input.risk, seen: input.seen, can_be_seen: input.seen === 'cannot' ? false : true,
        not_seen_reason: input.notSeen, not_seen_why: input.notSeenWhy, withdrawn_why: input.withdrawnWhy, withdrawn_fear: input.withdrawnFear, wishes: input.withdrawnWishes,
        direction: input.directions.length === 0 ? null : input.directions.map((direction) => direction.what).join('; '), nothing_more_why: input.nothingMoreWhy,
        next_review: input.nextReview?.toISOString(), next_review_day_end: input.nextReview === null ? null : true,
      }),
    })
    await addActions(context, input.directions, { borough, childIds: children, meetingId: null, referralId: input.referralId, setAt: now })
    const directed = input.directions.length === 0 ? '' : ` ${counted(input.directions.length, 'direction is now an action', 'directions are now actions')}, each with its date.`
    return {
      goTo: `/people/${input.personId}/review`, ids: { entryId, personId: input.personId },
      says: `${children.length === 1 ? 'The review is on the record.' : `The review is on the record of ${children.length} children.`}${directed}`,
    }
  },
}

type Reviewed = { readonly withdrawnWhy: string | null; readonly withdrawnFear: string | null; readonly withdrawnWishes: string | null }

/** A withdrawal that nobody has reviewed, in whichever borough it was recorded: the review answers it there too, and one that says nothing of it would clear it unread. */
export const isWithdrawalOpen = async (tx: Tx, children: readonly string[]): Promise<boolean> => (await owedAnywhere(tx, children, [withdrawalReview.alert])).length > 0

function askWithdrawal({ withdrawnWhy, withdrawnFear, withdrawnWishes }: Reviewed): void {
  if (withdrawnWhy === null) throw invalid('withdrawnWhy', 'Say why the complaint was withdrawn, as far as it is known')
  if (withdrawnFear === null) throw invalid('withdrawnFear', 'Say what is feared, and from whom')
  if (withdrawnWishes === null) throw invalid('withdrawnWishes', 'Say what the child wants')
}

async function checkDates({ tx, now }: ActContext, borough: string, { directions, nextReview }: { readonly directions: readonly { readonly dueAt: Date }[]; readonly nextReview: Date | null }): Promise<void> {
  for (const [index, direction] of directions.entries()) if (direction.dueAt <= now) throw invalid(`directions.${index}.dueOn`, 'This date has passed: enter a date to come')
  if (nextReview === null) return
  if (nextReview <= now) throw invalid('nextReview', 'This date has passed: enter a date to come')
  const latest = dueAfter(now, durationOf(await packFor(tx, borough, now), 'supervisor.review')).dueAt
  if (nextReview > latest) throw invalid('nextReview', `At the latest on ${dateWords(lastDay(latest))}: choose a day before it, or leave it empty`)
}
