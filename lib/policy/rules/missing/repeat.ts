import { isAfter, textOf, type PolicyEvent } from '../../events'
import { episodeAt } from '../../missing/episode'
import { repeatAt } from '../../missing/repeat'
import { durationOf } from '../../packs'
import { dueAfter } from '../../calendar/duration'
import { quorumOf } from '../../quorum'
import type { History, NoticeRule } from '../../rule'
import { isGrown } from '../grown'
import { bringsNew } from '../once'

/** mis-repeat-threshold, sd-repeat-missing: going missing again and again is raised at the report that reaches the threshold (HMIC 2016 L1030–1036, L3962–3968). */
export const repeatMissing: NoticeRule = {
  form: 'notice',
  id: 'missing/repeat',
  alert: 'repeat-missing',
  title: 'Missing again and again',
  plain: 'The third time away in 90 days, missing and absent counted together and those known from before among them, one of 24 hours or more, or any with a link to exploitation: it is raised at the report, and answered with a plan by all agencies.',
  meets: 'A quorate strategy discussion, or a review of the protection plan.',
  clause: 'mis-repeat-threshold',
  owedBy: 'missing-unit',
  raises(event, history) {
    if (event.kind !== 'missing-reported' || isGrown(event, history) || episodeAt(event, history)?.first.id !== event.id) return null
    const repeat = repeatAt(event, history)
    return repeat === null || isAnswered(event, history) ? null : { because: repeat.because }
  },
  remedies: (event, _raisedBy, history) => answers(event, history),
}

/** A discussion or a plan review of the last 28 days answers a further time away, unless it brings a new risk, person or place. */
export function isAnswered(event: PolicyEvent, history: History): boolean {
  if (bringsNew(event, history)) return false
  return history.events.some((earlier) => isAfter(event, earlier) && answers(earlier, history)
    && event.at.getTime() <= dueAfter(earlier.at, durationOf(history.packAt(event), 'strategy.standing')).dueAt.getTime())
}

const answers = (event: PolicyEvent, history: History): boolean => (event.kind === 'strategy-discussion-held' && quorumOf(event, history).quorate !== false)
  || (event.kind === 'conference-held' && textOf(event, 'type') === 'review')
