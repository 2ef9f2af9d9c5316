import { answerOf, isAfter, type PolicyEvent } from '../../events'
import type { TimescaleRule } from '../../rule'
import { isGrown } from '../grown'
import { endedBy, isDead } from './safe-and-well'
import { startOf } from './start'

/** mis-rhi-72h, mis-rhi-absent-too: an independent interview within 72 hours of every return, owed by the local authority (conflicts 14.20, 14.21). */
export const returnHomeInterview: TimescaleRule = {
  form: 'clock',
  id: 'missing/return-home-interview',
  alert: 'return-home-interview-overdue',
  breach: true,
  title: 'Return home interview',
  plain: 'The local authority offers the child an independent interview and does it within 72 elapsed hours of the return, after an absent episode as after a missing one. It is the authority’s duty and no breach of the police.',
  meets: 'The interview done; or declined by the child, with the reason. An offer alone does not meet it.',
  clause: 'mis-rhi-72h',
  owedBy: 'local-authority',
  task: 'offer-return-home-interview',
  opens: 'each',
  parameters: ['return-home-interview'],
  starts(event, history) {
    const episode = endedBy(event, history)
    if (episode === null || isGrown(event, history) || isDead(event) || episode.events.some((one) => isInterviewed(one) && isAfter(event, one))) return null
    return startOf(event, episode, history, 'return-home-interview', ['the child is back'])
  },
  stops: (event) => (isInterviewed(event) ? { how: 'met' } : null),
}

/** Done; or declined with a reason. A reason known not to have been given is none; one not known is not held against it. */
export function isInterviewed(event: PolicyEvent): boolean {
  if (event.kind !== 'return-home-interview') return false
  if (answerOf(event, 'done') === true) return true
  const { reason } = event.detail
  return answerOf(event, 'declined_by_child') === true && reason !== null && reason !== ''
}
