import { isThresholdConcern, concernOf } from '../../concerns'
import { endsForThresholdNotMet } from '../../decisions'
import { answerOf, isAfter, textOf, type PolicyEvent } from '../../events'
import { closesMatter } from '../../matter'
import { isHeld, isOf, meetingOf } from '../../meetings/kind'
import type { History, NoticeRule } from '../../rule'

const AFTER_DISCUSSION: readonly string[] = ['MASE', 'MAP', 'MARAC']

/** sd-before-map-mase, sd-before-marac: the strategy discussion comes first (HMIC 2016 L2606–2614, L2478–2494). */
export const discussionFirst: NoticeRule = {
  form: 'notice',
  id: 'meeting/discussion-first',
  alert: 'strategy-missing-before-meeting',
  title: 'Strategy discussion before the meeting',
  plain: 'A child at the threshold has had a strategy discussion before a MASE, a MAP or a MARAC talks about the child. One listed without it, for a reason on record, has the discussion opened at once.',
  meets: 'A strategy discussion held, or a decision that the threshold is not met.',
  clause: 'sd-before-map-mase',
  owedBy: 'csc',
  task: 'convene-strategy-discussion',
  raises(event, history) {
    if (event.kind === 'listed-for-meeting') return listedWithout(event, history)
    const meeting = meetingOf(event)
    if (meeting === null || !isHeld(event, ...AFTER_DISCUSSION)) return null
    // Said not to have been held, the meeting's own word is enough; not said, only a threshold on this record tells.
    const said = answerOf(event, 'strategy_held')
    if (said === true || discussed(event, history) || (said === null && !atThreshold(event, history))) return null
    return {
      because: [`a ${meeting} discussed the child`, 'no strategy discussion had been held'],
      ...(isOf(event, 'MARAC') ? { clause: 'sd-before-marac' } : {}),
    }
  },
  remedies: (event, raisedBy, history) =>
    event.kind === 'strategy-discussion-held' || endsForThresholdNotMet(event, raisedBy, history),
}

/** The matter the meeting was about: what came before it, since a matter was last closed. */
function matterBefore(meeting: PolicyEvent, history: History): readonly PolicyEvent[] {
  const before = history.events.filter((earlier) => isAfter(meeting, earlier))
  return before.slice(before.findLastIndex((earlier) => closesMatter(earlier, history)) + 1)
}

/** mase-gate: listed for a reason given, with no discussion behind it: the reason opens one. */
function listedWithout(event: PolicyEvent, history: History): { because: readonly string[]; clause: string } | null {
  if (textOf(event, 'override') === null || textOf(event, 'strategy_reference') !== null || discussed(event, history)) return null
  return { because: ['the child was listed without a strategy discussion, for a reason on record'], clause: 'mase-gate' }
}

export const discussed = (meeting: PolicyEvent, history: History): boolean =>
  matterBefore(meeting, history).some((earlier) => earlier.kind === 'strategy-discussion-held')

const atThreshold = (meeting: PolicyEvent, history: History): boolean =>
  matterBefore(meeting, history).some((earlier) => isThresholdConcern(concernOf(earlier)))
