import { isAfter } from '../../events'
import { missingReviewParameter } from '../../due/choosers'
import { episodeAt } from '../../missing/episode'
import { gradeOf } from '../../missing/risk-proposed'
import type { TimescaleRule } from '../../rule'
import { isGrown } from '../grown'
import { endOf, startOf } from './start'

/** missing.risk-review: the risk of a missing child is reviewed, again and again until the child is back (conflict 14.32). */
export const riskReview: TimescaleRule = {
  form: 'clock',
  id: 'missing/risk-review',
  alert: 'missing-risk-review-overdue',
  breach: true,
  title: 'Review of the risk',
  plain: 'The risk of a missing child is graded anew every eight hours where it is high and every 24 hours otherwise, until the child is back.',
  meets: 'A new grade of risk, or the child back.',
  clause: 'missing.risk-review',
  owedBy: 'missing-unit',
  opens: 'once',
  parameters: ['missing.risk-review', 'missing.risk-review.high'],
  starts(event, history) {
    const level = gradeOf(event)
    const episode = level === null || isGrown(event, history) ? null : episodeAt(event, history)
    if (episode === null || (episode.returned !== null && isAfter(event, episode.returned))) return null
    return startOf(event, episode, history, missingReviewParameter({ level }), [level === 'high' ? 'the risk is graded high' : `the risk is graded ${level ?? ''}`])
  },
  stops: (event, _clock, history) => (gradeOf(event) !== null ? { how: 'met' } : endOf(event, 'out', history)),
  // Every grade starts the next review.
  stillAnswered: () => false,
}
