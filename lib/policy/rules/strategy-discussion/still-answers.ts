import { dueAfter } from '../../calendar/duration'
import { isAnsweredWith } from '../../concerns'
import { isAfter, textOf, type PolicyEvent } from '../../events'
import { durationOf } from '../../packs'
import { quorumOf } from '../../quorum'
import type { History } from '../../rule'
import { bringsNew } from '../once'
import { hasExploitationFlag } from '../../exploitation'
import { thresholdAt } from './threshold'

/**
 * Does a discussion already held answer a new fact? Not where the fact names a new person, offence or place, not where
 * it brings a concern the discussion was not about, and not when the discussion is too long ago (`strategy.standing.concern`;
 * for a further missing episode `strategy.standing`). A wrong "yes" here would leave a child without a clock.
 */
export function discussionStillAnswers(event: PolicyEvent, discussion: PolicyEvent, history: History): boolean {
  if (bringsNew(event, history)) return false
  const concern = thresholdAt(event, history)?.concern ?? null
  const episode = isEpisode(event, concern)
  if (!within(discussion, event, history, episode ? 'strategy.standing' : 'strategy.standing.concern')) return false
  // A further episode is answered by a quorate discussion alone, whatever stopped the 24-hour target then.
  if (episode && quorumOf(discussion, history).quorate === false) return false
  // Police protection needs its own discussion (s46-sequel), unless it carries out what one has just decided.
  if (event.kind === 'police-protection') return within(discussion, event, history, 'strategy.force-24h')
  // An emergency protection order needs a discussion only where there was none before it (sd-mandatory-events).
  if (concern === null || concern === 'repeat-missing' || event.kind === 'emergency-protection-order') return true
  const discussed = concernsBefore(discussion, event, history)
  // Nothing said what it was about: it answers what was written down after it in the days it belongs to, and no later.
  if (discussed.size === 0) return within(discussion, event, history, 'strategy.standard')
  if (isAnsweredWith(concern, [...discussed])) return true
  // A category set after the discussion of a sexual concern puts a figure on it; it brings nothing new.
  return event.kind === 'cse-category-set' && SEXUAL.some((known) => discussed.has(known))
}

/** A review of the child's protection plan in the last weeks answers a further episode as a quorate discussion does. */
export function planReviewAnswers(event: PolicyEvent, concern: string, history: History): boolean {
  if (concern !== 'repeat-missing') return false
  if (bringsNew(event, history)) return false
  return history.events.some((review) => review.kind === 'conference-held' && textOf(review, 'type') === 'review'
    && isAfter(event, review) && within(review, event, history, 'strategy.standing'))
}

const SEXUAL: readonly string[] = ['sexual-abuse', 'penetrative-abuse', 'trafficking', 'organised-abuse']

const isEpisode = (event: PolicyEvent, concern: string | null): boolean =>
  event.kind === 'missing-reported' || event.kind === 'informant-recontacted' || concern === 'repeat-missing'

/** What was known when the discussion was held: the concerns of the entries before it, and the flag. */
function concernsBefore(discussion: PolicyEvent, event: PolicyEvent, history: History): ReadonlySet<string> {
  const before = history.events.filter((earlier) => earlier.id !== event.id && isAfter(discussion, earlier))
  const concerns = before.map((earlier) => thresholdAt(earlier, history)?.concern).filter((concern) => concern !== undefined)
  return new Set(hasExploitationFlag(discussion, history) ? [...concerns, 'cse'] : concerns)
}

function within(earlier: PolicyEvent, event: PolicyEvent, history: History, span: 'strategy.standing' | 'strategy.standing.concern' | 'strategy.force-24h' | 'strategy.standard'): boolean {
  return event.at.getTime() <= dueAfter(earlier.at, durationOf(history.packAt(event), span)).dueAt.getTime()
}
